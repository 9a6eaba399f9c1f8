"""Numbers in as few bits as their frequencies allow: what goes in comes out."""

from collections import Counter
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search import bits, huffman

FEW = st.lists(st.integers(0, 9))
ANY = st.lists(st.one_of(st.integers(0, 80), st.integers(0, 70_000)), max_size=60)


@given(st.one_of(FEW, ANY))
def test_numbers_come_back(numbers):
    assert huffman.unpack(huffman.pack(numbers)) == numbers


@given(st.text("01"))
def test_bits_come_back(some):
    back = bits.read(bits.spell(some))
    assert back.startswith(some)
    assert set(back[len(some) :]) <= {"0"}
    assert len(back) - len(some) < bits.BYTE


@pytest.mark.parametrize("numbers", [[], [0], [7] * 50, [huffman.ESCAPE], [1, 2] * 9])
def test_few_numbers_come_back(numbers):
    assert huffman.unpack(huffman.pack(numbers)) == numbers


def test_no_space_and_nothing_that_needs_an_escape_is_written():
    written = huffman.pack([*range(200), *range(50)])
    assert not set(written) & set(' "\\<')
    assert written.isascii()


def test_the_bits_are_few_more_than_the_entropy():
    numbers = [number for number in range(30) for _ in range(1 + 2_000 // (number + 1))]
    counts = Counter(numbers)
    entropy = sum(-many * log2(many / len(numbers)) for many in counts.values())
    lengths = huffman.code_lengths(counts)
    written = sum(lengths[number] * many for number, many in counts.items())
    assert entropy <= written < 1.02 * entropy


def test_what_was_cut_short_is_refused():
    with pytest.raises(ValueError, match=r"numbers, not|no code"):
        huffman.unpack(huffman.pack([0, 1, 2] * 20)[:-8])
