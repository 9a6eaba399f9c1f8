"""A record's articles, whole or cut by the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from plugins.archive.crowding import NEWEST, is_crowded
from plugins.archive.days import month_name
from plugins.archive.entries import Entry
from plugins.archive.library import Library


def year_part(kind: str, ref: str, year: int) -> str:
    return f"{kind}/{ref}/{year:04}.html"


def month_part(kind: str, ref: str, year: int, month: int) -> str:
    return f"{kind}/{ref}/{year:04}-{month:02}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles under one heading of a page; `anchor` is its id there."""

    label: str
    anchor: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A page that holds one year or month of a list."""

    label: str
    address: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a page lists: all of it in `groups`, or the `newest` and the `parts` it is cut into."""

    count: int
    groups: tuple[Group, ...] = ()
    newest: tuple[Entry, ...] = ()
    parts: tuple[Part, ...] = ()


def of_record(library: Library, kind: str, ref: str) -> Listing:
    """All of a record's articles, by year."""
    count = library.count(kind, ref)
    if not is_crowded(count):
        return Listing(count=count, groups=by_year(library.entries(kind, ref)))
    return Listing(
        count=count,
        newest=library.entries(kind, ref, limit=NEWEST),
        parts=tuple(
            Part(label=str(year), address=year_part(kind, ref, year), count=number)
            for year, number in library.years(kind, ref)
        ),
    )


def of_year(library: Library, kind: str, ref: str, year: int) -> Listing:
    """One year of a record's articles, by month."""
    count = library.count(kind, ref, year=year)
    if not is_crowded(count):
        return Listing(count=count, groups=by_month(library.entries(kind, ref, year=year)))
    return Listing(
        count=count,
        newest=library.entries(kind, ref, year=year, limit=NEWEST),
        parts=tuple(
            Part(
                label=month_name(month),
                address=month_part(kind, ref, year, month),
                count=number,
            )
            for _, month, number in library.months(kind, ref, year)
        ),
    )


def of_month(library: Library, kind: str, ref: str, year: int, month: int) -> Listing:
    """One month of a record's articles, in one group without a heading of its own."""
    entries = library.entries(kind, ref, year=year, month=month)
    group = Group(label="", anchor="", entries=entries)
    return Listing(count=len(entries), groups=(group,))


def by_year(entries: Iterable[Entry]) -> tuple[Group, ...]:
    return tuple(
        Group(label=str(year), anchor=f"y{year}", entries=tuple(found))
        for year, found in groupby(entries, key=lambda entry: entry.day.year)
    )


def by_month(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """By month; last those of which only the year is known."""
    entries = tuple(entries)
    groups = [
        Group(label=month_name(month), anchor=f"m{month}", entries=tuple(found))
        for month, found in groupby(
            (entry for entry in entries if entry.knows_month), key=lambda entry: entry.day.month
        )
    ]
    vague = tuple(entry for entry in entries if not entry.knows_month)
    if vague:
        groups.append(Group(label="Month not known", anchor="m0", entries=vague))
    return tuple(groups)


def neighbours(
    library: Library, kind: str, ref: str, here: str
) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """The parts before and after the part at address `here`, as (label, address).

    Years follow years; months follow months, and beyond them the years that have none.
    """
    in_months = here.removesuffix(".html").count("-") > f"{kind}/{ref}".count("-")
    steps: list[tuple[str, str]] = []
    for year, count in reversed(library.years(kind, ref)):
        if in_months and is_crowded(count):
            steps += [
                (f"{month_name(month)} {year}", month_part(kind, ref, year, month))
                for _, month, _ in reversed(library.months(kind, ref, year))
            ]
        else:
            steps.append((str(year), year_part(kind, ref, year)))
    at = [address for _, address in steps].index(here)
    before = steps[at - 1] if at else None
    after = steps[at + 1] if at + 1 < len(steps) else None
    return before, after
