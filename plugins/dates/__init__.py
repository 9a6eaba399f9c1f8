"""Dates: pages of years, months and days, by the day of what happened.

In: the Library. Out: `dates/index.html`, and `dates/2021.html`, `dates/2021-04.html` and
`dates/2021-04-06.html` for each year, month and day that has articles. A year or month with
more than `crowding.MOST` articles shows its newest and leads to its months or days. No
settings.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.library import Library
from plugins.archive.pages import Page
from plugins.archive.permalinks import day_address, month_address, year_address

from .day import day_view
from .index import index_view
from .month import month_view
from .year import year_view


def add_pages(library: Library) -> Iterator[Page]:
    yield Page("dates/index.html", "dates_index", index_view)
    for year, _ in library.years():
        yield Page(year_address(year), "year", partial(year_view, year))
    for year, month, _ in library.months():
        yield Page(month_address(year, month), "month", partial(month_view, year, month))
    for day, _ in library.days():
        yield Page(day_address(day), "day", partial(day_view, day))


def register() -> None:
    signals.get_pages.connect(add_pages)
