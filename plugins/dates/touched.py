"""Which pages of years, months and days a change can reach."""

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from plugins.archive.changes import Changes
from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.pages import Gone, Offer
from plugins.archive.permalinks import day_address, month_address, year_address

from .offers import day_page, index_page, month_page, year_page

Time = TypeVar("Time", int, tuple[int, int])


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """The changed times themselves, and those that lead to one that came or went."""
    if not changes.days:
        return
    yield index_page()
    yield from days(library, changes)
    yield from months(library, changes)
    yield from years(library, changes)


def days(library: Library, changes: Changes) -> Iterator[Offer]:
    found: set[date] = set()
    for day in changes.days:
        beside = (library.day_beside(day, -1), library.day_beside(day, 1))
        found.update(near for near in (day, *beside) if near is not None)
    for day in sorted(found):
        there = bool(library.entries(day=day, limit=1))
        yield day_page(day) if there else Gone(day_address(day))


def months(library: Library, changes: Changes) -> Iterator[Offer]:
    there = [(year, month) for year, month, _ in reversed(library.months())]
    found = {near for place in changes.months for near in (place, *beside(there, place))}
    for year in changes.years:
        count = library.count(year=year)
        if is_crowded(count) != is_crowded(count - changes.delta(year=year)):
            found.update(place for place in there if place[0] == year)
    for year, month in sorted(found):
        known = (year, month) in there
        yield month_page(year, month) if known else Gone(month_address(year, month))


def years(library: Library, changes: Changes) -> Iterator[Offer]:
    there = [year for year, _ in reversed(library.years())]
    for year in sorted({near for here in changes.years for near in (here, *beside(there, here))}):
        yield year_page(year) if year in there else Gone(year_address(year))


def beside(ordered: list[Time], here: Time) -> list[Time]:
    """The last one before `here` and the first one after it."""
    before = [time for time in ordered if time < here]
    after = [time for time in ordered if time > here]
    return before[-1:] + after[:1]
