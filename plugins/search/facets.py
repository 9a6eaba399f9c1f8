"""Facets: for each value the documents that have it, the most frequent values first, so that who
counts need not read those that are too rare to be foremost.

Values are numbered by how many documents of the segment have them, most first, then by id. A file
of lists holds some values in this order: by how much each has fewer documents than the one before
(the first: how many it has), a space, and the documents of all of them in bits, each as its
distance from the one before, less one, in a Rice code that fits chance: of a distance d there are
d >> k ones, a zero and the last k bits. For independent values this is the entropy, within two in
a hundred, and less than a column of what each document has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from . import bits
from .chunks import cut, starts
from .varint import encode_all

# (id, filed form)
Value = tuple[str, str]
# Bits in a file of lists: some 18 KB, compressed.
TARGET = 144_000


@dataclass(slots=True)
class Facet:
    """`values` by their numbers; `starts`: the first in each of their files; `lists`: the first in
    each file of lists, and how many documents have it, in turn. `named` and `listed`: what these
    files say."""

    values: list[Value] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    named: list[list[Value]] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)


def facet(documents: Mapping[Value, Sequence[int]], count: int) -> Facet:
    """`documents` of each value, out of `count`."""
    values = sorted(documents, key=lambda value: (-len(documents[value]), value))
    named = list(cut(values, [len(id_) + len(sort) + 7 for id_, sort in values]))
    coded = [(len(documents[each]), code(documents[each], count)) for each in values]
    listed = list(cut(coded, [len(written) for _, written in coded], TARGET))
    tops = [
        number
        for first, run in zip(starts(listed), listed, strict=True)
        for number in (first, run[0][0])
    ]
    return Facet(values, starts(named), tops, named, list(map(lists, listed)))


def lists(run: Sequence[tuple[int, str]]) -> str:
    """A file: how many documents each value has, and the bits that say which."""
    many = [each for each, _ in run]
    fewer = [before - each for before, each in pairwise(many)]
    return f"{encode_all([many[0], *fewer])} {bits.spell(''.join(code for _, code in run))}"


def code(documents: Sequence[int], count: int) -> str:
    """Some of `count` documents, as a string of 0 and 1."""
    rest = remainder(len(documents), count)
    low = (1 << rest) - 1
    return "".join(
        ["1" * (gap >> rest) + f"{gap & low:0{rest + 1}b}" for gap in distances(documents)]
    )


def remainder(some: int, count: int) -> int:
    """How many bits of a distance are written as they are. 11/16 is near ln 2: of the distances
    that chance deals half are larger than that part of the mean, and need a bit more."""
    return max((count * 11 // (some * 16)).bit_length() - 1, 0)


def distances(documents: Iterable[int]) -> Iterator[int]:
    before = -1
    for document in documents:
        yield document - before - 1
        before = document
