"""The land of the earth as outlines.

`land.json`: rings of (longitude, latitude) to a tenth of a degree, some 3,400 points. They come
from Natural Earth's countries at 1:110,000,000, which are in the public domain; borders between
countries are left out, and islands too small to see.
"""

import json
from functools import cache
from pathlib import Path

from .frame import WIDTH, Frame
from .projection import Point, project

FILE = Path(__file__).with_name("land.json")


@cache
def rings() -> tuple[tuple[Point, ...], ...]:
    """The outlines in the plane."""
    found = json.loads(FILE.read_text("ascii"))
    return tuple(tuple(project(lon, lat) for lon, lat in ring) for ring in found)


def outline(frame: Frame) -> str:
    """A path of all land that may be in a frame."""
    return "".join(drawn(ring, frame) for ring in rings() if frame.meets(ring))


def clipped(ring: list[tuple[int, int]], height: int) -> list[tuple[int, int]]:
    """What of a ring is inside the drawing: cut along one edge after the other (Sutherland and
    Hodgman)."""
    for axis, limit, sign in ((0, 0, 1), (0, WIDTH, -1), (1, 0, 1), (1, height, -1)):
        found: list[tuple[int, int]] = []
        for before, point in zip([*ring[-1:], *ring], ring, strict=False):
            was, is_ = ((each[axis] - limit) * sign >= 0 for each in (before, point))
            if was != is_:
                found.append(crossing(before, point, axis, limit))
            if is_:
                found.append(point)
        ring = found
    return ring


def crossing(
    one: tuple[int, int], other: tuple[int, int], axis: int, limit: int
) -> tuple[int, int]:
    """Where the line between two points meets an edge."""
    share = (limit - one[axis]) / (other[axis] - one[axis])
    along = round(one[1 - axis] + share * (other[1 - axis] - one[1 - axis]))
    return (limit, along) if axis == 0 else (along, limit)


def drawn(ring: tuple[Point, ...], frame: Frame) -> str:
    """One ring in whole units, each point by its distance from the one before."""
    points = list(dict.fromkeys(clipped([frame.at(point) for point in ring], frame.drawn_height)))
    if len(points) < 3:
        return ""
    (x, y), *rest = points
    steps = []
    for next_x, next_y in rest:
        steps.append(f"{next_x - x},{next_y - y}")
        x, y = next_x, next_y
    return f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}z"
