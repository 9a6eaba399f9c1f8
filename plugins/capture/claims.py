"""Claims for single units: metadata lines, bylines, captions, what is printed around a text."""

from collections.abc import Iterator

from . import boilerplate
from .captions import LABEL, read_caption
from .ledger import OUT, Claim
from .lines import squeeze
from .meta import Piece, authors
from .reading import Reading
from .units import Unit

LONGEST_LINE, LONGEST_VALUE = 1_000, 5_000  # characters that the model allows


def claim_meta(reading: Reading, unit: Unit) -> bool:
    if unit.meta is None:
        return False
    line = unit.lines[0]
    for piece in with_separators(unit.meta.pieces):
        if piece.kind == "author":
            claim_authors(reading, line, piece)
        else:
            kind = boilerplate.KINDS.get(piece.kind, piece.kind)
            reading.ledger.claim(
                Claim(line, piece.start, piece.end, OUT, kind=kind, sure=piece.sure)
            )
    reading.stamps.extend(unit.meta.stamps)
    unit.used = True
    return True


def with_separators(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces with each separator joined to the one before it, except to an author."""
    held: Piece | None = None
    for piece in pieces:
        if piece.kind == "separator" and held is not None and held.kind != "author":
            held = Piece(held.start, piece.end, held.kind, held.sure)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def claim_authors(reading: Reading, line: int, piece: Piece) -> None:
    """Each name once; the words between names, and names that come again, are left out."""
    ledger, at = reading.ledger, piece.start
    text = ledger.lines[line - 1]
    for start, end in authors(text, piece):
        ledger.claim(Claim(line, at, start, OUT, kind="byline"))
        name = squeeze(text[start:end])
        if name in reading.authors or len(name) > LONGEST_LINE:
            ledger.claim(Claim(line, start, end, OUT, kind="repeated byline"))
        else:
            ledger.claim(Claim(line, start, end, "authors", len(reading.authors), "", piece.sure))
            reading.authors.append(name)
        at = end
    ledger.claim(Claim(line, at, piece.end, OUT, kind="byline"))


def claim_caption(reading: Reading, unit: Unit) -> bool:
    """A caption with its credit and notice; a notice on a line of its own joins the last."""
    if unit.shape != "text" or len(unit.text) > LONGEST_VALUE:
        return False
    joined = " ".join(reading.ledger.lines[number - 1] for number in unit.lines)
    caption = read_caption(joined)
    if caption is None:
        return False
    ledger, item = reading.ledger, len(reading.forbidden)
    if caption.notice == 0 and item and not ledger.value("images.notice", item - 1):
        item -= 1
        reading.forbidden[item] = True
    else:
        reading.forbidden.append(caption.forbidden)
    label = LABEL.match(joined)
    start = label.end() if label and label.end() < caption.credit else 0
    cuts = (
        (0, start, OUT),
        (start, caption.credit, "images.caption"),
        (caption.credit, caption.notice, "images.credit"),
        (caption.notice, len(joined), "images.notice"),
    )
    for begin, end, place in cuts:
        for line, first, last in located(ledger.lines, unit.lines, begin, end):
            ledger.claim(Claim(line, first, last, place, item, "label" if place == OUT else ""))
    unit.used = True
    return True


def located(
    lines: tuple[str, ...], numbers: list[int], begin: int, end: int
) -> Iterator[tuple[int, int, int]]:
    """A run of joined lines as (line, start, end) for each line that it touches."""
    at = 0
    for number in numbers:
        length = len(lines[number - 1])
        first, last = max(begin - at, 0), min(end - at, length)
        if first < last:
            yield number, first, last
        at += length + 1


def claim_boilerplate(reading: Reading, unit: Unit) -> bool:
    kind = boilerplate.kind_of(unit.text) if len(unit.lines) == 1 and unit.meta is None else None
    if kind is None:
        return False
    reading.ledger.whole(unit.lines, OUT, kind=kind, sure="likely")
    unit.used = True
    return True
