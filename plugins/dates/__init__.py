"""Dates: pages of years, months and days, by the day of what happened.

In: the Library. Out: `dates/index.html`, with the calendar of coverage, and
`dates/2021.html`, `dates/2021-04.html` and `dates/2021-04-06.html` for each year, month and day
that has articles. A year or month with more than `crowding.MOST` articles shows its newest and
leads to its months or days.

`timeline.html` is the whole collection along time, with the words of `CHART_CAPTIONS` at its years.
`dates/days.html` is the calendar of all years ("on this day"); it leads to `dates/04-06.html` where
several years have that day, and else to the day itself. No settings of its own.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import Offer

from .offers import (
    anniversary_page,
    day_page,
    days_page,
    index_page,
    month_page,
    timeline_page,
    year_page,
)
from .touched import touched


def add_pages(library: Library) -> Iterator[Offer]:
    yield index_page()
    yield timeline_page()
    yield days_page()
    for year, _ in library.years():
        yield year_page(year)
    for year, month, _ in library.months():
        yield month_page(year, month)
    seen: set[tuple[int, int]] = set()
    twice: set[tuple[int, int]] = set()
    for day, _ in library.days():
        yield day_page(day)
        here = (day.month, day.day)
        (twice if here in seen else seen).add(here)
    for month, number in sorted(twice):
        yield anniversary_page(month, number)


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
