"""One segment of the index: some articles in order of their days, and all their files.

meta       the routing tables: which file holds what; months, and words in all
words-...  the lexicon with its postings; list-... long postings
lengths    a character a document: its length class
cards-0... what results show; texts-0... what snippets are cut from
people, people-0...   and so for each facet

Documents pass through one by one; what stays in memory is their postings and a few numbers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log2

from . import words
from .columns import Value, write_facet
from .documents import FACETS
from .extracts import Extract
from .lexicon import Lexicon
from .varint import ALPHABET, LAST, encode_all
from .words import Keyed

# How many records a file has: about 8 KB.
PER_FILE = {"cards": 8, "texts": 4}

Named = tuple[str, object]


@dataclass(slots=True)
class Frame:
    """What a segment says of its documents besides their words, by document number. `starts`:
    for each facet the first value in each of its files, once they are made."""

    months: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    labels: list[list[int]] = field(default_factory=list)
    table: list[tuple[str, str, str]] = field(default_factory=list)
    starts: dict[str, list[int]] = field(default_factory=dict)
    numbers: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def append(self, found: Extract) -> None:
        self.months.append(0)
        self.lengths.append(0)
        self.labels.append([])
        self.put(len(self.months) - 1, found)

    def put(self, number: int, found: Extract) -> None:
        self.months[number] = found.month
        self.lengths[number] = found.analysis.length
        self.labels[number] = [self.number(label) for label in found.labels]

    def number(self, label: tuple[str, str, str]) -> int:
        """Labels are many times the same: each is kept once."""
        number = self.numbers.setdefault(label, len(self.table))
        if number == len(self.table):
            self.table.append(label)
        return number

    def values(self, kind: str) -> Iterator[list[Value]]:
        """The values of each document in one facet."""
        found = {
            number: (id_, sort) for number, (own, id_, sort) in enumerate(self.table) if own == kind
        }
        for row in self.labels:
            yield [found[number] for number in row if number in found]

    def facet(self, kind: str) -> Iterator[Named]:
        files, self.starts[kind] = write_facet(kind, list(self.values(kind)))
        yield from files.items()

    def rest(self, first_keys: Sequence[str]) -> Iterator[Named]:
        """`lengths` and `meta`."""
        yield "lengths", "".join(map(length_class, self.lengths))
        numbers = {"total": sum(self.lengths), "months": months(self.months)}
        yield "meta", {"words": list(first_keys), **self.starts, **numbers}


class Shelf:
    """Numbered records in files of as many each: `cards-0`, `cards-1`..."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        self.open: list[object] = []

    def add(self, record: object) -> Iterator[Named]:
        self.open.append(record)
        if len(self.open) == PER_FILE[self.name]:
            yield from self.close()

    def close(self) -> Iterator[Named]:
        if self.open:
            yield f"{self.name}-{self.count}", self.open
            self.count += 1
            self.open = []


def build(
    documents: Iterable[tuple[Extract, str]], frame: Frame, keep: Callable[[list[Keyed]], object]
) -> Iterator[Named]:
    """All files of a segment as they get ready. `documents` come in order of their numbers, each
    with its body; `frame` is filled, and `keep` called with every run of the lexicon in turn."""
    lexicon = Lexicon()
    cards, texts = Shelf("cards"), Shelf("texts")
    for number, (found, body) in enumerate(documents):
        frame.append(found)
        lexicon.add(number, found.analysis)
        yield from cards.add(found.card)
        yield from texts.add(found.text(body))
    yield from cards.close()
    yield from texts.close()
    first_keys: list[str] = []
    for run in words.runs(lexicon.records()):
        first_keys.append(run[0][0])
        keep(run)
        yield from words.files(run)
    for kind in FACETS:
        yield from frame.facet(kind)
    yield from frame.rest(first_keys)


def length_class(length: int) -> str:
    """Quarter octaves: class c stands for a length of 2 to the power of c/4 words."""
    return ALPHABET[min(round(4 * log2(max(length, 1))), LAST - 1)]


def months(numbers: Sequence[int]) -> str:
    """(months since the one before, articles) for each month that has any, from year 0."""
    counts = Counter(numbers)
    ordered = sorted(counts)
    return encode_all(
        number
        for before, month in zip([0, *ordered], ordered, strict=False)
        for number in (month - before, counts[month])
    )
