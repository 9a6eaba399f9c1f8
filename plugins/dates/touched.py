"""Which pages of years, months and days a change can reach."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from plugins.archive.changes import Changes
from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.pages import Gone, Offer
from plugins.archive.permalinks import anniversary_address, day_address, month_address, year_address
from plugins.archive.reasons import LISTS, Link, say

from .offers import (
    anniversary_page,
    day_page,
    days_page,
    index_page,
    month_page,
    timeline_page,
    year_page,
)

Time = TypeVar("Time", date, int, tuple[int, int])
Found = defaultdict[Time, list[Link]]

COUNTS = ("counts", "no longer counts")
BESIDE_DAY = ("beside the day of", "beside the former day of")
BESIDE_MONTH = ("beside the month of", "beside the former month of")
BESIDE_YEAR = ("beside the year of", "beside the former year of")
SAME_DAY = ("in another year than", "in another year than the former day of")
WITHIN = ("in the year of", "in the former year of")


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """The changed times themselves, and those that lead to one that came or went."""
    if not changes.days:
        return
    counts = say(*changes.why.lists(COUNTS))
    yield index_page(counts)
    yield timeline_page(counts)
    yield from days(library, changes)
    yield from anniversaries(library, changes)
    yield from months(library, changes)
    yield from years(library, changes)


def days(library: Library, changes: Changes) -> Iterator[Offer]:
    found: Found[date] = defaultdict(list)
    for day in changes.days:
        found[day] += changes.why.lists(LISTS, day=day)
    for day in changes.days:
        for near in (library.day_beside(day, -1), library.day_beside(day, 1)):
            if near is not None:
                found[near] += changes.why.lists(BESIDE_DAY, day=day)
    for day in changes.days:
        for other in only_other(library, changes, day):
            found[other] += changes.why.lists(SAME_DAY, day=day)
    for day, links in sorted(found.items()):
        there = bool(library.entries(day=day, limit=1))
        yield day_page(day, say(*links)) if there else Gone(day_address(day), say(*links))


def only_other(library: Library, changes: Changes, day: date) -> list[date]:
    """The one other year's day that is in no change, if it is the only one: alone, it has no page
    of all years to lead to. Where there are more, they have one whatever changed."""
    others = unchanged(library, changes, day)
    return others if len(others) == 1 else []


def unchanged(library: Library, changes: Changes, day: date) -> list[date]:
    """The same day in other years, as far as nothing changed there."""
    found = library.on_this_day(day.month, day.day)
    return [other for other, _ in found if other not in changes.days]


def anniversaries(library: Library, changes: Changes) -> Iterator[Offer]:
    """Days in all years; the calendar of them hangs on which days two years have, one, or none."""
    found: defaultdict[tuple[int, int], list[Link]] = defaultdict(list)
    calendar: list[Link] = []
    for day in changes.days:
        links = list(changes.why.lists(LISTS, day=day))
        found[day.month, day.day] += links
        if len(unchanged(library, changes, day)) < 2:
            calendar += links
    for (month, number), links in sorted(found.items()):
        why = say(*links)
        there = len(library.on_this_day(month, number)) > 1
        address = anniversary_address(month, number)
        yield anniversary_page(month, number, why) if there else Gone(address, why)
    if calendar:
        yield days_page(say(*calendar))


def months(library: Library, changes: Changes) -> Iterator[Offer]:
    there = [(year, month) for year, month, _ in reversed(library.months())]
    found: Found[tuple[int, int]] = defaultdict(list)
    for year, month in changes.months:
        found[year, month] += changes.why.lists(LISTS, year=year, month=month)
    for year, month in changes.months:
        for near in beside(there, (year, month)):
            found[near] += changes.why.lists(BESIDE_MONTH, year=year, month=month)
    for year in changes.years:
        count = library.count(year=year)
        if is_crowded(count) != is_crowded(count - changes.delta(year=year)):
            for place in there:
                if place[0] == year:
                    found[place] += changes.why.lists(WITHIN, year=year)
    for (year, month), links in sorted(found.items()):
        known = (year, month) in there
        why = say(*links)
        yield month_page(year, month, why) if known else Gone(month_address(year, month), why)


def years(library: Library, changes: Changes) -> Iterator[Offer]:
    there = [year for year, _ in reversed(library.years())]
    found: Found[int] = defaultdict(list)
    for year in changes.years:
        found[year] += changes.why.lists(LISTS, year=year)
    for year in changes.years:
        for near in beside(there, year):
            found[near] += changes.why.lists(BESIDE_YEAR, year=year)
    for year, links in sorted(found.items()):
        why = say(*links)
        yield year_page(year, why) if year in there else Gone(year_address(year), why)


def beside(ordered: list[Time], here: Time) -> list[Time]:
    """The last one before `here` and the first one after it."""
    before = [time for time in ordered if time < here]
    after = [time for time in ordered if time > here]
    return before[-1:] + after[:1]
