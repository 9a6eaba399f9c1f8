"""Which lines of a page another reading of the same page has kept.

A library that finds the text of a page gives back its own rewriting of it. Only which lines it
took is of use: those are found again by their words, in order, so that a headline that a
paragraph repeats, or a teaser with the same words, isn't taken for the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+")
PARTS = re.compile(r"[\n|]")  # paragraphs, and cells of a table
GRAM = 4  # words; what is shorter must be a paragraph by itself
ENOUGH = 0.6  # of a line's grams, where links or marks were dropped from it
MOST = 20  # places where one line may stand


@dataclass(frozen=True, slots=True)
class Place:
    """Words `start` to `end` of the kept text, and how many of them are the line's."""

    start: int
    end: int
    weight: int


class Kept:
    """The words of a kept text, and where each run of four of them stands."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = []
        self.starts: dict[tuple[str, ...], list[int]] = {}
        for paragraph in PARTS.split(text):
            words = tuple(WORD.findall(paragraph))
            if words and len(words) < GRAM:
                self.starts.setdefault(words, []).append(len(self.words))
            self.words.extend(words)
        for at in range(len(self.words) - GRAM + 1):
            self.starts.setdefault(tuple(self.words[at : at + GRAM]), []).append(at)

    def places(self, line: str) -> Iterator[Place]:
        """Where a line may stand: whole, or if it does nowhere, most of it."""
        words = WORD.findall(line)
        first = self.starts.get(tuple(words[:GRAM]), ())
        whole = [at for at in first if self.words[at : at + len(words)] == words]
        if whole or len(words) <= GRAM:
            yield from (Place(at, at + len(words), len(words)) for at in whole[:MOST])
            return
        grams = [tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1)]
        known = [(at, self.starts[gram]) for at, gram in enumerate(grams) if gram in self.starts]
        if len(known) < ENOUGH * len(grams):
            return
        for at, starts in known[:1]:
            last = known[-1][0] - at
            for start in starts[:MOST]:
                ends = [s for s in self.starts[grams[known[-1][0]]] if start <= s <= start + last]
                if ends:
                    yield Place(start, ends[-1] + GRAM, len(known))


def kept_lines(lines: Sequence[str], text: str) -> set[int]:
    """Indices of the lines that stand in the kept text, each once and in order."""
    kept = Kept(text)
    best = Best(len(kept.words) + 1)
    for number, line in enumerate(lines):
        found = [
            Choice(number, place.end, *best.before(place.start, place.weight))
            for place in kept.places(line)
        ]
        for choice in found:
            best.add(choice)
    return set(best.chain())


@dataclass(frozen=True, slots=True)
class Choice:
    """A line taken at a place; `total` counts the words of it and of the chain before it."""

    line: int
    end: int
    total: int
    last: "Choice | None"


class Best:
    """The best chain that ends at or before each word: a tree of maxima (Fenwick)."""

    def __init__(self, size: int) -> None:
        self.tree: list[Choice | None] = [None] * (size + 1)

    def before(self, start: int, weight: int) -> tuple[int, Choice | None]:
        best, at = None, start + 1
        while at > 0:
            here = self.tree[at]
            if here is not None and (best is None or here.total > best.total):
                best = here
            at -= at & -at
        return weight + (best.total if best else 0), best

    def add(self, choice: Choice) -> None:
        at = choice.end + 1
        while at < len(self.tree):
            here = self.tree[at]
            if here is None or choice.total > here.total:
                self.tree[at] = choice
            at += at & -at

    def chain(self) -> Iterator[int]:
        _, choice = self.before(len(self.tree) - 2, 0)
        while choice is not None:
            yield choice.line
            choice = choice.last
