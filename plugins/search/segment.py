"""One segment of the index: some articles in order of their days, and all their files.

meta       the routing tables: which file holds what; months, and words in all
words-...  the lexicon with its postings
exact      routes to the words-... of forms for themselves
forms      routes to starts-... and ends-..., all forms from both ends; frequent: some of them
lengths    the length class of each document
asked      meta and lengths in one: what a search for words asks for
cards-0... what results show; cites-0... for citations
people-0, people-lists-0...   values of a facet and their documents; languages are few and
           stand in meta

Documents pass through one by one; what stays in memory is their postings and a few numbers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import log2

from . import forms, huffman, words
from .chunks import EXACTLY, table
from .documents import FACETS, LANGUAGES
from .extracts import Extract
from .facets import Value, facet
from .lexicon import Lexicon, is_filed
from .varint import encode_all
from .words import Keyed

# How many records a file has. Ten results are ten cards from anywhere, so a file has one; but
# segments of fewer articles than `FRESH` are written anew with each that is added.
PER_FILE = {"cards": 1, "cites": 32}
FRESH, FRESH_CARDS = 128, 2

# So many documents go through together.
BATCH = 256

# What they say of themselves, and what is filed under each record, stands in the manifest. Their
# words are in longer files: one of 8 KB is less than a request for each word, three of 10 are not.
SCALE, FEW, SCALE_OF_FEW = 4, 32, 16

# The class of longer articles than anybody writes.
LONGEST = 77

# Files of sorted records, each called by its lead.
TABLES = ("words", *forms.TABLES)

Named = tuple[str, object]
Keep = Callable[[str, str, str, bytes], object]


@dataclass(slots=True)
class Frame:
    """What a segment says of its documents besides their words, by document number. `starts`:
    for each facet the first value in each of its files, once they are made; of languages each
    value, as a number in `table`. `lists`: the same of its files of lists, each time with how many
    documents have that value. `frequent`: the forms that many documents hold, as digits."""

    months: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    labels: list[list[int]] = field(default_factory=list)
    table: list[tuple[str, str, str]] = field(default_factory=list)
    starts: dict[str, list[int]] = field(default_factory=dict)
    lists: dict[str, list[int]] = field(default_factory=dict)
    frequent: dict[str, int] = field(default_factory=dict)
    numbers: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def append(self, found: Extract) -> None:
        self.months.append(0)
        self.lengths.append(0)
        self.labels.append([])
        self.put(len(self.months) - 1, found)

    def put(self, number: int, found: Extract) -> None:
        self.months[number] = found.month
        self.lengths[number] = found.analysis.length
        self.labels[number] = list(map(self.number, found.labels))

    def number(self, label: tuple[str, str, str]) -> int:
        """Labels are many times the same: each is kept once."""
        number = self.numbers.setdefault(label, len(self.table))
        if number == len(self.table):
            self.table.append(label)
        return number

    def documents(self) -> dict[str, dict[Value, list[int]]]:
        """By facet, the documents of each value."""
        found: list[list[int]] = [[] for _ in self.table]
        for document, row in enumerate(self.labels):
            for number in dict.fromkeys(row):
                found[number].append(document)
        facets: dict[str, dict[Value, list[int]]] = {kind: {} for kind in FACETS}
        for (kind, *value), documents in zip(self.table, found, strict=True):
            if documents:
                facets[kind][value[0], value[1]] = documents
        return facets

    def facet(self, kind: str, documents: Mapping[Value, Sequence[int]]) -> Iterator[Named]:
        """Its files: values, and their documents."""
        found = facet(documents, len(self.labels))
        self.lists[kind] = found.lists
        if kind == LANGUAGES:
            self.starts[kind] = [self.numbers[(kind, *value)] for value in found.values]
        else:
            self.starts[kind] = found.starts
            yield from ((f"{kind}-{number}", named) for number, named in enumerate(found.named))
        yield from ((f"{kind}-lists-{number}", each) for number, each in enumerate(found.listed))

    def files_of(self, kind: str) -> set[str]:
        """The names of the files of a facet."""
        named = 0 if kind == LANGUAGES else len(self.starts[kind])
        listed = len(self.lists[kind]) // 2
        return {f"{kind}-{number}" for number in range(named)} | {
            f"{kind}-lists-{number}" for number in range(listed)
        }

    def rest(self, leads: Sequence[str]) -> Iterator[Named]:
        """`lengths` and `meta`, both together as `asked`, and `exact`."""
        lengths = huffman.pack([length_class(length) for length in self.lengths])
        yield "lengths", lengths
        ordinary = [lead for lead in leads if not lead.startswith(EXACTLY)]
        few = {LANGUAGES: [self.table[number][1:] for number in self.starts[LANGUAGES]]}
        numbers = {"total": sum(self.lengths), "months": months(self.months)}
        meta = {"words": table(ordinary), **self.starts, **few, "lists": self.lists, **numbers}
        yield "meta", meta
        yield "asked", meta | {"lengths": lengths}
        yield "exact", {"words": [lead for lead in leads if lead.startswith(EXACTLY)]}


def is_fresh(documents: int) -> bool:
    """Whether a segment is one of those that are written anew with each article."""
    return documents < FRESH


def scale(documents: int) -> int:
    """How many times as long files of words are in a segment of so many documents."""
    if not is_fresh(documents):
        return 1
    return SCALE_OF_FEW if documents <= FEW else SCALE


def per_file(documents: int) -> dict[str, int]:
    """How many records a file has in a segment of so many documents."""
    return PER_FILE | ({"cards": FRESH_CARDS} if is_fresh(documents) else {})


class Shelf:
    """Numbered records in files of `size` each: `cards-0`, `cards-1`..."""

    def __init__(self, name: str, size: int) -> None:
        self.name = name
        self.size = size
        self.count = 0
        self.open: list[object] = []

    def add(self, record: object) -> Iterator[Named]:
        self.open.append(record)
        if len(self.open) == self.size:
            yield from self.close()

    def close(self) -> Iterator[Named]:
        if self.open:
            yield f"{self.name}-{self.count}", self.open
            self.count += 1
            self.open = []


def build(
    documents: Iterable[tuple[Extract, str]], count: int, frame: Frame, keep: Keep
) -> Iterator[Named]:
    """All files of a segment as they get ready. `documents` come in order of their numbers, each
    with its body, `count` of them; `frame` is filled, and `keep` called with every run in turn:
    its kind, its lead, its first key, and its records as bytes."""
    lexicon = Lexicon()
    cards, cites = (Shelf(name, per_file(count)[name]) for name in ("cards", "cites"))
    left = iter(documents)
    while some := list(islice(left, BATCH)):
        for found, _ in some:
            lexicon.add(len(frame.months), found.analysis)
            frame.append(found)
        for found, body in some:
            yield from cards.add([*found.card, found.text(body)])
            yield from cites.add(found.cite)
    for shelf in (cards, cites):
        yield from shelf.close()
    leads: dict[str, list[str]] = {kind: [] for kind in TABLES}
    listed: list[forms.Listed] = []
    records: Iterable[Keyed] = lexicon.records()
    if is_fresh(count):
        every = list(records)
        yield "filed", words.text(record for record in every if is_filed(record[0]))
        records = (record for record in every if not is_filed(record[0]))
    for lead, run in words.runs(records, scale(count)):
        leads["words"].append(lead)
        listed += forms.listed(run)
        keep("words", lead, run[0][0], words.pack(run))
        yield words.file(lead), words.text(run)
    for kind in forms.TABLES:
        for lead, part in forms.runs(kind, listed):
            text = forms.text(part)
            leads[kind].append(lead)
            keep(kind, lead, part[0][0], text.encode())
            yield forms.file(kind, lead), text
    yield forms.routes(leads)
    frame.frequent = {form: digit for form, digit in listed if digit >= forms.FREQUENT}
    yield forms.frequent(frame.frequent)
    documents_of = frame.documents()
    for kind in FACETS:
        yield from frame.facet(kind, documents_of[kind])
    yield from frame.rest(leads["words"])


def told(files: dict[str, object]) -> dict[str, object]:
    """What the manifest says of a fresh segment; taken out of its files."""
    del files["meta"], files["lengths"]
    meta = files.pop("asked")
    assert isinstance(meta, dict)
    return meta | {"filed": files.pop("filed")}


def length_class(length: int) -> int:
    """Quarter octaves: class c stands for a length of 2 to the power of c/4 words."""
    return min(round(4 * log2(max(length, 1))), LONGEST)


def months(numbers: Sequence[int]) -> str:
    """(months since the one before, articles) for each month that has any, from year 0."""
    counts = Counter(numbers)
    ordered = sorted(counts)
    return encode_all(
        number
        for before, month in zip([0, *ordered], ordered, strict=False)
        for number in (month - before, counts[month])
    )
