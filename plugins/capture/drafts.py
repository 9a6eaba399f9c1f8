"""A capture as a draft: names, article and report, and the proof that no word is missing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import TypeVar

from ..archive import frontmatter
from ..archive.authorities import NameIndex
from ..archive.copies import Copy
from ..archive.files import MAX_BYTES
from ..archive.holdings import Holdings
from ..archive.model import Article, FrontMatter
from ..archive.problems import Problem
from ..archive.reading import read_record
from ..archive.slugs import numbered, slug
from . import filing, proposals, sources
from .clock import Dated
from .compose import Around, article, body
from .dated import Given, dated_by
from .escape import escape
from .kinds import reader_of
from .language import UNDETERMINED, language
from .ledger import Account, Ledger, LedgerError, account
from .loading import Loaded, fault
from .mentions import Names, find
from .new_records import accepted, names_file
from .oddities import oddities
from .reading import Reading
from .report import Findings, report
from .words import Word, passages

MOST_SIGNS = 10_000
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a curator asks for: the id of a `source`, None to recognise it; `text` full, excerpt or
    metadata; `images` the rights code of the pages' pictures, None to take only those that
    declare a licence; `records`, to make records of new people who are surely named; `date`, of
    captures that don't say theirs."""

    source: str | None
    text: str
    today: date
    images: str | None = None
    records: bool = False
    date: Given | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An import that is ready to be written; `names`: proposed records in one file, `records`: the
    accepted ones, by path in the content folder."""

    capture: Loaded
    id: str
    file: str
    article: str
    report: str
    account: Account
    copies: tuple[Copy, ...]
    pictures: Mapping[str, bytes]
    names: str
    records: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Before:
    """A capture that was imported before, and the article made of it."""

    capture: Loaded
    article: Article


class RefusedError(Exception):
    """A capture that can't be imported."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def prepare(archive: Holdings, capture: Loaded, choices: Choices) -> Draft | Before:
    """One capture as a draft; or what was made of it before."""
    there = filing.imported(archive, capture.sha256)
    if there is not None:
        return Before(capture, there)
    if capture.page is None:
        origin, reading = of_text(archive, capture, choices.source)
    else:
        origin, reading = of_page(archive, capture, choices.source, choices.images)
    dated = published(capture, reading, origin.record.timezone, choices.date)
    return draft(archive, capture, reading, origin, dated, choices)


def of_text(
    archive: Holdings, capture: Loaded, source: str | None
) -> tuple[sources.Known, Reading]:
    reader = must(reader_of(capture))
    origin = must(
        sources.named(archive, source, str(capture.path))
        if source is not None
        else sources.recognised(archive, capture)
    )
    return origin, reader(capture.text, known_by(archive, origin))


def of_page(
    archive: Holdings, capture: Loaded, source: str | None, images: str | None
) -> tuple[sources.Known, Reading]:
    """Read a saved page. What that needs takes 0.2 s to import, so it is done here."""
    from .saved.pages import ContainerError
    from .saved.reading import read_page, see

    assert capture.page is not None
    try:
        seen = see(capture.page, images)
    except ContainerError as error:
        raise RefusedError(fault(capture.path, 1, error.code, error.message)) from error
    origin = must(
        sources.named(archive, source, str(capture.path))
        if source is not None
        else sources.of_page(archive, capture.path, capture.page.address, seen.facts)
    )
    return origin, read_page(seen, known_by(archive, origin))


def known_by(archive: Holdings, origin: sources.Known) -> Callable[[str], str | None]:
    places = NameIndex(archive.authorities["places"])
    return lambda words: sources.what_is(words, origin.record, places)


def must(found: Found | Problem) -> Found:
    if isinstance(found, Problem):
        raise RefusedError(found)
    return found


