"""What a map shows: the part of the plane in which the places lie, with room around it.

The drawing is `WIDTH` units wide, whatever it shows; y goes down, as on a screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .projection import Point, project

WIDTH = 1_000
# Room around the outermost places, as a share of what they take up.
ROOM = 0.14
# Of the plane, some 3,000 km: a map of one town would be empty.
LEAST_WIDTH = 0.5
# Width to height.
TALLEST, WIDEST = 1.3, 2.2
# The inhabited world: nothing is filed under Antarctica's coast.
WEST, EAST = project(-180, 0)[0], project(180, 0)[0]
SOUTH, NORTH = project(0, -58)[1], project(0, 80)[1]


@dataclass(frozen=True, slots=True)
class Frame:
    """`left`, `top`, `width` and `height` in the plane."""

    left: float
    top: float
    width: float
    height: float

    @property
    def drawn_height(self) -> int:
        return round(WIDTH * self.height / self.width)

    def at(self, point: Point) -> tuple[int, int]:
        """Where a point of the plane is in the drawing."""
        scale = WIDTH / self.width
        return round((point[0] - self.left) * scale), round((self.top - point[1]) * scale)

    def meets(self, points: Sequence[Point]) -> bool:
        """Can anything between these points be in the frame?"""
        xs, ys = zip(*points, strict=True)
        is_beside = max(xs) < self.left or min(xs) > self.left + self.width
        is_beyond = max(ys) < self.top - self.height or min(ys) > self.top
        return not (is_beside or is_beyond)


def frame(points: Sequence[Point]) -> Frame:
    """The smallest frame in which all points have room."""
    xs, ys = zip(*points, strict=True)
    width = max((max(xs) - min(xs)) * (1 + 2 * ROOM), LEAST_WIDTH)
    height = max((max(ys) - min(ys)) * (1 + 2 * ROOM), width / WIDEST)
    width = min(max(width, height * TALLEST), EAST - WEST)
    height = min(height, NORTH - SOUTH)
    left = within((max(xs) + min(xs) - width) / 2, WEST, EAST - width)
    top = within((max(ys) + min(ys) + height) / 2, SOUTH + height, NORTH)
    return Frame(left, top, width, height)


def within(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
