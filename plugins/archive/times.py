"""How many articles there are in a time: of a record, or of all."""

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter


class Times:
    """The questions about time, answered from counts that the store keeps."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.db = connection
        # Per object, not per process: a second build must not remember the first.
        self.months = lru_cache(maxsize=256)(self._months)
        # All pages of a record's years want them, and those are not made one after the other.
        self.years = lru_cache(maxsize=4_096)(self._years)
        # A record's page asks once for each kind of its company.
        self._total = lru_cache(maxsize=16)(self._sum)

    def count(
        self,
        kind: str | None = None,
        ref: str | None = None,
        *,
        year: int | None = None,
        month: int | None = None,
    ) -> int:
        return self._total(kind or "", ref or "", *bounds(year, month, None))

    def _sum(self, kind: str, ref: str, first: str, last: str) -> int:
        row = self.db.execute(
            "SELECT coalesce(sum(n), 0) FROM tallies "
            "WHERE kind = ? AND ref = ? AND month BETWEEN ? AND ?",
            (kind, ref, first[:7], last[:7]),
        ).fetchone()
        return int(row[0])

    def _years(
        self, kind: str | None = None, ref: str | None = None
    ) -> tuple[tuple[int, int], ...]:
        """Years that have articles, newest first, with how many."""
        return tuple(
            (year, sum(n for _, _, n in months))
            for year, months in groupby(self.months(kind, ref), key=itemgetter(0))
        )

    def _months(
        self, kind: str | None = None, ref: str | None = None, year: int | None = None
    ) -> tuple[tuple[int, int, int], ...]:
        """Months that have articles as (year, month, how many), newest first."""
        first, last = bounds(year, None, None)
        rows = self.db.execute(
            "SELECT month, n FROM tallies WHERE kind = ? AND ref = ? AND month BETWEEN ? AND ? "
            "ORDER BY month DESC",
            (kind or "", ref or "", first[:7], last[:7]),
        )
        return tuple((int(month[:4]), int(month[5:]), n) for month, n in rows)

    def days(self, year: int | None = None) -> tuple[tuple[date, int], ...]:
        """Days that have articles, oldest first, with how many."""
        rows = self.db.execute(
            "SELECT filed, count(*) FROM articles WHERE state = 0 AND filed BETWEEN ? AND ? "
            "GROUP BY filed ORDER BY filed",
            bounds(year, None, None),
        )
        return tuple((date.fromisoformat(day), n) for day, n in rows)

    def on_this_day(self, month: int, day: int) -> tuple[tuple[date, int], ...]:
        """This day in each year that has articles on it, oldest first, with how many."""
        days = [f"{year:04}-{month:02}-{day:02}" for year, _ in self.years()]
        rows = self.db.execute(
            f"SELECT filed, count(*) FROM articles WHERE state = 0 AND filed IN ({marks(days)}) "
            "GROUP BY filed ORDER BY filed",
            days,
        )
        return tuple((date.fromisoformat(day), n) for day, n in rows)

    def day_beside(self, day: date, step: int) -> date | None:
        """The nearest day with articles after `day` (`step` 1) or before it (-1)."""
        sign, direction = (">", "") if step > 0 else ("<", "DESC")
        row = self.db.execute(
            f"SELECT filed FROM articles WHERE state = 0 AND filed {sign} ? "
            f"ORDER BY filed {direction} LIMIT 1",
            (day.isoformat(),),
        ).fetchone()
        return date.fromisoformat(row[0]) if row else None


def marks(values: Sequence[object]) -> str:
    """A place for each value in a list of SQL."""
    return ", ".join("?" * len(values))


def bounds(year: int | None, month: int | None, day: date | None) -> tuple[str, str]:
    """The first and last filing day of a time, as text."""
    if day is not None:
        return day.isoformat(), day.isoformat()
    if year is None:
        return "", "9999-12-31"
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-31"
