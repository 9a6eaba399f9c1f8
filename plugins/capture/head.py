"""What stands between the headline and where the text begins."""

from . import boilerplate
from .captions import read_caption
from .claims import LONGEST_VALUE, claim_authors, claim_boilerplate, claim_caption, claim_meta
from .ledger import OUT, Claim
from .meta import Piece
from .reading import Reading
from .units import BULLET, Unit

LONGEST_SUMMARY = 60  # words
ENTRIES = 3  # of a live blog


def claim_head(reading: Reading) -> None:
    """From the headline down to where the text begins."""
    for number in range(reading.title + 1, len(reading.units)):
        unit = reading.units[number]
        if unit.used:
            continue
        claimed = any(claim(reading, number) for claim in HEAD_KINDS)
        if not claimed:
            return


def head_meta(reading: Reading, number: int) -> bool:
    """Times alone that come again and again belong to the entries of a live blog."""
    unit = reading.units[number]
    if is_clock(unit) and sum(map(is_clock, reading.units)) >= ENTRIES:
        return False
    return claim_meta(reading, unit)


def is_clock(unit: Unit) -> bool:
    return unit.meta is not None and unit.meta.clock_alone


def head_bullet(reading: Reading, number: int) -> bool:
    """Bullets between headline and text are highlights; after the text, they belong to it."""
    unit = reading.units[number]
    if unit.shape != "bullet" or len(unit.text) > LONGEST_VALUE:
        return False
    first = unit.lines[0]
    mark = BULLET.match(reading.ledger.lines[first - 1])
    assert mark is not None
    ledger, item = reading.ledger, reading.highlights
    ledger.claim(Claim(first, 0, mark.end(), OUT, kind="bullet mark"))
    length = len(ledger.lines[first - 1])
    ledger.claim(Claim(first, mark.end(), length, "highlights", item))
    ledger.whole(unit.lines[1:], "highlights", item)
    reading.highlights += 1
    unit.used = True
    return True


def head_label(reading: Reading, number: int) -> bool:
    """The word "Highlights" above a list of them."""
    unit = reading.units[number]
    below = reading.units[number + 1 : number + 2]
    if unit.shape != "text" or not boilerplate.HIGHLIGHTS.match(unit.text):
        return False
    if not below or below[0].shape != "bullet":
        return False
    reading.ledger.whole(unit.lines, OUT, kind="label")
    unit.used = True
    return True


def head_caption(reading: Reading, number: int) -> bool:
    return claim_caption(reading, reading.units[number])


def head_boilerplate(reading: Reading, number: int) -> bool:
    return claim_boilerplate(reading, reading.units[number])


def head_byline(reading: Reading, number: int) -> bool:
    """A name on a line of its own beside a line with the date, or a role or an agency."""
    unit = reading.units[number]
    near = [reading.units[n] for n in (number - 1, number + 1) if 0 <= n < len(reading.units)]
    dated = any(other.meta is not None and other.meta.dated for other in near)
    if unit.shape != "text" or len(unit.lines) > 1:
        return False
    kind = boilerplate.byline(unit.text)
    if kind is None or not (dated or kind == "sure"):
        return False
    line = unit.lines[0]
    if kind != "sure" and reading.authors:  # the place is printed so, too
        reading.ledger.whole([line], OUT, kind="byline or place, not recognised", sure="doubtful")
        unit.used = True
        return True
    claim_authors(reading, line, Piece(0, len(reading.ledger.lines[line - 1]), "author", kind))
    unit.used = True
    return True


def head_summary(reading: Reading, number: int) -> bool:
    """A lone paragraph between the headline and the line that tells when and by whom."""
    unit = reading.units[number]
    ledger = reading.ledger
    if unit.shape != "text" or ledger.of("summary") or len(unit.text.split()) > LONGEST_SUMMARY:
        return False
    if any(u.used and u.meta and u.meta.dated for u in reading.units[reading.title : number]):
        return False
    for below in reading.units[number + 1 :]:
        if below.meta is not None and below.meta.dated:
            ledger.whole(unit.lines, "summary", sure="likely")
            unit.used = True
            return True
        if below.shape != "meta" and read_caption(below.text) is None:
            return False
    return False


HEAD_KINDS = (
    head_meta,
    head_bullet,
    head_label,
    head_caption,
    head_boilerplate,
    head_byline,
    head_summary,
)
