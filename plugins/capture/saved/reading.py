"""Read a saved page: its metadata, its text, and what becomes of each of its other lines.

A value of the metadata that the page prints too is claimed where it is printed. Another becomes
a line of the ledger behind those of the page, so that the account knows of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from ...archive.notices import mark_in
from ..boilerplate import HIGHLIGHTS
from ..captions import LONGEST_CREDIT, read_caption
from ..claims import LONGEST_LINE, LONGEST_VALUE, claim_meta
from ..clock import Stamp
from ..ledger import OUT, Claim, Ledger
from ..lines import Removed
from ..meta import MetaLine, read_meta
from ..pictures import NO_LICENCE, Coming
from ..reading import Reading
from ..units import Unit
from . import leftover, outside
from .body import LONGEST_CAPTION, Body, choose, is_day, level
from .brought import Brought, brought
from .dates import stamp_of
from .extractors import first_choice
from .facts import Fact, Facts, facts_of
from .figures import credits_in
from .lines import Line, lines_of
from .pages import ContainerError, SavedPage
from .paragraphs import paragraphs
from .tree import clean, parse

BYLINE = 40  # words of a line that may hold the names of authors
NEAR = 15  # lines around the headline and the text in which a day is that of publication
LONGEST_DAY = 200  # characters
MOST_AUTHORS, MOST_STEPS = 20, 8
LONGEST_ADDRESS = 2_000  # characters, as the model allows
NO_ARCHIVE = "no-archive"
BROKEN = "in broken markup"
MOST_BROKEN = 0.05  # of the words


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was taken apart: its lines, what it says of itself, and what is its text.

    `broken` are words that only another reader finds, between tags that are no tags.
    """

    page: SavedPage
    lines: list[Line]
    facts: Facts
    body: Body
    pictures: tuple[Brought, ...]
    removed: tuple[str, ...]
    broken: tuple[str, ...]


def see(page: SavedPage, images: str | None = None) -> Seen:
    """Take a page apart; ContainerError if it can't be read whole.

    `images` is the rights code that the curator names for its pictures.
    """
    html, removed = clean(page.html)
    tree = parse(html)
    lines = lines_of(tree)
    if not lines:
        raise ContainerError("empty", "there is no text in the page; save it again")
    facts = facts_of(tree, page.address)
    host = urlsplit(page.address or next((f.value for f in facts.source_url), "")).hostname or ""
    titles = [fact.value for fact in facts.title]
    summaries = [fact.value for fact in facts.summary]
    body = choose(lines, first_choice(html, lines), titles, host, summaries)
    pictures = brought(tree, page, images)
    return Seen(page, lines, facts, body, pictures, tuple(removed), unseen(html, lines))


def unseen(html: str, lines: Iterable[Line]) -> tuple[str, ...]:
    """Words that another reader finds in the page and `lines` hasn't."""
    lines = list(lines)
    missing, more = outside.compared(html, (line.text for line in lines))
    if more or len(missing) > MOST_BROKEN * sum(line.words for line in lines):
        shown = " ".join((more or missing)[:8])
        message = f'its markup is broken near "{shown}"; paste the text into a .txt file'
        raise ContainerError("broken-markup", message)
    return tuple(missing)


def read_page(seen: Seen, known: Callable[[str], str | None]) -> Reading:
    """Claim every word of a page; for `known` see `Reading`."""
    ledger = Ledger(tuple(line.text for line in seen.lines))
    reading = Reading(ledger, known, tuple(Removed(1, char) for char in seen.removed))
    reading.shown = len(seen.lines)
    for step in STEPS:
        step(reading, seen)
    if seen.broken:
        line = ledger.add(" ".join(seen.broken))
        reading.shown = line
        ledger.whole([line], OUT, kind=BROKEN, sure="doubtful")
    return reading


def claim_text(reading: Reading, seen: Seen) -> None:
    kept = [seen.lines[number] for number in seen.body.in_order()]
    for item, paragraph in enumerate(paragraphs(kept)):
        reading.ledger.whole((line.number for line in paragraph.lines), "body", item)
        reading.marks[item] = paragraph.mark
        reading.paragraphs += 1


