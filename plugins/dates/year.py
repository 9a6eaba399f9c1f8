"""The page of a year: its calendar, its articles by month, whom they name most.

Days of the calendar lead to their entries below, or in a crowded year to their own pages.
"""

from datetime import date

from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import day_address
from plugins.archive.site import Site

from .calendar import Marks, marks_of, month_table
from .listing import Listing, of_year
from .sequence import year_steps

INDEX = ("dates/index.html", "Year")


def year_view(year: int, library: Library, _site: Site) -> View:
    listing = of_year(library, year)
    marks = year_marks(library, year, listing)
    page = day_address if listing.parts else entry_on_page
    return {
        "page_title": str(year),
        "section": "dates",
        "trail": (INDEX,),
        "listing": listing,
        "months": tuple(month_table(year, month, marks, page) for month in range(1, 13)),
        "lasting": bool(marks.runs),
        "people": library.most("people", year=year),
        "tags": library.most("tags", year=year),
        **year_steps(library, year),
    }


def year_marks(library: Library, year: int, listing: Listing) -> Marks:
    """Of a crowded year only the counts: its articles are on other pages."""
    if listing.parts:
        return Marks(dict(library.days(year)), frozenset(), crowded=True)
    return marks_of(library.entries(year=year))


def entry_on_page(day: date) -> str:
    return f"#d{day.isoformat()}"
