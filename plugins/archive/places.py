"""Where the articles of each record are in filing order, for who wants the nearest to one of them.

The page of one article asks for a few common records; the pages of all articles ask for all of them
again and again. So the places of a common one are looked up until it has been asked for often.
"""

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

# How far from an article, in the order of a list that both are in, another may be related.
# Beyond it nothing is looked at, so an added article changes its surroundings alone.
REACH = 4
FEW = 250  # places that are read at once
OFTEN = 100  # what it costs to look them up so often would read some thousand

Place = tuple[str, int, str]  # in filing order: day filed, second of publication, id
Ref = tuple[str, str]


class Places:
    """Of all records; `has_room`: those of common ones may be kept, too."""

    def __init__(self, db: sqlite3.Connection, *, has_room: bool) -> None:
        self.db = db
        self.has_room = has_room
        self.first = lru_cache(maxsize=4_096)(self._first)
        self.asked = Counter[Ref]()
        self.all: dict[Ref, Sequence[Place]] = {}

    def near(self, kind: str, ref: str, place: Place) -> list[tuple[str, str]]:
        """The nearest articles of a record before and after a place, as (id, day filed)."""
        places = self.all.get((kind, ref)) or self.first(kind, ref)
        if len(places) == FEW + 1:
            self.asked[kind, ref] += 1
            if not self.has_room or self.asked[kind, ref] < OFTEN:
                return self.looked_up(kind, ref, place)
            places = self.all[kind, ref] = self.read(kind, ref, -1)
        here = bisect_left(places, place)
        after = here + (places[here : here + 1] == [place])
        near = (*places[max(here - REACH, 0) : here], *places[after : after + REACH])
        return [(id_, filed) for filed, _, id_ in near]

    def looked_up(self, kind: str, ref: str, place: Place) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        for sign, way in (("<", "DESC"), (">", "")):
            rows = self.db.execute(
                "SELECT id, filed FROM relations WHERE kind = ? AND ref = ? AND state = 0 "
                f"AND (filed, utc, id) {sign} (?, ?, ?) "
                f"ORDER BY filed {way}, utc {way}, id {way} LIMIT {REACH}",
                (kind, ref, *place),
            )
            found += rows.fetchall()
        return found

    def _first(self, kind: str, ref: str) -> list[Place]:
        return self.read(kind, ref, FEW + 1)

    def read(self, kind: str, ref: str, most: int) -> list[Place]:
        rows = self.db.execute(
            "SELECT filed, utc, id FROM relations WHERE kind = ? AND ref = ? AND state = 0 "
            "ORDER BY filed, utc, id LIMIT ?",
            (kind, ref, most),
        )
        return rows.fetchall()
