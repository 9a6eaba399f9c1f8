"""Sorted records in files, some of which change: where borders move, and where they stay.

A border knows only of the file in hand and of the key that comes next (`chunks.Border`). So whoever
cuts anew from the file of the first change on comes to a border that was there before, and all
files behind it are as they were.
"""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from .chunks import Border, first_lead, utf16

Value = TypeVar("Value")
Part = tuple[str, list[tuple[str, Value]]]


class Run(NamedTuple):
    """A file: what it is called by, its first key, and the digest under which its records are
    remembered."""

    lead: str
    first: str
    digest: bytes


class Stretches(ABC, Generic[Value]):
    """Walks files of records, `runs`; `changed` are the keys of those that may be others now."""

    def __init__(self, runs: Sequence[Run], changed: Iterable[str]) -> None:
        self.runs = runs
        self.changed = frozenset(changed)
        self.keys: dict[int, list[str]] = defaultdict(list)
        for key in self.changed:
            place = bisect_right(runs, utf16(key), key=lambda run: utf16(run.lead)) - 1
            self.keys[max(place, 0)].append(key)

    @abstractmethod
    def records(self, place: int) -> list[tuple[str, Value]]:
        """The records of a file as they are now; of none, if there are no files yet."""

    @abstractmethod
    def size(self, key: str, value: Value) -> int:
        """What a record adds to its file."""

    def parts(self) -> list[Run | Part[Value]]:
        """Runs as they were, and new ones as their leads and records."""
        found: list[Run | Part[Value]] = []
        place = 0
        while place < len(self.runs) or (self.changed and not self.runs and not found):
            if place not in self.keys:
                found.append(self.runs[place])
                place += 1
                continue
            if found and self.begins_otherwise(place):
                found.pop()
                place -= 1
            stretch, place = self.stretch(place)
            found += stretch
        return found

    def begins_otherwise(self, place: int) -> bool:
        """May another record be the first of a file? Then the border before it may move."""
        first = utf16(self.runs[place].first)
        return any(utf16(key) <= first for key in self.keys[place])

    def stretch(self, place: int) -> tuple[list[Part[Value]], int]:
        """New runs from here to the next border that stays, and where that is."""
        is_first = place == 0
        border = Border(lead="" if is_first else self.runs[place].lead)
        new: list[Part[Value]] = []
        while True:
            for number, (key, value) in enumerate(self.records(place)):
                begins = border.before(key, self.size(key, value))
                if begins and number == 0 and self.stays(place, border.lead):
                    return new, place
                if is_first and not new:
                    border.lead = first_lead(key)
                if begins or not new:
                    new.append((border.lead, []))
                new[-1][1].append((key, value))
            place += 1
            if place >= len(self.runs):
                return new, place

    def stays(self, place: int, lead: str) -> bool:
        """Is a file as it was, if this is what leads to it now?"""
        return place not in self.keys and self.runs[place].lead == lead
