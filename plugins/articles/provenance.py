"""The slip under an article: where it came from and what may be done with it.

What is not known is said here, because in a record of provenance that is itself news.
"""

from dataclasses import dataclass, field

from plugins.archive.days import long_day, long_span
from plugins.archive.entries import Heading
from plugins.archive.model import Article
from plugins.archive.site import Site

from .hosts import host
from .moments import Shown
from .rights import statement
from .robust import Attributes, of_archived_copy, of_original

NOT_RECORDED = "not recorded"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a row: words, or a link where `url` is set; `code` is set in monospace.
    `robust`: what the link says of other states of what it leads to."""

    words: str
    url: str | None = None
    code: bool = False
    robust: Attributes = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the slip: a heading to link to, a moment, or parts, one below the other.

    `lang` is set where the words are the article's and not in the page's language.
    """

    term: str
    lang: str | None = None
    heading: Heading | None = None
    moment: Shown | None = None
    lines: tuple[tuple[Part, ...], ...] = field(default=())


def provenance(article: Article, source: Heading, moment: Shown, site: Site) -> list[Row]:
    rows = [
        Row(term="Source", heading=source),
        as_printed("Byline", ", ".join(article.authors), article) or words("Byline", NOT_RECORDED),
        Row(term="Dated", moment=moment.dated),
        words("Happened", long_span(article.happened) if article.happened else ""),
        as_printed("Section", " › ".join(article.section), article),
        linked("Address", address_of_original(article)),
        linked("Archived", archived_copy(article)),
        capture(article),
        also_read(article),
        original(article),
        this_digest(article, site),
        corrections(article),
    ]
    return [row for row in rows if row and (row.heading or row.moment or row.lines)]


def as_printed(term: str, text: str, article: Article) -> Row | None:
    return Row(term=term, lang=article.lang, lines=((Part(text),),)) if text else None


def words(term: str, text: str) -> Row:
    return Row(term=term, lines=((Part(text),),) if text else ())


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
    groups = " ".join(kept.sha256[i : i + 8] for i in range(0, len(kept.sha256), 8))
    return Row(
        term="Capture", lines=((Part(taken + place),), (Part(f"sha256 {groups}", code=True),))
    )


def also_read(article: Article) -> Row:
    parts = tuple((Part(report.name, report.url),) for report in article.also)
    return Row(term="Also read", lines=parts)


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


def corrections(article: Article) -> Row:
    made = sorted(article.corrections, key=lambda correction: correction.date)
    lines = tuple((Part(f"{long_day(one.date)}: {one.note}"),) for one in made)
    return Row(term="Corrections", lines=lines or ((Part("None so far"),),))
