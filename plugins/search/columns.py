"""Facets by column: for each document the values it has, so that counts need one file.

Values are numbered by how many documents of the segment have them, most first, then by id:
frequent ones are one character, and the first file of values names those worth showing.
"""

from collections import Counter
from collections.abc import Sequence

from .chunks import cut, starts
from .documents import Document, Label
from .varint import encode_all


def write_facet(documents: Sequence[Document], kind: str) -> tuple[dict[str, object], list[int]]:
    """Files of one facet (`people`, `people-0`...) and the first value in each numbered one."""
    counts: Counter[Label] = Counter(label for each in documents for label in each.of(kind))
    values = sorted(counts, key=lambda label: (-counts[label], label.id))
    number = {label: place for place, label in enumerate(values)}
    column = [
        encode_all(column_entry([number[label] for label in each.of(kind)])) for each in documents
    ]
    rows = [[label.id, label.sort] for label in values]
    chunks = list(cut(rows, [len(row[0]) + len(row[1]) + 7 for row in rows]))
    files: dict[str, object] = {f"{kind}-{place}": chunk for place, chunk in enumerate(chunks)}
    return {kind: "".join(column)} | files, starts(chunks)


def column_entry(values: Sequence[int]) -> list[int]:
    """How many values, then each as its distance from the one before."""
    ordered = sorted(set(values))
    gaps = [value - before - 1 for before, value in zip([-1, *ordered], ordered, strict=False)]
    return [len(ordered), *gaps]
