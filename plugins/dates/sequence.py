"""The year, month or day with articles before and after one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from plugins.archive.days import long_day, month_name
from plugins.archive.library import Library
from plugins.archive.permalinks import day_address, month_address, year_address


@dataclass(frozen=True, slots=True)
class Step:
    """A neighbour in time."""

    note: str
    text: str
    address: str


Steps = dict[str, Step | None]
Time = TypeVar("Time")


def year_steps(library: Library, year: int) -> Steps:
    years = [found for found, _ in reversed(library.years())]
    return steps(years, year, lambda found: (str(found), year_address(found)))


def month_steps(library: Library, year: int, month: int) -> Steps:
    months = [
        (y, m)
        for near in years_near(library, year)
        for y, m, _ in reversed(library.months(year=near))
    ]
    return steps(
        months,
        (year, month),
        lambda found: (f"{month_name(found[1])} {found[0]}", month_address(*found)),
    )


def day_steps(library: Library, day: date) -> Steps:
    beside = [library.day_beside(day, -1), day, library.day_beside(day, 1)]
    days = [found for found in beside if found is not None]
    return steps(days, day, lambda found: (long_day(found), day_address(found)))


def years_near(library: Library, year: int) -> list[int]:
    """The year and its neighbours with articles: who stands next is always among these."""
    years = [found for found, _ in reversed(library.years())]
    at = years.index(year)
    return years[max(at - 1, 0) : at + 2]


def steps(times: Sequence[Time], here: Time, shown: Callable[[Time], tuple[str, str]]) -> Steps:
    """The times before and after `here`; `shown` gives what a time is called and its address."""
    at = times.index(here)
    return {
        "earlier": Step("Earlier", *shown(times[at - 1])) if at else None,
        "later": Step("Later", *shown(times[at + 1])) if at + 1 < len(times) else None,
    }
