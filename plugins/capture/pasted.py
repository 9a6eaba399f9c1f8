"""Read a text capture: what a curator pasted from a newspaper's page.

The text is taken apart into units (breadcrumb, metadata line, bullet, run of text), then
the recognisers of `STEPS` claim units for the article's fields, and what is left is the
text, in order. Whatever isn't recognised stays in the text: nothing is thrown away on a
guess, except short lines above the headline.
"""

import re
from collections.abc import Callable, Iterator

from . import boilerplate, breadcrumbs
from .captions import LABEL, notice_start
from .claims import claim_boilerplate, claim_caption, claim_meta
from .head import claim_head
from .ledger import OUT, Claim, Ledger
from .lines import clean, unquoted
from .mail import mail_lines
from .meta import MetaLine
from .reading import Reading
from .titles import claim_breadcrumbs, claim_repeated_title, find_title, is_prose
from .units import HEAD, SENTENCE_END, Unit, units

ADDRESS = re.compile(
    r"^\s*(?P<label>(?:url|link|address|source|original|from)\s*:\s*)?(?P<url>https?://[^\s<>\"'`\\{}|^]{3,1900})\s*$",
    re.IGNORECASE,
)

COMMENTS = re.compile(
    r"^(?:(?:readers['’]?\s+)?comments?(?:\s*\(?\d{1,5}\)?)?|\d{1,5}\s+comments?"
    r"|(?:leave|post|write|add)\s+a\s+(?:comment|reply)|join\s+the\s+(?:conversation|discussion))"
    r"\s*:?$",
    re.IGNORECASE,
)
REPLY = re.compile(r"^\s*(?:reply|report(?:\s+abuse)?|\d+\s+repl(?:y|ies))\s*$", re.IGNORECASE)
LONGEST_NAME = 8  # words


def read_pasted(text: str, known: Callable[[str], str | None]) -> Reading:
    """Read a text; for `known` see `Reading`."""
    lines, removed = clean(text)
    mail = frozenset(mail_lines(lines))
    lines, marks = unquoted(lines, mail)
    reading = Reading(Ledger(lines), known, removed + marks)
    reading.ledger.whole(sorted(mail), OUT, kind="mail header")
    below = ("" if number in mail else line for number, line in enumerate(lines, start=1))
    reading.units = list(units(tuple(below), known))
    for step in STEPS:
        step(reading)
    return reading


def claim_address(reading: Reading) -> None:
    """The article's address, if one of the source's stands alone among the first lines."""
    ledger = reading.ledger
    for unit in reading.units[:HEAD]:
        line = unit.lines[0]
        match = ADDRESS.match(ledger.lines[line - 1]) if len(unit.lines) == 1 else None
        if match is None or unit.used or reading.known(match["url"]) != "source_url":
            continue
        ledger.claim(Claim(line, 0, match.start("url"), OUT, kind="label"))
        place, kind = (OUT, "another address") if ledger.of("source_url") else ("source_url", "")
        ledger.claim(Claim(line, match.start("url"), match.end("url"), place, kind=kind))
        unit.used = True


def claim_top(reading: Reading) -> None:
    """Above the headline: metadata, and short lines that no article begins with."""
    for unit in reading.units[: max(reading.title, 0)]:
        if unit.used or claim_meta(reading, unit) or claim_caption(reading, unit):
            continue
        if claim_boilerplate(reading, unit):
            continue
        if breadcrumbs.is_part(unit.text) and not reading.ledger.of("section"):
            reading.ledger.whole(unit.lines, "section", sure="likely")
            unit.used = True
        elif len(unit.text.split()) <= 12:
            kind = "above the headline, not recognised"
            reading.ledger.whole(unit.lines, OUT, kind=kind, sure="doubtful")
            unit.used = True


