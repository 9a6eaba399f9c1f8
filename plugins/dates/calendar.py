"""Months as tables of days: which day has articles, and which days an event lasted."""

from calendar import Calendar
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.archive.days import month_name
from plugins.archive.entries import Entry

WEEKS = Calendar()  # weeks begin on Monday


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day: where its articles are, if it has any; `two` if several; `run` if an event that
    is filed under another day went on."""

    day: int
    href: str | None = None
    label: str = ""
    two: bool = False
    run: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTable:
    """A month in weeks of seven cells; None where a day is another month's."""

    name: str
    weeks: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """What a calendar shows: how many articles a day has, on which days events went on.

    In a crowded year nearly every day has several, so that to mark them would say nothing.
    """

    counts: Mapping[date, int]
    runs: frozenset[date]
    crowded: bool = False


def marks_of(entries: Iterable[Entry], *, crowded: bool = False) -> Marks:
    """Marks of these articles; those without a known day have none."""
    entries = tuple(entries)
    counts = Counter(entry.day for entry in entries if entry.precise)
    runs = frozenset(day for entry in entries for day in lasting(entry))
    return Marks(counts, runs, crowded)


def lasting(entry: Entry) -> Iterable[date]:
    """The days of what an article reports on, where it reports on a run of days.

    A run is followed through the year that the article is filed in and no further.
    """
    if entry.span is None or entry.span.precision != "range":
        return ()
    first = max(entry.span.start, date(entry.day.year, 1, 1))
    last = min(entry.span.end, date(entry.day.year, 12, 31))
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def month_table(year: int, month: int, marks: Marks, href: Callable[[date], str]) -> MonthTable:
    weeks = WEEKS.monthdayscalendar(year, month)  # 0 for days of other months
    return MonthTable(
        name=month_name(month),
        weeks=tuple(
            tuple(cell(date(year, month, day), marks, href) if day else None for day in week)
            for week in weeks
        ),
    )


def cell(day: date, marks: Marks, href: Callable[[date], str]) -> Cell:
    count = marks.counts.get(day, 0)
    if not count:
        return Cell(day=day.day, run=day in marks.runs)
    words = "1 cutting" if count == 1 else f"{count} cuttings"
    return Cell(
        day=day.day,
        href=href(day),
        label=f"{day.day} {month_name(day.month)}: {words}",
        two=count > 1 and not marks.crowded,
    )
