"""Facets by column: for each document the values it has, so that counts need one file.

Values are numbered by how many documents of the segment have them, most first, then by id:
frequent ones are one character, and the first file of values names those worth showing.
"""

from collections import Counter
from collections.abc import Sequence

from .chunks import cut, starts
from .varint import encode_all

# (id, filed form)
Value = tuple[str, str]


def write_facet(kind: str, rows: Sequence[Sequence[Value]]) -> tuple[dict[str, object], list[int]]:
    """Files of one facet (`people`, `people-0`...) and the first value in each numbered one;
    `rows` has the values of each document."""
    column, values = write_column(rows)
    chunks = list(cut(values, [len(id_) + len(sort) + 7 for id_, sort in values]))
    files: dict[str, object] = {f"{kind}-{place}": chunk for place, chunk in enumerate(chunks)}
    return {kind: column} | files, starts(chunks)


def write_column(rows: Sequence[Sequence[Value]]) -> tuple[str, list[Value]]:
    """The column of a facet, and its values by their numbers."""
    counts = Counter(value for row in rows for value in row)
    values = sorted(counts, key=lambda value: (-counts[value], value))
    number = {value: place for place, value in enumerate(values)}
    column = "".join(encode_all(column_entry([number[value] for value in row])) for row in rows)
    return column, values


def column_entry(values: Sequence[int]) -> list[int]:
    """How many values, then each as its distance from the one before."""
    ordered = sorted(set(values))
    gaps = [value - before - 1 for before, value in zip([-1, *ordered], ordered, strict=False)]
    return [len(ordered), *gaps]
