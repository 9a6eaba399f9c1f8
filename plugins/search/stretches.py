"""Sorted records in files, some of which change: where borders move, and where they stay.

A border knows only of the file in hand (`chunks.Border`). So whoever cuts anew from the file of
the first change on comes to a border that was there before, and all files behind it are as they
were.
"""

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from .chunks import Border, utf16

Value = TypeVar("Value")
# The first key of a file, and under which digest its records are remembered.
Run = tuple[str, bytes]


class Stretches(ABC, Generic[Value]):
    """Walks files of records, `runs`; `changed` are the keys of those that may be others now."""

    def __init__(self, runs: Sequence[Run], changed: Iterable[str]) -> None:
        self.runs = runs
        self.changed = frozenset(changed)
        self.keys: dict[int, list[str]] = defaultdict(list)
        for key in self.changed:
            place = bisect_right(runs, utf16(key), key=lambda run: utf16(run[0])) - 1
            self.keys[max(place, 0)].append(key)

    @abstractmethod
    def records(self, place: int) -> list[tuple[str, Value]]:
        """The records of a file as they are now; of none, if there are no files yet."""

    @abstractmethod
    def size(self, key: str, value: Value) -> int:
        """What a record adds to its file."""

    def parts(self) -> list[Run | list[tuple[str, Value]]]:
        """Runs as they were, and new ones as their records."""
        found: list[Run | list[tuple[str, Value]]] = []
        place = 0
        while place < len(self.runs) or (self.changed and not self.runs and not found):
            if place not in self.keys:
                found.append(self.runs[place])
                place += 1
                continue
            # Where the first key changes, so may the border before it.
            if found and self.runs[place][0] in self.changed:
                found.pop()
                place -= 1
            stretch, place = self.stretch(place)
            found += stretch
        return found

    def stretch(self, place: int) -> tuple[list[list[tuple[str, Value]]], int]:
        """New runs from here to the next border that stays, and where that is."""
        border, new = Border(), [list[tuple[str, Value]]()]
        while True:
            for number, (key, value) in enumerate(self.records(place)):
                if border.before(key, self.size(key, value)):
                    if number == 0 and place not in self.keys:
                        return new, place
                    new.append([])
                new[-1].append((key, value))
            place += 1
            if place >= len(self.runs):
                return [run for run in new if run], place
