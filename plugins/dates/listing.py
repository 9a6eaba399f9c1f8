"""The articles of a year or a month, whole or cut by the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from plugins.archive.crowding import NEWEST, is_crowded
from plugins.archive.days import day_month, month_name
from plugins.archive.entries import Entry
from plugins.archive.library import Library
from plugins.archive.permalinks import day_address, month_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month's articles: those with a day, oldest first, then those without."""

    label: str
    anchor: str
    address: str
    entries: tuple[Entry, ...]
    vague: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page that holds one month of a year or one day of a month."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """All articles in `months`, or the `newest` and the `parts` it is cut into.

    `vague` are those of which only the year is known.
    """

    count: int
    months: tuple[Month, ...] = ()
    vague: tuple[Entry, ...] = ()
    newest: tuple[Entry, ...] = ()
    parts: tuple[Part, ...] = ()


def of_year(library: Library, year: int) -> Listing:
    count = library.count(year=year)
    if not is_crowded(count):
        entries = library.entries(year=year, newest_first=False)
        return Listing(
            count=count,
            months=by_month(entries, year),
            vague=tuple(entry for entry in entries if not entry.knows_month),
        )
    months = reversed(library.months(year=year))
    return Listing(
        count=count,
        newest=library.entries(year=year, limit=NEWEST),
        parts=tuple(
            Part(label=month_name(month), address=month_address(year, month), count=number)
            for _, month, number in months
        ),
    )


def of_month(library: Library, year: int, month: int) -> Listing:
    count = library.count(year=year, month=month)
    if not is_crowded(count):
        entries = library.entries(year=year, month=month, newest_first=False)
        return Listing(
            count=count,
            months=by_month(entries, year),
            vague=tuple(entry for entry in entries if not entry.knows_month),
        )
    days = (pair for pair in library.days(year) if pair[0].month == month)
    return Listing(
        count=count,
        newest=library.entries(year=year, month=month, limit=NEWEST),
        parts=tuple(
            Part(label=day_month(day), address=day_address(day), count=number)
            for day, number in days
        ),
    )


def by_month(entries: Iterable[Entry], year: int) -> tuple[Month, ...]:
    """Entries in the order of their days, by month; those without a month are left out."""
    known = (entry for entry in entries if entry.knows_month)
    months = []
    for month, found in groupby(known, key=lambda entry: entry.day.month):
        own = tuple(found)
        months.append(
            Month(
                label=month_name(month),
                anchor=f"m{month}",
                address=month_address(year, month),
                entries=tuple(entry for entry in own if entry.precise),
                vague=tuple(entry for entry in own if not entry.precise),
            )
        )
    return tuple(months)
