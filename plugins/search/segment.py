"""One segment of the index: some articles in order of their days, and all their files.

meta       the routing tables: which file holds what
words-0... the lexicon with its postings; list-0... long postings
lengths    a character a document: its length class
cards-0... what results show; texts-0... what snippets are cut from
people, people-0...   and so for each facet
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log2

from .analysis import Analysis
from .cards import card, text
from .chunks import cut, starts
from .columns import write_facet
from .documents import FACETS, Document
from .scripts import folder, write
from .varint import ALPHABET, LAST, encode_all
from .words import Lexicon
from .words import write as write_words


@dataclass(frozen=True, slots=True)
class Segment:
    """A finished segment: its folder, files by name, what the manifest says, its terms."""

    id: str
    files: dict[str, bytes]
    manifest: dict[str, object]
    terms: frozenset[str]


def build(documents: Sequence[Document], analyse: Callable[[Document], Analysis]) -> Segment:
    """All files of a segment; `documents` stand in order of day and id."""
    lexicon, lengths = Lexicon(), []
    for number, document in enumerate(documents):
        analysis = analyse(document)
        lexicon.add(number, analysis, document.lang)
        lengths.append(analysis.length)
    words, first_keys = write_words(lexicon)
    files: dict[str, object] = dict(words)
    files["lengths"] = "".join(map(length_class, lengths))
    meta: dict[str, object] = {"words": first_keys}
    meta["cards"] = add_chunks(files, "cards", [card(document) for document in documents])
    meta["texts"] = add_chunks(files, "texts", [text(document) for document in documents])
    for kind in FACETS:
        facet, meta[kind] = write_facet(documents, kind)
        files |= facet
    files["meta"] = meta
    name, scripts = folder(files)
    manifest: dict[str, object] = {
        "id": name,
        "docs": len(documents),
        "words": sum(lengths),
        "months": months(documents),
    }
    return Segment(name, scripts, manifest, frozenset(lexicon.postings))


def add_chunks(files: dict[str, object], name: str, records: list[object]) -> list[int]:
    """Put records into numbered files; the number of the first record in each."""
    chunks = list(cut(records, [len(write(record)) for record in records]))
    files |= {f"{name}-{number}": chunk for number, chunk in enumerate(chunks)}
    return starts(chunks)


def length_class(length: int) -> str:
    """Quarter octaves: class c stands for a length of 2 to the power of c/4 words."""
    return ALPHABET[min(round(4 * log2(max(length, 1))), LAST - 1)]


def months(documents: Sequence[Document]) -> str:
    """(months since the one before, articles) for each month that has any, from year 0."""
    counts = Counter(document.day.year * 12 + document.day.month - 1 for document in documents)
    ordered = sorted(counts)
    return encode_all(
        number
        for before, month in zip([0, *ordered], ordered, strict=False)
        for number in (month - before, counts[month])
    )
