"""The documents of each value of a facet: what goes in comes out, the most frequent first."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.search.reader import Index, lists
from plugins.search import facets
from plugins.search.documents import FACETS

from .fake import build
from .generated import archive

VALUES = st.sampled_from([(id_, id_.upper()) for id_ in "abcdefg"])
ROWS = st.lists(st.lists(VALUES, max_size=5), max_size=60)


def turned(rows):
    """The documents of each value, out of the values of each document."""
    values = {value for row in rows for value in row}
    return {value: [number for number, row in enumerate(rows) if value in row] for value in values}


@given(ROWS, st.integers(1, 80))
def test_documents_come_back(rows, target):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(facets, "TARGET", target)
        found = facets.facet(turned(rows), len(rows))
    read = [list_ for text in found.listed for list_ in lists(text, len(rows))]
    assert dict(zip(found.values, read, strict=True)) == turned(rows)


@given(ROWS)
def test_frequent_values_are_first(rows):
    counts = Counter(value for row in rows for value in set(row))
    numbered = [counts[value] for value in facets.facet(turned(rows), len(rows)).values]
    assert all(one >= other for one, other in pairwise(numbered))


@given(st.sets(st.integers(0, 300), min_size=1), st.integers(301, 70_000))
def test_a_list_of_one_value_comes_back(documents, count):
    ordered = sorted(documents)
    [found] = lists(facets.lists([(len(ordered), facets.code(ordered, count))]), count)
    assert found == ordered


def test_a_value_of_every_document_takes_a_bit_for_each():
    assert facets.code(range(1_000), 1_000) == "0" * 1_000


def test_counts_of_a_published_index_are_those_of_the_documents():
    documents, names = archive(700)
    published = Index(build(documents, names))
    assert len(published.segments) > 1
    for kind in FACETS:
        found = Counter()
        for segment in published.segments:
            found.update({id_: len(some) for id_, some in segment.documents(kind).items()})
        assert found == Counter(
            label.id for each in documents for label in each.filed if label.kind == kind
        )