def claim_text(reading: Reading) -> None:
    """All the rest, in order; only what is surely no text is left out of it."""
    above: Unit | None = None  # the paragraph above an edge of the paper
    edge, pages = False, frozenset(page_numbers(reading))
    for unit in reading.units:
        if unit.used:
            continue
        if claim_page(reading, unit, pages):
            edge = True
            continue
        if unit.meta is not None and never_text(unit.meta) and claim_meta(reading, unit):
            continue
        if claim_notice(reading, unit) or claim_boilerplate(reading, unit):
            continue
        if not (edge and above is not None and goes_on(above, unit)):
            reading.paragraphs += 1
        reading.ledger.whole(unit.lines, "body", reading.paragraphs - 1)
        unit.used, above, edge = True, unit, False


def claim_page(reading: Reading, unit: Unit, pages: frozenset[str]) -> bool:
    """What stands at the edge of a page of paper: a line with "Page 3", or its number alone."""
    if unit.meta is not None and unit.meta.pages:
        return claim_meta(reading, unit)
    if unit.text not in pages and boilerplate.kind_of(unit.text) != "page number":
        return False
    reading.ledger.whole(unit.lines, OUT, kind="page number")
    unit.used = True
    return True


def page_numbers(reading: Reading) -> Iterator[str]:
    for unit in reading.units:
        for piece in unit.meta.pieces if unit.meta is not None else ():
            if piece.kind == "page number":
                line = reading.ledger.lines[unit.lines[0] - 1]
                yield re.findall(r"\d+", line[piece.start : piece.end])[0]


def goes_on(above: Unit, unit: Unit) -> bool:
    """Whether a paragraph is the rest of the one on the page before."""
    ended = SENTENCE_END.search(above.text) is not None
    return above.shape == unit.shape == "text" and not ended and unit.text[0].islower()


def claim_box(reading: Reading) -> None:
    """A short line between two prompts to subscribe is the name of what is offered."""
    units = reading.units
    for above, unit, below in zip(units, units[1:], units[2:], strict=False):
        if is_offer(above) and is_offer(below) and not unit.used and unit.shape == "text":
            words = unit.text.split()
            if len(words) <= LONGEST_NAME and SENTENCE_END.search(unit.text) is None:
                reading.ledger.whole(unit.lines, OUT, kind="subscription prompt", sure="likely")
                unit.used = True


def is_offer(unit: Unit) -> bool:
    prompt = "subscription prompt"
    if unit.meta is not None:
        return any(piece.kind == prompt for piece in unit.meta.pieces)
    return len(unit.lines) == 1 and boilerplate.kind_of(unit.text) == prompt


def claim_comments(reading: Reading) -> None:
    """Readers' comments to the end, if below such a heading somebody may reply."""
    units = reading.units
    prose = next((n for n, unit in enumerate(units) if is_prose(unit)), len(units))
    first = next((n for n in range(prose, len(units)) if COMMENTS.match(units[n].text)), len(units))
    below = [unit for unit in units[first:] if not unit.used]
    lines = [line for unit in below for line in unit.lines]
    if any(REPLY.match(reading.ledger.lines[line - 1]) for line in lines):
        reading.ledger.whole(lines, OUT, kind="readers' comments", sure="likely")
        for unit in below:
            unit.used = True


def never_text(meta: MetaLine) -> bool:
    """Prompts, and days with a label; a day alone may be a heading of a chronicle."""
    kinds = {piece.kind for piece in meta.pieces}
    labelled = "label" in kinds and bool(meta.stamps)
    return labelled or (
        bool(kinds & set(boilerplate.PROMPTS)) and not kinds & {"day", "time", "by"}
    )


def claim_notice(reading: Reading, unit: Unit) -> bool:
    """Within the text only a rights notice or a label shows a caption; a credit may be prose."""
    if unit.shape != "text":
        return False
    noticed = notice_start(unit.text) < len(unit.text)
    return (noticed or LABEL.match(unit.text) is not None) and claim_caption(reading, unit)


STEPS: tuple[Callable[[Reading], None], ...] = (
    find_title,
    claim_breadcrumbs,
    claim_repeated_title,
    claim_address,
    claim_head,
    claim_top,
    claim_comments,
    claim_box,
    claim_text,
)
