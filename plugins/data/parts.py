"""The files that the tables are cut into.

Articles: one part a year or, where a year is crowded, one a month. Records: one part a kind; of
more than MOST, one for each first letter of their ids, and so on where a letter has more. What
part a row is in hangs on the content alone, and one more article rewrites a few short files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.model import KINDS

from .columns import ARTICLES

MOST = 400  # records in a part; writing them takes some 10 ms


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A part of a table: `name` is a year, a month, or how the ids in it begin; "" is all."""

    table: str
    name: str

    def path(self, ending: str) -> str:
        return f"data/{self.table}/{self.name}.{ending}" if self.name else self.whole(ending)

    def whole(self, ending: str) -> str:
        return f"data/{self.table}.{ending}"


def all_parts(library: Library) -> tuple[Part, ...]:
    """Of all tables, in their order."""
    records = (Part(kind, name) for kind in KINDS for name in record_parts(library, kind))
    return *article_parts(library), *records


def article_parts(library: Library) -> tuple[Part, ...]:
    """Oldest first."""
    return tuple(
        Part(ARTICLES, name)
        for year, _ in reversed(library.years())
        for name in times(year, months_of(library, year))
    )


def months_of(library: Library, year: int) -> dict[int, int]:
    """How many articles each month of a year has, January first; months without any are left
    out."""
    return {month: count for _, month, count in reversed(library.months(year=year))}


def times(year: int, months: Mapping[int, int]) -> tuple[str, ...]:
    """The names of a year's parts; `months` as `months_of` has them."""
    count = sum(months.values())
    if is_crowded(count):
        return tuple(f"{year:04}-{month:02}" for month, number in months.items() if number)
    return (f"{year:04}",) if count else ()


def record_parts(library: Library, kind: str) -> dict[str, tuple[str, ...]]:
    """The ids in each part of a kind; only records in use."""
    return cut(library.in_use(kind))


def cut(ids: Sequence[str], prefix: str = "") -> dict[str, tuple[str, ...]]:
    """Sorted ids, all of which begin with `prefix`, by part.

    An id that is the prefix and no more is in a part of its own, where the rest is cut.
    """
    if len(ids) <= MOST:
        return {prefix: tuple(ids)} if ids else {}
    found: dict[str, tuple[str, ...]] = {}
    for start, some in groupby(ids, key=lambda id_: id_[: len(prefix) + 1]):
        group = tuple(some)
        found |= {start: group} if start == prefix else cut(group, start)
    return found