def claim_title(reading: Reading, seen: Seen) -> None:
    for fact in seen.facts.title[:1]:
        order = sorted(seen.lines, key=lambda line: (line.block.tag != "h1", line.kind != "text"))
        claim_value(reading, "title", 0, fact, order, LONGEST_LINE)


def claim_value(
    reading: Reading, place: str, item: int, fact: Fact, lines: Iterable[Line], longest: int
) -> None:
    """Claim a value where one of the lines has it and nothing else; if none has, from the metadata.

    A value too long for its field, or without a word in it, is none.
    """
    if len(fact.value) > longest or not level(fact.value):
        return
    reading.where[place, item] = fact.where
    free = (line for line in lines if line.number not in reading.ledger.taken)
    same = next((line.number for line in free if line.text == fact.value), None)
    number = same or reading.ledger.add(fact.value)
    reading.ledger.whole([number], place, item, sure=fact.sure)


def claim_metadata_lines(reading: Reading, seen: Seen) -> None:
    """Lines of day, time and names near the headline, where the metadata tell no author."""
    if seen.facts.authors:
        return
    for line, meta in printed_metadata(reading, seen):
        kinds = {piece.kind for piece in meta.pieces}
        if "author" in kinds and line.number not in reading.ledger.taken:
            claim_meta(reading, Unit("meta", [line.number], line.text, meta=meta))


def claim_authors(reading: Reading, seen: Seen) -> None:
    """Each name once: in a short line of its own or a byline, else from the metadata."""
    rest = [line for line in seen.lines if line.kind == "text" and line.words <= BYLINE]
    for fact in seen.facts.authors[:MOST_AUTHORS]:
        item = len(reading.authors)
        if len(fact.value) > LONGEST_LINE or fact.value in reading.authors:
            continue
        at = next(filter(None, (name_in(reading, line, fact.value) for line in rest)), None)
        reading.where["authors", item] = fact.where
        if at is None:
            reading.ledger.whole([reading.ledger.add(fact.value)], "authors", item, sure=fact.sure)
        else:
            reading.ledger.claim(Claim(*at, "authors", item, sure=fact.sure))
        reading.authors.append(fact.value)


def name_in(reading: Reading, line: Line, name: str) -> tuple[int, int, int] | None:
    """Where a name stands in a line that is nobody's yet, or has other names."""
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line.text)
    claims = [claim for claim in reading.ledger.claims if claim.line == line.number]
    if found is None or any(claim.place != "authors" for claim in claims):
        return None
    if any(claim.start < found.end() and found.start() < claim.end for claim in claims):
        return None
    return line.number, found.start(), found.end()


def claim_section(reading: Reading, seen: Seen) -> None:
    for fact in seen.facts.section[:1]:
        for item, step in enumerate(fact.value.split(" > ")[:MOST_STEPS]):
            claim_value(reading, "section", item, Fact(step, fact.where, fact.sure), (), 1_000)


def claim_highlights(reading: Reading, seen: Seen) -> None:
    """A list above the text under a heading such as "Highlights"."""
    first = min(seen.body.kept, default=len(seen.lines))
    label: Line | None = None
    for line in seen.lines[:first]:
        if line.kind == "text" and HIGHLIGHTS.match(line.text):
            label = line
        elif label is not None and "li" in line.tags and line.number not in reading.ledger.taken:
            if reading.highlights == 0:
                reading.ledger.whole([label.number], OUT, kind="label")
            reading.ledger.whole([line.number], "highlights", reading.highlights)
            reading.highlights += 1
        elif label is not None and reading.highlights:
            return


def claim_summary(reading: Reading, seen: Seen) -> None:
    """The standfirst: a summary of the metadata that the text doesn't begin with."""
    beginning = level(" ".join(seen.lines[n].text for n in seen.body.in_order()[:3]))
    for fact in seen.facts.summary[:1]:
        cut = level(re.sub(r"(?:\.{3}|…)$", "", fact.value))
        if cut and not beginning.startswith(cut):
            claim_value(reading, "summary", 0, fact, seen.lines, LONGEST_VALUE)


