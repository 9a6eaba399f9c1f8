"""The calendar of coverage: years down, months across, in each cell how many articles there are.

A cell is the darker the more of the other months it has as many as: one month that has very
many would leave all others alike, were they measured against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.archive.days import month_name, run_of_years
from plugins.archive.permalinks import month_address, year_address

SHADES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A month: `shade` from 0 (nothing) to SHADES, `label` for those who see no column."""

    count: int
    shade: int
    address: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A year with a cell for each month, or in `gap` a run of years without articles."""

    gap: str = ""
    label: str = ""
    address: str = ""
    count: int = 0
    cells: tuple[Cell, ...] = ()


def coverage(months: Sequence[tuple[int, int, int]]) -> tuple[Row, ...]:
    """Rows of `months` as (year, month, how many), newest year first."""
    limits = quarters([count for _, _, count in months])
    found = {(year, month): count for year, month, count in months}
    rows: list[Row] = []
    later: int | None = None
    for year in sorted({year for year, _ in found}, reverse=True):
        if later is not None and later - year > 1:
            rows.append(Row(gap=run_of_years(year + 1, later - 1)))
        counts = [found.get((year, month), 0) for month in range(1, 13)]
        rows.append(
            Row(
                label=str(year),
                address=year_address(year),
                count=sum(counts),
                cells=tuple(cell(year, month, n, limits) for month, n in enumerate(counts, 1)),
            )
        )
        later = year
    return tuple(rows)


def quarters(counts: Sequence[int]) -> list[int]:
    """The numbers above which a month is in the second, third, or last quarter of all."""
    ordered = sorted(counts)
    return [ordered[(len(ordered) - 1) * part // SHADES] for part in range(1, SHADES) if ordered]


def cell(year: int, month: int, count: int, limits: Sequence[int]) -> Cell:
    words = "1 cutting" if count == 1 else f"{count:,} cuttings"
    return Cell(
        count=count,
        shade=1 + sum(count > limit for limit in limits) if count else 0,
        address=month_address(year, month),
        label=f"{month_name(month)} {year}: {words}",
    )
