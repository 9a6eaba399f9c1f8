"""What the map shows: a mark for each place, and the same places as a list by country.

Counts are not shown, only a mark's size in five steps: so most changes leave the page as it is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Place
from plugins.archive.pages import View
from plugins.archive.site import Site

from .frame import WIDTH, frame
from .labels import Spot, labels
from .land import outline
from .projection import Point, project

# More marks than these can't be told apart; the index of places has all.
MOST = 150
# From so many articles on a mark has this radius.
STEPS = ((50, 15.0), (15, 11.5), (5, 8.5), (2, 6.0), (1, 4.0))
ELSEWHERE = "No country on record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    heading: Heading
    x: int
    y: int
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    name: str
    places: tuple[Heading, ...]


def map_view(library: Library, _site: Site) -> View:
    """Without a place whose position is known, nothing but a sentence."""
    most = library.most("places", limit=MOST)
    known = [(heading, count, position(library, heading)) for heading, count in most]
    placed = [(heading, count, point) for heading, count, point in known if point]
    shown = [heading for heading, _, _ in placed]
    return {
        "drawing": drawing(placed) if placed else None,
        "countries": by_country(library, shown),
        "unplaced": sorted((h for h, _, point in known if not point), key=by_name),
        "is_cut": len(most) == MOST,
    }


def position(library: Library, heading: Heading) -> Point | None:
    record = library.record("places", heading.id)
    if not isinstance(record, Place) or record.lat is None or record.lon is None:
        return None
    return project(record.lon, record.lat)


def drawing(placed: Sequence[tuple[Heading, int, Point]]) -> View:
    """The large marks come first, so that none hides a small one."""
    view = frame([point for _, _, point in placed])
    marks = [mark(heading, count, view.at(point)) for heading, count, point in placed]
    spots = [Spot(x=m.x, y=m.y, radius=m.radius, name=m.heading.heading) for m in marks]
    return {
        "width": WIDTH,
        "height": view.drawn_height,
        "land": outline(view),
        "marks": sorted(marks, key=lambda mark: -mark.radius),
        "labels": list(labels(spots, view.drawn_height)),
    }


def mark(heading: Heading, count: int, at: tuple[int, int]) -> Mark:
    radius = next(radius for least, radius in STEPS if count >= least)
    return Mark(heading=heading, x=at[0], y=at[1], radius=radius)


def by_country(library: Library, headings: Iterable[Heading]) -> tuple[Country, ...]:
    found: dict[str, list[Heading]] = {}
    for heading in headings:
        record = library.record("places", heading.id)
        country = record.country if isinstance(record, Place) else None
        found.setdefault(country or ELSEWHERE, []).append(heading)
    return tuple(
        Country(name=name, places=tuple(sorted(found[name], key=by_name)))
        for name in sorted(found, key=lambda name: (name == ELSEWHERE, name))
    )


def by_name(heading: Heading) -> tuple[str, str]:
    return heading.sort, heading.id
