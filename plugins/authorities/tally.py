"""A record's coverage: years down, months across.

Widths are per cent of a row, so that the drawing fits any screen. While no month has more
than three articles, one mark is one article; beyond that a month is one bar, as long as its
number, measured against the busiest month.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plugins.archive.days import month_name, run_of_years

MONTH = 100 / 12
MARGIN = 0.5
MARK = 1.2
STEP = 1.6
FEW = 3
LONGEST_BAR = 4.6

Months = Sequence[tuple[int, int, int]]
Titles = Mapping[tuple[int, int], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One article, or one month of them; `x` and `width` are CSS lengths."""

    x: str
    width: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many a bar stands for, printed at its end."""

    x: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A year, or in `gap` a run of years without articles ("2014" or "2003–08"). `words` say the
    numbers of its months to those who do not see the marks."""

    gap: str = ""
    year: int = 0
    address: str = ""
    count: int = 0
    words: str = ""
    marks: tuple[Mark, ...] = ()
    numbers: tuple[Number, ...] = ()


def is_merged(months: Months) -> bool:
    """Whether months are bars."""
    return max((count for _, _, count in months), default=0) > FEW


def tally(months: Months, addresses: Mapping[int, str], titles: Titles) -> tuple[Row, ...]:
    """Rows of the years in `addresses`, newest first, gaps between them as one row each.

    `titles` are what the marks of a (year, month) say when pointed at; bars need none.
    """
    busiest = max((count for _, _, count in months), default=0)
    rows: list[Row] = []
    later: int | None = None
    for year in sorted(addresses, reverse=True):
        if later is not None and later - year > 1:
            rows.append(Row(gap=run_of_years(year + 1, later - 1)))
        own = [(month, count) for y, month, count in sorted(months) if y == year]
        rows.append(year_row(year, addresses[year], own, titles, busiest))
        later = year
    return tuple(rows)


def year_row(
    year: int, address: str, months: Sequence[tuple[int, int]], titles: Titles, busiest: int
) -> Row:
    marks: list[Mark] = []
    numbers: list[Number] = []
    for month, count in months:
        if busiest > FEW:
            width = max(LONGEST_BAR * count / busiest, MARGIN)
            marks.append(bar(year, month, count, width))
            numbers.append(Number(x=percent(left(month) + width), text=str(count)))
        else:
            marks += separate(month, count, titles.get((year, month), ()))
    return Row(
        year=year,
        address=address,
        count=sum(count for _, count in months),
        words=", ".join(f"{month_name(month)} {count}" for month, count in months),
        marks=tuple(marks),
        numbers=tuple(numbers),
    )


def separate(month: int, count: int, titles: Sequence[str]) -> list[Mark]:
    """A mark for each article of a month."""
    named = (*titles, *[""] * count)[:count]
    return [
        Mark(x=percent(left(month) + STEP * at), width=percent(MARK), title=title)
        for at, title in enumerate(named)
    ]


def bar(year: int, month: int, count: int, width: float) -> Mark:
    title = f"{month_name(month)} {year}: {count} {'cutting' if count == 1 else 'cuttings'}"
    return Mark(x=percent(left(month)), width=percent(width), title=title)


def left(month: int) -> float:
    return MONTH * (month - 1) + MARGIN


def percent(number: float) -> str:
    return f"{number:.2f}%"
