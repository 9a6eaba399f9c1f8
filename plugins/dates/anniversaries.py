"""On this day: the calendar of all years, and one day of it through the years.

A day that only one year has needs no page of its own: the calendar leads to the day itself.
"""

from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from plugins.archive.crowding import is_crowded
from plugins.archive.days import long_day, month_name
from plugins.archive.entries import Entry
from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import anniversary_address, day_address
from plugins.archive.site import Site

from .listing import Part
from .year import INDEX

DAYS = ("dates/days.html", "On this day")
LEAP = 2000  # a year that has all days


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the calendar: where its articles are, if it has any; `two` if in several years."""

    day: int
    anchor: str
    address: str = ""
    label: str = ""
    two: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    name: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The articles that one year has on the day."""

    label: str
    address: str
    entries: tuple[Entry, ...]


def days_view(library: Library, _site: Site) -> View:
    found: dict[tuple[int, int], list[date]] = defaultdict(list)
    for day, _ in library.days():
        found[day.month, day.day].append(day)
    return {
        "page_title": DAYS[1],
        "section": "dates",
        "trail": (INDEX,),
        "months": tuple(month(number, found) for number in range(1, 13)) if found else (),
        "several": any(len(days) > 1 for days in found.values()),
    }


def month(number: int, found: dict[tuple[int, int], list[date]]) -> Month:
    last = monthrange(LEAP, number)[1]
    days = (
        day_of_calendar(number, day, found.get((number, day), [])) for day in range(1, last + 1)
    )
    return Month(name=month_name(number), days=tuple(days))


def day_of_calendar(month: int, day: int, found: list[date]) -> Day:
    """Nothing on it counts, so that the page of the calendar stays as it is when another comes."""
    anchor = f"d{month:02}-{day:02}"
    if not found:
        return Day(day=day, anchor=anchor)
    if len(found) == 1:
        return Day(day=day, anchor=anchor, address=day_address(found[0]), label=long_day(found[0]))
    return Day(
        day=day,
        anchor=anchor,
        address=anniversary_address(month, day),
        label=f"{day} {month_name(month)}, several years",
        two=True,
    )


def anniversary_view(month: int, day: int, library: Library, _site: Site) -> View:
    """Articles by year; of more than a page can hold, the days that have them."""
    days = library.on_this_day(month, day)
    total = sum(count for _, count in days)
    crowded = is_crowded(total)
    found = () if crowded else tuple(year_of(library, one) for one, _ in days)
    years = tuple(year for year in found if year.entries)
    return {
        "page_title": f"{day} {month_name(month)}",
        "section": "dates",
        "trail": (INDEX, (f"{DAYS[0]}#d{month:02}-{day:02}", DAYS[1])),
        "count": total if crowded else sum(len(year.entries) for year in years),
        "years": years,
        "parts": tuple(
            Part(label=str(one.year), address=day_address(one), count=count) for one, count in days
        )
        if crowded
        else (),
    }


def year_of(library: Library, day: date) -> Year:
    """Without those of which the day is not known."""
    entries = library.entries(day=day, newest_first=False)
    return Year(
        label=str(day.year),
        address=day_address(day),
        entries=tuple(entry for entry in entries if entry.precise),
    )
