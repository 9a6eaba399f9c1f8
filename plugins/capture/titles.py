"""The headline of an article, and the breadcrumb that often ends with it."""

import re

from . import boilerplate
from .breadcrumbs import SIGN, SIGN_ALONE, Breadcrumb, alike, is_home
from .captions import read_caption
from .ledger import OUT, Claim, Ledger
from .reading import Reading
from .units import HEAD, SENTENCE_END, Unit

LONGEST_TITLE = 1_000
LABEL = re.compile(r"\s*(?:title|headline)\s*:\s*(?=\S)", re.IGNORECASE)


def find_title(reading: Reading) -> None:
    """The headline: what the breadcrumb ends with, what is labelled, what looks like one."""
    for find in (titled, under_breadcrumb, looks_like_title, in_breadcrumb):
        if find(reading):
            return


def titled(reading: Reading) -> bool:
    """`title: ...` as a curator may write it above a capture that has none."""
    for number, unit in enumerate(reading.units[:HEAD]):
        label = LABEL.match(unit.text)
        if label and unit.shape == "text" and len(unit.text) <= LONGEST_TITLE:
            line = unit.lines[0]
            text = reading.ledger.lines[line - 1]
            start = text.index(":") + 1
            reading.ledger.claim(Claim(line, 0, start, OUT, kind="label"))
            reading.ledger.claim(Claim(line, start, len(text), "title"))
            reading.ledger.whole(unit.lines[1:], "title")
            unit.used, reading.title = True, number
            return True
    return False


def under_breadcrumb(reading: Reading) -> bool:
    for crumb_unit in (unit for unit in reading.units if unit.crumb):
        assert crumb_unit.crumb is not None
        line = reading.ledger.lines[crumb_unit.lines[0] - 1]
        parts = crumb_unit.crumb.parts
        for number, unit in enumerate(reading.units):
            if unit.shape == "crumb" or len(unit.text) > LONGEST_TITLE:
                continue
            for index, (start, _) in enumerate(parts[1:], start=1):
                if alike(unit.text, line[start:].strip()):
                    crumb_unit.crumb = Breadcrumb(crumb_unit.lines[0], parts[:index])
                    take_title(reading, number, "sure")
                    return True
    return False


def looks_like_title(reading: Reading) -> bool:
    """The first line like a headline; a line that stands twice is surely one."""
    found = [
        number
        for number, unit in enumerate(reading.units[: 2 * HEAD])
        if unit.shape == "text" and headline(unit.text)
    ]
    prose = [n for n, unit in enumerate(reading.units) if is_prose(unit)]
    found = [number for number in found if not prose or number < prose[0]]
    longest = [n for n in found if len(reading.units[n].text.split()) >= 4]
    for number in (longest or found)[:1]:
        twice = sum(alike(unit.text, reading.units[number].text) for unit in reading.units) > 1
        take_title(reading, number, "sure" if twice else "likely")
        return True
    return False


def headline(text: str) -> bool:
    ends_as_sentence = re.search(r"(?<!\.)[.:;][\"'”’)]*$", text) is not None
    return (
        3 <= len(text.split()) <= 30
        and not ends_as_sentence
        and len(text) <= LONGEST_TITLE
        and read_caption(text) is None
        and boilerplate.kind_of(text) is None
        and any(map(str.isalpha, text))
    )


def is_prose(unit: Unit) -> bool:
    return (
        unit.shape == "text"
        and len(unit.text.split()) >= 12
        and SENTENCE_END.search(unit.text) is not None
        and read_caption(unit.text) is None
        and boilerplate.kind_of(unit.text) is None
    )


def in_breadcrumb(reading: Reading) -> bool:
    """A headline that stands only at the end of the breadcrumb."""
    for number, unit in enumerate(reading.units):
        if unit.crumb is None or len(unit.crumb.parts) < 3:
            continue
        start, end = unit.crumb.parts[-1]
        line = unit.lines[0]
        words = reading.ledger.lines[line - 1][start:end]
        if len(words.split()) >= 4 and len(words) <= LONGEST_TITLE:
            reading.ledger.claim(Claim(line, start, end, "title", sure="likely"))
            unit.crumb = Breadcrumb(line, unit.crumb.parts[:-1])
            reading.title = number
            return True
    return False


def take_title(reading: Reading, number: int, sure: str) -> None:
    unit = reading.units[number]
    reading.ledger.whole(unit.lines, "title", sure=sure)
    unit.used, reading.title = True, number


def claim_breadcrumbs(reading: Reading) -> None:
    """Section from the first breadcrumb; separators, Home and a repeated title are left out."""
    ledger, seen = reading.ledger, False
    for unit in reading.units:
        if unit.shape == "crumb" and unit.crumb is None:
            claim_upright(reading, unit, seen)
            unit.used, seen = True, True
        if unit.crumb is None:
            continue
        line, at = unit.lines[0], 0
        text = ledger.lines[line - 1]
        for item, (start, end) in enumerate(unit.crumb.parts):
            ledger.claim(Claim(line, at, start, OUT, kind="navigation"))
            if seen or is_home(text[start:end]) or len(text[start:end]) > LONGEST_TITLE:
                ledger.claim(Claim(line, start, end, OUT, kind="navigation"))
            else:
                ledger.claim(Claim(line, start, end, "section", item, "", unit.crumb.sure))
            at = end
        claim_crumb_tail(ledger, line, at)
        unit.used, seen = True, True


def claim_upright(reading: Reading, unit: Unit, seen: bool) -> None:
    """A breadcrumb with a part a line: the last may be the title again."""
    ledger, title = reading.ledger, reading.ledger.value("title")
    for item, line in enumerate(unit.lines):
        text = ledger.lines[line - 1]
        sign = SIGN_ALONE.search(text)
        end = sign.start() if sign else len(text)
        if alike(title, text):
            ledger.whole([line], OUT, kind="repeated title")
            continue
        if seen or is_home(text[:end]) or end > LONGEST_TITLE:
            ledger.claim(Claim(line, 0, end, OUT, kind="navigation"))
        else:
            ledger.claim(Claim(line, 0, end, "section", item))
        ledger.claim(Claim(line, end, len(text), OUT, kind="navigation"))


def claim_crumb_tail(ledger: Ledger, line: int, at: int) -> None:
    """What follows the section: the title again, unless it was claimed as the title."""
    text = ledger.lines[line - 1]
    title = [claim for claim in ledger.of("title") if claim.line == line]
    end = title[0].start if title else len(text)
    gap = re.compile(rf"\s*(?:{SIGN}|[/|])\s*").match(text, at)
    start = min(gap.end(), end) if gap else at
    ledger.claim(Claim(line, at, start, OUT, kind="navigation"))
    ledger.claim(Claim(line, start, end, OUT, kind="repeated title"))
    if title:
        ledger.claim(Claim(line, title[0].end, len(text), OUT, kind="navigation"))


def claim_repeated_title(reading: Reading) -> None:
    title = reading.ledger.value("title")
    for unit in reading.units:
        if title and not unit.used and unit.shape == "text" and alike(title, unit.text):
            reading.ledger.whole(unit.lines, OUT, kind="repeated title")
            unit.used = True
