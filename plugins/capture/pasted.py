"""Read a text capture: what a curator pasted from a newspaper's page.

The text is taken apart into units (breadcrumb, metadata line, bullet, run of text), then
the recognisers of `STEPS` claim units for the article's fields, and what is left is the
text, in order. Whatever isn't recognised stays in the text: nothing is thrown away on a
guess, except short lines above the headline.
"""

import re
from collections.abc import Callable

from . import boilerplate
from .captions import LABEL, notice_start
from .claims import claim_boilerplate, claim_caption, claim_meta
from .head import claim_head
from .ledger import OUT, Claim, Ledger
from .lines import clean
from .meta import MetaLine
from .reading import Reading
from .titles import claim_breadcrumbs, claim_repeated_title, find_title
from .units import HEAD, Unit, units

ADDRESS = re.compile(
    r"^\s*(?P<label>(?:url|link|address|source|original|from)\s*:\s*)?(?P<url>https?://[^\s<>\"'`\\{}|^]{3,1900})\s*$",
    re.IGNORECASE,
)


def read_pasted(text: str, known: Callable[[str], str | None]) -> Reading:
    """Read a text; for `known` see `Reading`."""
    lines, removed = clean(text)
    reading = Reading(Ledger(lines), known, removed)
    reading.units = list(units(lines, known))
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
        if len(unit.text.split()) <= 12:
            kind = "above the headline, not recognised"
            reading.ledger.whole(unit.lines, OUT, kind=kind, sure="doubtful")
            unit.used = True


def claim_text(reading: Reading) -> None:
    """All the rest, in order; only what is surely no text is left out of it."""
    for unit in reading.units:
        if unit.used:
            continue
        if unit.meta is not None and never_text(unit.meta) and claim_meta(reading, unit):
            continue
        if claim_notice(reading, unit) or claim_boilerplate(reading, unit):
            continue
        reading.ledger.whole(unit.lines, "body", reading.paragraphs)
        reading.paragraphs += 1
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
    claim_text,
)