def claim_address(reading: Reading, seen: Seen) -> None:
    """The article's address, if it is one of the source's."""
    own = (fact for fact in seen.facts.source_url if reading.known(fact.value) == "source_url")
    for fact in list(own)[:1]:
        claim_value(reading, "source_url", 0, fact, (), LONGEST_ADDRESS)


def claim_captions(reading: Reading, seen: Seen) -> None:
    """Captions between headline and end of the text, each with its credit and notice."""
    if not seen.body.kept:
        return
    title = min((claim.line for claim in reading.ledger.of("title")), default=1)
    first = min(title - 1, *seen.body.kept)
    for line in seen.lines[first : max(seen.body.kept) + NEAR]:
        free = line.kind == "text" and line.number not in reading.ledger.taken
        if free and len(line.text) <= LONGEST_VALUE and is_caption(seen, line):
            claim_caption(reading, line)


def is_caption(seen: Seen, line: Line) -> bool:
    """In a figure, or with a credit or a rights notice and not in the text."""
    why = seen.body.why.get(line.number - 1)
    return (
        "figcaption" in line.tags
        or why == "caption"
        or (why is None and line.words <= LONGEST_CAPTION and read_caption(line.text) is not None)
    )


def claim_caption(reading: Reading, line: Line) -> None:
    """A caption; a credit or a notice by itself joins the caption before it in its figure."""
    caption = read_caption(line.text)
    notice = caption.notice if caption else len(line.text)
    marked = marked_credit(line, notice)
    credit = min(caption.credit if caption else notice, marked)
    if cuts_a_word(line.text, credit):
        credit = notice
    forbidden = caption is not None and caption.forbidden
    forbidden |= mark_in(line.text[min(marked, credit) : notice]) is not None
    ledger, item = reading.ledger, len(reading.forbidden)
    figure = figure_of(line)
    alone = credit == 0 and item and reading.figures[-1] is figure and figure is not None
    if alone and not ledger.value("images.credit", item - 1):
        item -= 1
        reading.forbidden[item] |= forbidden
    else:
        reading.forbidden.append(forbidden)
        reading.figures.append(figure)
    ends = (("caption", 0, credit), ("credit", credit, notice), ("notice", notice, len(line.text)))
    for key, start, end in ends:
        ledger.claim(Claim(line.number, start, end, f"images.{key}", item, sure="likely"))


def marked_credit(line: Line, end: int) -> int:
    """Where the credit begins that the page marks as one; `end` if it marks none before that."""
    if figure_of(line) is None and "figcaption" not in line.tags:
        return end
    text = line.text[:end].rstrip()
    marked = [credit for credit in credits_in(line.block) if text.endswith(credit)]
    longest = max(map(len, marked), default=0)
    return len(text) - longest if 0 < longest <= LONGEST_CREDIT else end


def cuts_a_word(text: str, at: int) -> bool:
    """Whether two words stand there without a space: "a rabbitCredit: EPA"."""
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


def note_pictures(reading: Reading, seen: Seen) -> None:
    """What may be done with each picture, and the files of those that come in.

    A picture without a caption is an image of the article only if it comes in.
    """
    for one in seen.pictures:
        item = next((n for n, e in enumerate(reading.figures) if e is one.element), None)
        if one.verdict.rights == NO_ARCHIVE:
            note_notice(reading, one, item)
        elif one.picture is not None:
            take_picture(reading, one, item)
        elif item is not None and one.verdict.why != NO_LICENCE:
            reading.notes.append(f"image {item + 1} stays out: {one.note}")


def note_notice(reading: Reading, one: Brought, item: int | None) -> None:
    """What is said of a picture where nobody sees it forbids it too."""
    shown = f"image {item + 1}" if item is not None else "a picture without caption"
    is_printed = item is not None and reading.forbidden[item]
    reading.notes.append(
        f"{shown}: {one.note}" + ("" if is_printed else f': "{one.verdict.notice}"')
    )
    if item is not None:
        reading.forbidden[item] = True