def published(capture: Loaded, reading: Reading, zone: str | None, given: Given | None) -> Dated:
    """The moment of publication, after looking whether the capture has what is required."""
    if not reading.ledger.value("title"):
        message = (
            f"no headline was found; {remedy(capture, 'write one above the text', 'title: ...')}"
        )
        raise RefusedError(fault(capture.path, 1, "no-title", message))
    dated = must(dated_by(reading, zone, given))
    if dated is None:
        unclear = [stamp.line for stamp in reading.stamps if stamp.unclear]
        why = "the day can be read in two ways" if unclear else "no day of publication was found"
        advice = remedy(capture, "write it as the first line", "date 2021-04-06")
        message = f"{why}; {advice}, or name it with --date 2021-04-06"
        raise RefusedError(fault(capture.path, min(unclear, default=1), "no-date", message))
    return dated


def remedy(capture: Loaded, advice: str, line: str) -> str:
    if capture.page is not None:
        advice = "paste the text into a .txt file, below a line"
    return f"{advice}: `{line}`"


def draft(
    archive: Holdings,
    capture: Loaded,
    reading: Reading,
    origin: sources.Known,
    dated: Dated,
    choices: Choices,
) -> Draft:
    """Names, article and report, and the proof that no word is missing from them."""
    ledger, day = reading.ledger, dated.moment.day
    title = ledger.value("title")
    fallback = f"{origin.id}-{day.isoformat()}"
    name = filing.free_name(
        archive,
        day.year,
        (numbered(slug(title, fallback), n) for n in count(1)),
        capture.ending,
    )
    id_ = f"{day.year:04}/{name}"
    file = filing.kept_capture(archive, capture.data) or f"{id_}{capture.ending}"
    pictures = filed(archive, reading, id_)
    words = list(passages(ledger))
    mentions = find(words, Names(archive.authorities))
    new = tuple(proposals.new_names(words, mentions, archive.authorities))
    added = accepted(archive.authorities, new, words, mentions) if choices.records else {}
    around = Around(
        moment=dated.moment,
        source=origin.id,
        text=choices.text,
        added=choices.today,
        sha256=capture.sha256,
        file=file,
        lang=spoken(reading, words),
        ids=mentions.ids,
        captured=capture.page.captured if capture.page else None,
        archived=capture.page.archived if capture.page else None,
        pictures=pictures,
    )
    copies = archive.copies(body(reading))
    findings = Findings(
        capture=capture.path.name,
        article=archive.shown(f"articles/{id_}.md"),
        file=archive.shown(f"captures/{file}"),
        sha256=capture.sha256,
        source=f"{origin.id} ({origin.record.heading})",
        why_source=origin.why,
        ledger=ledger,
        where=reading.where,
        shown=reading.shown,
        notes=notes(capture, reading),
        removed=reading.removed,
        dated=dated,
        mentions=mentions,
        tags=tuple(proposals.tags(words, archive.authorities["tags"])),
        new_names=tuple(name for name in new if name.path not in added),
        new_records=tuple(map(archive.shown, added)),
        unknown=tuple(unknown(around, ledger, reading)),
        forbidden=tuple(reading.forbidden),
        pictures={item: brought_in(archive, reading, item, pictures[item]) for item in pictures},
        beside=tuple(archive.shown(f"articles/{i}.md") for i in same_capture(archive, capture)),
        copies=tuple((archive.shown(f"articles/{one.id}.md"), one.share) for one in copies),
        paragraphs=reading.paragraphs,
        keep_text=choices.text != "metadata",
    )
    refuse_signs(capture, reading)
    written, told = article(reading, around), report(findings)
    counted = proved(capture, ledger, written, told)
    data = {name: reading.pictures[item].file.data for item, name in pictures.items()}
    names = names_file(name for name in new if name.path not in added)
    made = Draft(capture, id_, file, written, told, counted, copies, data, names, added)
    refuse_faults(archive, made, choices.text)
    return made


def filed(archive: Holdings, reading: Reading, id_: str) -> dict[int, str]:
    """The names that the pictures get under content/images/: the article's, with a number."""
    numbers, folder = count(1), archive.folder / "images"
    names: dict[int, str] = {}
    for item, coming in sorted(reading.pictures.items()):
        free = (f"{id_}-{number}{coming.file.ending}" for number in numbers)
        names[item] = next(name for name in free if not (folder / name).exists())
    return names


