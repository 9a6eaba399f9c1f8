"""Names beside marks, as many as there is room for, the most present places first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .frame import WIDTH

# Units of the drawing: what a letter takes on average, a line, how far below its top the letters
# stand, and the gap beside a mark.
LETTER, LINE, BASE, GAP = 7.4, 17, 13, 4
# By how much a name may grow.
SPREAD = 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mark to be named: its middle and its radius."""

    x: int
    y: int
    radius: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """`anchor`: the part of the text that stands at x."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def labels(spots: Iterable[Spot], height: int) -> Iterator[Label]:
    """`spots` in order of their weight; none is named over another mark or name, or cut off."""
    every = list(spots)
    taken = [around(spot) for spot in every]
    for place, spot in enumerate(every):
        for box, label in sides(spot):
            others = (each for at, each in enumerate(taken) if at != place)
            if is_inside(box, height) and not any(map(box.meets, others)):
                taken.append(box)
                yield label
                break


def around(spot: Spot) -> Box:
    r = spot.radius
    return Box(spot.x - r, spot.y - r, spot.x + r, spot.y + r)


def sides(spot: Spot) -> Iterator[tuple[Box, Label]]:
    """To the right, or else to the left, above or below."""
    wide, away = len(spot.name) * LETTER, spot.radius + GAP
    beside, above, below = spot.y - LINE / 2, spot.y - away - LINE, spot.y + away
    for anchor, x, left, top in (
        ("start", spot.x + away, spot.x + away, beside),
        ("end", spot.x - away, spot.x - away - wide, beside),
        ("middle", spot.x, spot.x - wide / 2, above),
        ("middle", spot.x, spot.x - wide / 2, below),
    ):
        label = Label(x=x, y=round(top + BASE, 1), anchor=anchor, text=spot.name)
        yield Box(left, top, left + wide, top + LINE), label


def is_inside(box: Box, height: int) -> bool:
    """Also where a reader sets letters further apart."""
    room = (box.right - box.left) * SPREAD
    is_wide_enough = box.left - room >= 0 and box.right + room <= WIDTH
    return is_wide_enough and box.top >= 0 and box.bottom <= height
