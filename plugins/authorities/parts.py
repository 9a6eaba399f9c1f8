"""The pages that a crowded record's list is cut into: one year, or one month of one."""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.archive.days import month_name
from plugins.archive.library import Library
from plugins.archive.model import SINGULAR
from plugins.archive.pages import View
from plugins.archive.permalinks import authority_address
from plugins.archive.site import Site

from .listing import Listing, month_part, neighbours, of_month, of_year, year_part
from .record import index_address


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour in time."""

    note: str
    text: str
    address: str


def year_view(kind: str, ref: str, year: int, library: Library, _site: Site) -> View:
    listing = of_year(library, kind, ref, year)
    return {
        **part_view(library, kind, ref, str(year), listing),
        **sequence(library, kind, ref, year_part(kind, ref, year)),
        "trail": trail(library, kind, ref),
    }


def month_view(kind: str, ref: str, year: int, month: int, library: Library, _site: Site) -> View:
    time = f"{month_name(month)} {year}"
    return {
        **part_view(library, kind, ref, time, of_month(library, kind, ref, year, month)),
        **sequence(library, kind, ref, month_part(kind, ref, year, month)),
        "trail": (*trail(library, kind, ref), (year_part(kind, ref, year), str(year))),
    }


def part_view(library: Library, kind: str, ref: str, time: str, listing: Listing) -> View:
    heading = library.heading(kind, ref)
    return {
        "page_title": f"{heading.heading}, {time}",
        "section": kind,
        "heading": heading,
        "listing": listing,
    }


def trail(library: Library, kind: str, ref: str) -> tuple[tuple[str, str], ...]:
    return (
        (index_address(kind), SINGULAR[kind].capitalize()),
        (authority_address(kind, ref), library.heading(kind, ref).heading),
    )


def sequence(library: Library, kind: str, ref: str, here: str) -> Mapping[str, Step | None]:
    before, after = neighbours(library, kind, ref, here)
    return {
        "earlier": Step("Earlier", *before) if before else None,
        "later": Step("Later", *after) if after else None,
    }
