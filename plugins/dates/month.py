"""The page of a month: its days and its articles."""

from plugins.archive.crowding import is_crowded
from plugins.archive.days import month_name
from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import day_address, year_address
from plugins.archive.site import Site

from .calendar import Marks, MonthTable, marks_of, month_table
from .listing import Listing, of_month
from .sequence import month_steps
from .year import INDEX


def month_view(year: int, month: int, library: Library, _site: Site) -> View:
    listing = of_month(library, year, month)
    return {
        "page_title": f"{month_name(month)} {year}",
        "section": "dates",
        "trail": (INDEX, (year_address(year), str(year))),
        "listing": listing,
        "months": (calendar(library, year, month, listing),),
        **month_steps(library, year, month),
    }


def calendar(library: Library, year: int, month: int, listing: Listing) -> MonthTable:
    """The month's table; days lead to their own pages."""
    if listing.parts:
        marks = Marks(dict(library.days(year)), frozenset(), crowded=True)
    else:
        entries = library.entries(year=year, month=month)
        marks = marks_of(entries, crowded=is_crowded(library.count(year=year)))
    return month_table(year, month, marks, day_address)
