"""The whole collection along time, on one page.

A small collection shows every article. A larger one is cut by the calendar: of a year only its
months are shown, as columns that lead to their pages, unless it has next to nothing. So the page
stays small however much there is, and needs the counts of months alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.archive.days import SHORT_MONTHS, month_name, run_of_years
from plugins.archive.entries import Entry
from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import month_address, year_address
from plugins.archive.site import Site

# So many articles are shown one by one; of more, only those of a year that has so few.
MOST = 400
FEW = 3
# Pixels: of the column of the month that has most, of one article where there is room, and of the
# line past a year without articles.
HIGHEST, MARK, LEAST = 72, 8, 2
YEAR, SHORTEST, LONGEST = 6, 30, 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month of a crowded year: `height` of its column, 0 where it has no article."""

    short: str
    name: str
    address: str
    count: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year with its `entries` or its `columns`, and what a curator wrote at it; `height` is that
    of its highest column."""

    label: str
    anchor: str
    address: str
    count: int
    captions: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def height(self) -> int:
        return max(column.height for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Years without articles; `height` is that of the line past them."""

    years: str
    length: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """A link to the first year of a decade that has articles."""

    label: str
    anchor: str


def timeline_view(library: Library, site: Site) -> View:
    years = [(year, count) for year, count in reversed(library.years())]
    return {
        "page_title": "Timeline",
        "section": "dates",
        "count": library.count(),
        "first": years[0][0] if years else None,
        "last": years[-1][0] if years else None,
        "decades": decades([year for year, _ in years]),
        "steps": steps(library, site, years),
    }


def steps(library: Library, site: Site, years: Sequence[tuple[int, int]]) -> tuple[Year | Gap, ...]:
    """The years with articles, oldest first, and the gaps between them."""
    few = MOST if library.count() <= MOST else FEW
    busiest = max((count for _, _, count in library.months()), default=0)
    found: list[Year | Gap] = []
    before: int | None = None
    for year, count in years:
        if before is not None and year - before > 1:
            found.append(gap(before + 1, year - 1))
        whole = count <= few
        found.append(
            Year(
                label=str(year),
                anchor=anchor(year),
                address=year_address(year),
                count=count,
                captions=tuple(words for at, words in site.marks if at == year),
                entries=library.entries(year=year, newest_first=False) if whole else (),
                columns=() if whole else columns(library, year, busiest),
            )
        )
        before = year
    return tuple(found)


def columns(library: Library, year: int, busiest: int) -> tuple[Column, ...]:
    counts = {month: count for _, month, count in library.months(year=year)}
    unit = min(MARK, HIGHEST / busiest)
    return tuple(
        Column(
            short=short,
            name=f"{month_name(month)} {year}",
            address=month_address(year, month),
            count=counts.get(month, 0),
            height=max(LEAST, round(counts[month] * unit)) if month in counts else 0,
        )
        for month, short in enumerate(SHORT_MONTHS, 1)
    )


def gap(first: int, last: int) -> Gap:
    length = last - first + 1
    height = max(SHORTEST, min(YEAR * length, LONGEST))
    return Gap(years=run_of_years(first, last), length=length, height=height)


def decades(years: Sequence[int]) -> tuple[Decade, ...]:
    """None where all years are of one decade."""
    first: dict[int, int] = {}
    for year in years:
        first.setdefault(year // 10, year)
    if len(first) < 2:
        return ()
    return tuple(Decade(label=f"{ten}0s", anchor=anchor(year)) for ten, year in first.items())


def anchor(year: int) -> str:
    return f"y{year}"
