"""Times without an article, between the first and the last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Months without an article between two that have one, as 2021-04; how many."""

    after: str
    before: str
    months: int


def gaps(months: Iterable[tuple[int, int]]) -> list[Gap]:
    """Every stretch, oldest first; `months` that have articles as (year, month)."""
    numbered = sorted({year * 12 + month - 1 for year, month in months})
    return [
        Gap(after=written(before), before=written(after), months=after - before - 1)
        for before, after in pairwise(numbered)
        if after - before > 1
    ]


def written(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def empty_years(years: Iterable[int]) -> list[int]:
    """The years without, between the first and the last with."""
    there = set(years)
    return [year for year in range(min(there), max(there)) if year not in there] if there else []


def runs(years: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Years that follow one another, as (first, last); `years` in order."""
    run: list[int] = []
    for year in years:
        if run and year != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(year)
    if run:
        yield run[0], run[-1]
