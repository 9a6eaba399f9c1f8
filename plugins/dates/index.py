"""The page that lists the years."""

from dataclasses import dataclass
from itertools import groupby

from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import year_address
from plugins.archive.site import Site

from .coverage import coverage
from .listing import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """The years of a decade that have articles, newest first."""

    label: str
    years: tuple[Part, ...]


def index_view(library: Library, _site: Site) -> View:
    return {
        "page_title": "Years",
        "section": "dates",
        "decades": decades(library),
        "rows": coverage(library.months()),
    }


def decades(library: Library) -> tuple[Decade, ...]:
    years = (
        Part(label=str(year), address=year_address(year), count=count)
        for year, count in library.years()
    )
    return tuple(
        Decade(label=f"{start}0s", years=tuple(found))
        for start, found in groupby(years, key=lambda part: part.label[:-1])
    )