def take_picture(reading: Reading, one: Brought, item: int | None) -> None:
    """Let a picture come in, unless the words of its caption forbid that."""
    assert one.picture is not None
    assert one.verdict.rights is not None
    if item is None:
        item = len(reading.forbidden)
        reading.forbidden.append(False)
        reading.figures.append(one.element)
    if not reading.forbidden[item]:
        coming = Coming(one.alt, one.verdict.rights, one.note, one.picture)
        reading.pictures.setdefault(item, coming)


def figure_of(line: Line) -> object:
    return next((e for e in line.block.iterancestors("figure")), None)


def note_dates(reading: Reading, seen: Seen) -> None:
    """The days of the metadata; without any, those printed near the headline and the text."""
    facts = [("published", fact) for fact in seen.facts.published]
    for label, fact in facts or [("updated", fact) for fact in seen.facts.modified]:
        stamp = stamp_of(fact.value, 0, label)
        if stamp is not None:
            reading.stamps.append(stamp)
            reading.where.setdefault(("date", 0), fact.where)
    if not facts:
        printed = list(printed_days(reading, seen))
        reading.stamps = printed or reading.stamps
        if printed:
            reading.where.pop(("date", 0), None)


def printed_days(reading: Reading, seen: Seen) -> Iterator[Stamp]:
    for _, meta in printed_metadata(reading, seen):
        yield from meta.stamps


def printed_metadata(reading: Reading, seen: Seen) -> Iterator[tuple[Line, MetaLine]]:
    """Lines near headline and text that hold nothing but days, times, names and prompts."""
    title = min((claim.line for claim in reading.ledger.of("title")), default=1)
    first = min(title, min(seen.body.kept, default=title))
    last = max(seen.body.kept, default=title) + NEAR
    for line in seen.lines[max(first - NEAR, 0) : last]:
        in_text = line.number - 1 in seen.body.kept
        if line.kind == "text" and len(line.text) <= LONGEST_DAY and not in_text:
            meta = read_meta(line.text, line.number, reading.known)
            if meta is not None:
                yield line, meta


def note_language(reading: Reading, seen: Seen) -> None:
    for fact in seen.facts.language[:1]:
        if fact.value.partition("-")[0] != "en":
            reading.lang = fact.value
            reading.where["lang", 0] = fact.where


def claim_rest(reading: Reading, seen: Seen) -> None:
    """Every other line, and what is left of those that were claimed in part."""
    ledger = reading.ledger
    claimed: dict[int, list[Claim]] = {}
    for claim in ledger.claims:
        claimed.setdefault(claim.line, []).append(claim)
    titles = {level(fact.value) for fact in seen.facts.title}
    for line in seen.lines:
        at = 0
        part = sorted(claimed.get(line.number, ()), key=lambda claim: claim.start)
        kind = kind_of(seen, line, titles, part)
        for claim in part:
            ledger.claim(Claim(line.number, at, claim.start, OUT, kind=kind, sure="likely"))
            at = claim.end
        ledger.claim(Claim(line.number, at, len(line.text), OUT, kind=kind, sure="likely"))


def kind_of(seen: Seen, line: Line, titles: set[str], claimed: Sequence[Claim]) -> str:
    if claimed:
        return "byline" if claimed[0].place == "authors" else leftover.kind_of(line)
    if line.kind == "text" and level(line.text) in titles:
        return "repeated title"
    if is_day(line):
        return "date line"
    return seen.body.why.get(line.number - 1) or leftover.kind_of(line)


STEPS: tuple[Callable[[Reading, Seen], None], ...] = (
    claim_text,
    claim_title,
    claim_authors,
    claim_metadata_lines,
    claim_section,
    claim_summary,
    claim_highlights,
    claim_address,
    claim_captions,
    note_pictures,
    note_dates,
    note_language,
    claim_rest,
)