def brought_in(archive: Holdings, reading: Reading, item: int, name: str) -> str:
    coming = reading.pictures[item]
    return f"{coming.why}; brought in as {archive.shown(f'images/{name}')}"


def spoken(reading: Reading, words: list[tuple[Word, ...]]) -> str | None:
    """The text's language; a page that says it is in English while it isn't is not believed."""
    found = language(words)
    return reading.lang if found == UNDETERMINED and reading.lang else found


def notes(capture: Loaded, reading: Reading) -> tuple[str, ...]:
    """What a reviewer should know of the file, and of a language that the text hasn't."""
    return (*(capture.page.notes if capture.page else ()), *reading.notes)


def same_capture(archive: Holdings, capture: Loaded) -> Iterator[str]:
    """Articles that name these bytes and were not made of them: a digest in our own words."""
    yield from (other.id for other in archive.made_of(capture.sha256))


def unknown(around: Around, ledger: Ledger, reading: Reading) -> Iterator[str]:
    """What the capture doesn't tell; it stays out of the article."""
    yield from oddities(ledger)
    if not ledger.of("source_url"):
        yield "source_url: no address of the article is printed"
    if around.moment.time is None:
        yield "time of publication"
    if not reading.authors:
        yield "authors: no byline was found"
    if around.lang == UNDETERMINED:
        yield "lang: the text is not in English; write the code of its language"
    if not all(no or item in reading.pictures for item, no in enumerate(reading.forbidden)):
        yield "rights of the image: no notice forbids keeping it, none allows it"
    yield "rights of the text" + ("" if around.captured else "; day of the capture")


def refuse_signs(capture: Loaded, reading: Reading) -> None:
    """Markdown needs a minute for 100,000 escaped signs in one paragraph: no text has them."""
    for claims in reading.ledger.items("body").values():
        signs = sum(escape(reading.ledger.text(claim)).count("\\") for claim in claims)
        if signs > MOST_SIGNS:
            message = f"this paragraph has {signs} signs such as * and [; remove the ornaments"
            raise RefusedError(fault(capture.path, claims[0].line, "too-many-signs", message))


def proved(capture: Loaded, ledger: Ledger, written: str, told: str) -> Account:
    """The account of the words; a gap in it is our own fault, and nothing may be written."""
    try:
        ledger.verify()
        if capture.page is None:
            return account(capture.text, written, told)
        from .saved.proof import account_page

        return account_page(capture.page.html, written, told)
    except (LedgerError, frontmatter.FrontMatterError) as error:
        message = f"{error}; nothing was written: this is a fault of the import, please report it"
        raise RefusedError(fault(capture.path, 1, "words-lost", message)) from error


def article_of(id_: str, front: FrontMatter, body: str) -> Article:
    keys = {key: getattr(front, key) for key in FrontMatter.__dataclass_fields__}
    return Article(id=id_, body=body, **keys)


def refuse_faults(archive: Holdings, made: Draft, text: str) -> None:
    """Raise RefusedError for what `inv check` would refuse in the article."""
    path = made.capture.path
    document = frontmatter.read(made.article)
    front, faults = read_record(FrontMatter, document.values)
    for keys, code, message in faults:
        place = ".".join(map(str, keys))
        raise RefusedError(fault(path, 1, code, f"{place}: {message}; shorten the capture"))
    assert front is not None
    if len(made.article.encode()) > MAX_BYTES:
        raise RefusedError(fault(path, 1, "too-large", "the article would have over 1 MB"))
    if not document.body.strip() and text != "metadata":
        message = "no text was found below the headline; paste it, or import with --text metadata"
        raise RefusedError(fault(path, 1, "no-text", message))
    there = archive.twin(article_of(made.id, front, document.body))
    if there is not None:
        shown = archive.shown(f"articles/{there}.md")
        message = f"{shown} is the same article from another capture; correct that one instead"
        raise RefusedError(fault(path, 1, "duplicate-article", message))
