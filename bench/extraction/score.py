"""How much of a text another has, by runs of four words, and by its words alone."""

import re
from collections import Counter
from dataclasses import dataclass
from statistics import mean

RUN = 4
WORD = re.compile(r"\w+")
NEARLY_ALL = 0.99


@dataclass(frozen=True, slots=True)
class Score:
    """Of one page: precision and recall of runs of four words, and the share of words kept."""

    precision: float
    recall: float
    kept: float

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Total:
    """Means over pages.

    `f1` is that of the two means, as the collection's own program counts it; `f1_of_pages` the
    mean of each page's.
    """

    precision: float
    recall: float
    f1: float
    f1_of_pages: float
    kept: float


def score(truth: str, found: str) -> Score:
    wanted, given = runs(truth), runs(found)
    both = (wanted & given).total()
    words, there = Counter(WORD.findall(truth)), Counter(WORD.findall(found))
    return Score(
        share(both, given.total()),
        share(both, wanted.total()),
        share((words & there).total(), words.total()),
    )


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Each run of four words and how often it stands there; a shorter text is one run."""
    words = WORD.findall(text)
    starts = range(max(1, len(words) - RUN + 1))
    return Counter(run for at in starts if (run := tuple(words[at : at + RUN])))


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def total(scores: list[Score]) -> Total:
    precision = mean(each.precision for each in scores)
    recall = mean(each.recall for each in scores)
    return Total(
        precision,
        recall,
        harmonic(precision, recall),
        mean(each.f1 for each in scores),
        mean(each.kept >= NEARLY_ALL for each in scores),
    )
