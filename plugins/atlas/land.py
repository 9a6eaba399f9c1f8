"""The land of the earth as outlines.

`land.json`: rings of (longitude, latitude) to a tenth of a degree, some 3,400 points. They come
from Natural Earth's countries at 1:110,000,000, which are in the public domain; borders between
countries are left out, and islands too small to see.
"""

import json
from functools import cache
from pathlib import Path

from .frame import Frame
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


def drawn(ring: tuple[Point, ...], frame: Frame) -> str:
    """One ring in whole units, each point by its distance from the one before."""
    points = list(dict.fromkeys(map(frame.at, ring)))
    if len(points) < 3:
        return ""
    (x, y), *rest = points
    steps = []
    for next_x, next_y in rest:
        steps.append(f"{next_x - x},{next_y - y}")
        x, y = next_x, next_y
    return f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}z"
