"""Pairs of names of people, marked as one person's or not, and how many are judged right."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from plugins.archive.names.compare import SAME, compare

Judge = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs taken for one person rightly, wrongly, and those that were not and should have been."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


def read(file: Path) -> list[Pair]:
    with file.open(encoding="utf-8", newline="") as stream:
        return [
            Pair(row["name1"], row["name2"], row["is_match"] == "true")
            for row in csv.DictReader(stream)
        ]


def judged(pairs: Iterable[Pair], judge: Judge) -> Judged:
    said = [(pair.same, judge(pair.one, pair.other)) for pair in pairs]
    return Judged(said.count((True, True)), said.count((False, True)), said.count((True, False)))


def ours(one: str, other: str) -> bool:
    return compare(one, other).score >= SAME


def token_set(pairs: Sequence[Pair]) -> Judged:
    """RapidFuzz alone, with the threshold that suits it best on these very pairs."""
    tries = (judged(pairs, token_set_from(least)) for least in range(50, 100))
    return max(tries, key=lambda each: each.f1)


def token_set_from(least: int) -> Judge:
    return lambda one, other: fuzz.token_set_ratio(one.lower(), other.lower()) >= least


def halves(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Two halves that have no name in common: what hangs together by a name stays together, and
    every other such group goes to the second half. Rules were made looking at the first alone."""
    found: tuple[list[Pair], list[Pair]] = ([], [])
    for number, group in enumerate(groups(pairs)):
        found[number % 2].extend(group)
    return found


def groups(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    """Pairs that hang together by their names, in the order of the first of each group."""
    group_of: dict[str, str] = {}

    def root(name: str) -> str:
        while group_of.setdefault(name, name) != name:
            name = group_of[name]
        return name

    for pair in pairs:
        group_of[root(pair.one)] = root(pair.other)
    members: dict[str, list[Pair]] = {}
    for pair in pairs:
        members.setdefault(root(pair.one), []).append(pair)
    yield from members.values()
