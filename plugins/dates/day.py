"""The page of a day."""

from datetime import date

from plugins.archive.days import WEEKDAYS, long_day, month_name
from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import anniversary_address, month_address, year_address
from plugins.archive.site import Site

from .sequence import day_steps
from .year import INDEX


def day_view(day: date, library: Library, _site: Site) -> View:
    """Articles of the day; in `vague` those filed under it of which only the month or year
    is known, for nothing says that it was on this day."""
    entries = library.entries(day=day, newest_first=False)
    return {
        "page_title": long_day(day),
        "section": "dates",
        "trail": (
            INDEX,
            (year_address(day.year), str(day.year)),
            (month_address(day.year, day.month), month_name(day.month)),
        ),
        "weekday": WEEKDAYS[day.weekday()],
        "entries": tuple(entry for entry in entries if entry.precise),
        "vague": tuple(entry for entry in entries if not entry.precise),
        "anniversary": anniversary_of(library, day),
        **day_steps(library, day),
    }


def anniversary_of(library: Library, day: date) -> str:
    """The page of the same day in all years, if others have it."""
    others = library.on_this_day(day.month, day.day)
    return anniversary_address(day.month, day.day) if len(others) > 1 else ""
