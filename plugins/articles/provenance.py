"""The slip under an article: where it came from and what may be done with it.

What is not known is said here, because in a record of provenance that is itself news.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from plugins.archive.days import long_day, long_span
from plugins.archive.entries import Heading
from plugins.archive.model import Article
from plugins.archive.site import Site

from .fixity import in_groups
from .history import Event, history
from .hosts import host
from .kinds import KINDS
from .moments import Shown
from .rights import statement
from .robust import Attributes, of_archived_copy, of_original

NOT_RECORDED = "not recorded"
READING = "reading.html"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a row: words, or a link where `url` (elsewhere) or `path` (in the output) is
    set; `code` is set in monospace, and `check` is a digest that the page can be held to.
    `robust`: what the link says of other states of what it leads to."""

    words: str
    url: str | None = None
    path: str | None = None
    code: bool = False
    robust: Attributes = ()
    check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the slip: a heading to link to, a moment, events, or parts, one below the other.

    `lang` is set where the words are the article's and not in the page's language.
    """

    term: str
    lang: str | None = None
    heading: Heading | None = None
    moment: Shown | None = None
    events: tuple[Event, ...] = ()
    lines: tuple[tuple[Part, ...], ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.heading or self.moment or self.events or self.lines)


def provenance(
    article: Article,
    source: Heading,
    moment: Shown,
    site: Site,
    digest: str,
    gone: date | None = None,
) -> list[Row]:
    """`digest` is of the text that is shown, empty where there is none; `gone` is the day on which
    the original was first found missing."""
    rows = [
        Row(term="Source", heading=source),
        as_printed("Byline", ", ".join(article.authors), article) or words("Byline", NOT_RECORDED),
        Row(term="Dated", moment=moment.dated),
        words("Happened", long_span(article.happened) if article.happened else ""),
        as_printed("Section", " › ".join(article.section), article),
        *addresses(article, gone),
        capture(article),
        also_read(article),
        text(article, digest),
        original(article),
        this_digest(article, site),
        Row(term="History", events=history(article)),
    ]
    return [row for row in rows if row]


def as_printed(term: str, text: str, article: Article) -> Row | None:
    return Row(term=term, lang=article.lang, lines=((Part(text),),)) if text else None


def words(term: str, text: str) -> Row:
    return Row(term=term, lines=((Part(text),),) if text else ())


def addresses(article: Article, gone: date | None) -> list[Row]:
    """Where the original is, or was, and its copy: first the one that leads somewhere."""
    address = linked("Address", address_of_original(article))
    copy = linked("Archived", archived_copy(article))
    if gone is None:
        return [address, copy]
    address = replace(address, lines=(*address.lines, (Part(no_longer_found(gone)),)))
    return [copy, address] if article.archived_url else [address, copy]


def no_longer_found(day: date) -> str:
    return f"No longer found there on {long_day(day)}."


def linked(term: str, part: Part | None) -> Row:
    return Row(term=term, lines=((part or Part(NOT_RECORDED),),))


def address_of_original(article: Article) -> Part | None:
    url = article.source_url
    return Part(host(url), url, robust=of_original(article)) if url else None


def archived_copy(article: Article) -> Part | None:
    url = article.archived_url
    return Part(host(url), url, robust=of_archived_copy(article)) if url else None


def capture(article: Article) -> Row:
    kept = article.capture
    if kept is None:
        return words("Capture", NOT_RECORDED)
    taken = f"Taken {long_day(kept.captured)}, " if kept.captured else "Day not recorded; "
    place = "kept here, not published" if kept.file else "kept elsewhere"
    code = Part(in_groups(kept.sha256), code=True)
    return Row(term="Capture", lines=((Part(taken + place),), (code,)))


def also_read(article: Article) -> Row:
    parts = tuple((Part(report.name, report.url),) for report in article.also)
    return Row(term="Also read", lines=parts)


def text(article: Article, digest: str) -> Row:
    """What kind of text it is, in a sentence, and by what it can be known again."""
    kind = KINDS[article.text]
    meaning = (Part(kind.meaning), Part(kind.question, path=f"{READING}#{article.text}"))
    code = ((Part(in_groups(digest), check=True),),) if digest else ()
    return Row(term="Text", lines=(meaning, *code))


def original(article: Article) -> Row:
    if article.rights is None:
        return words("Original", f"Rights {NOT_RECORDED}")
    rights = statement(article.rights)
    parts = (Part(f"{rights.words},"), Part(rights.name, rights.uri))
    if article.text == "digest":
        return Row(term="Original", lines=(parts, (Part("None of its wording is shown here."),)))
    return Row(term="Original", lines=(parts,))


def this_digest(article: Article, site: Site) -> Row:
    if article.text != "digest":
        return Row(term="This digest")
    terms = (
        "Free of all rights," if site.licence.startswith("CC0") else "May be reused with credit,"
    )
    return Row(
        term="This digest", lines=((Part(terms), Part(site.licence_name, site.licence_url)),)
    )
