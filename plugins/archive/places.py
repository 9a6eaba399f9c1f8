"""Where articles are in filing order: what is next to one, and what is nearest among those of a
record.

The page of one article asks the store. The pages of all articles ask for all of them again and
again, so the order is read once it has been asked for often, where it has room.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from .rows import LISTED

# How far from an article, in the order of a list that both are in, another may be related.
# Beyond it nothing is looked at, so an added article changes its surroundings alone.
REACH = 4
FEW = 250  # places of a record that are read at once
OFTEN = 100  # so many articles are looked up before the order of all is read

Place = tuple[str, int, str]  # in filing order: day filed, second of publication, id
Near = tuple[str, str]  # id, day filed


class Places:
    """Of all articles; `has_room`: their order may be kept."""

    def __init__(self, db: sqlite3.Connection, *, has_room: bool) -> None:
        self.db = db
        self.has_room = has_room
        self.asked = 0
        self.order: Order | None = None
        self.first = lru_cache(maxsize=4_096)(self._first)

    def of(self, id_: str) -> Place:
        """The place of an article. Raises KeyError."""
        self.asked += 1
        if self.asked == OFTEN and self.has_room:
            self.order = Order(self.db)
        if self.order and (rank := self.order.ranks.get(id_)) is not None:
            return self.order.places[rank]
        query = "SELECT filed, utc, id FROM articles WHERE id = ?"
        row = self.db.execute(query, (id_,)).fetchone()
        if row is None:
            raise KeyError(id_)
        return (row[0], row[1], row[2])

    def beside(self, place: Place, *, later: bool) -> str | None:
        """The id of the listed article filed just before a place, or after it."""
        if self.order and (rank := self.order.rank(place)) is not None:
            return self.order.beside(rank, later=later)
        sign, way = (">", "") if later else ("<", "DESC")
        row = self.db.execute(
            f"SELECT id FROM articles WHERE state = {LISTED} AND (filed, utc, id) {sign} "
            f"(?, ?, ?) ORDER BY filed {way}, utc {way}, id {way} LIMIT 1",
            place,
        ).fetchone()
        return str(row[0]) if row else None

    def near(self, kind: str, ref: str, place: Place) -> Sequence[Near]:
        """The nearest articles of a record before and after a place."""
        if self.order and (rank := self.order.rank(place)) is not None:
            return self.order.near(kind, ref, rank)
        places = self.first(kind, ref)
        if len(places) == FEW + 1:
            return self.looked_up(kind, ref, place)
        here = bisect_left(places, place)
        after = here + (places[here : here + 1] == [place])
        near = (*places[max(here - REACH, 0) : here], *places[after : after + REACH])
        return [(id_, filed) for filed, _, id_ in near]

    def looked_up(self, kind: str, ref: str, place: Place) -> list[Near]:
        found: list[Near] = []
        for sign, way in (("<", "DESC"), (">", "")):
            rows = self.db.execute(
                f"SELECT id, filed FROM relations WHERE kind = ? AND ref = ? AND state = {LISTED} "
                f"AND (filed, utc, id) {sign} (?, ?, ?) "
                f"ORDER BY filed {way}, utc {way}, id {way} LIMIT {REACH}",
                (kind, ref, *place),
            )
            found += rows.fetchall()
        return found

    def _first(self, kind: str, ref: str) -> list[Place]:
        rows = self.db.execute(
            f"SELECT filed, utc, id FROM relations WHERE kind = ? AND ref = ? AND state = {LISTED} "
            "ORDER BY filed, utc, id LIMIT ?",
            (kind, ref, FEW + 1),
        )
        return rows.fetchall()


class Order:
    """All listed articles, and those of each record that was asked for, as ranks in filing
    order."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        query = f"SELECT filed, utc, id FROM articles WHERE state = {LISTED} ORDER BY 1, 2, 3"
        self.places: list[Place] = db.execute(query).fetchall()
        self.ranks = {id_: rank for rank, (_, _, id_) in enumerate(self.places)}
        self.listed: list[Near] = [(id_, filed) for filed, _, id_ in self.places]
        self.of: dict[tuple[str, str], list[int]] = {}

    def rank(self, place: Place) -> int | None:
        """Of a listed article; None where it stood before it was changed, or another did."""
        rank = self.ranks.get(place[2])
        return rank if rank is not None and self.places[rank] == place else None

    def beside(self, rank: int, *, later: bool) -> str | None:
        other = rank + 1 if later else rank - 1
        return self.listed[other][0] if 0 <= other < len(self.listed) else None

    def near(self, kind: str, ref: str, rank: int) -> list[Near]:
        ranks = self.of.get((kind, ref)) or self.read(kind, ref)
        here = bisect_left(ranks, rank)
        after = here + (ranks[here : here + 1] == [rank])
        near = ranks[max(here - REACH, 0) : here] + ranks[after : after + REACH]
        return list(map(self.listed.__getitem__, near))

    def read(self, kind: str, ref: str) -> list[int]:
        query = f"SELECT id FROM relations WHERE kind = ? AND ref = ? AND state = {LISTED}"
        rows = self.db.execute(query, (kind, ref))
        found = self.of[kind, ref] = sorted(self.ranks[id_] for (id_,) in rows)
        return found
