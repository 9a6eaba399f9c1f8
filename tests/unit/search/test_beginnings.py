"""Words that begin a name, as a set that a reader loads with the tables of leads."""

from zlib import crc32

from hypothesis import given
from hypothesis import strategies as st

from bench.search.reader import leads
from plugins.search import beginnings, chunks
from plugins.search.varint import decode_all

WORDS = st.text(st.characters(codec="utf-8", categories=["L", "M", "N"]), min_size=1, max_size=12)


def holds(written, word):
    """As `names.js` reads it."""
    modulus, gaps = written
    numbers, number = set(), -1
    for gap in decode_all(gaps):
        number += gap + 1
        numbers.add(number)
    return crc32(word.encode()) % modulus in numbers


@given(st.sets(WORDS, max_size=60))
def test_no_word_that_begins_a_name_is_missed(words):
    written = beginnings.written(words)
    assert all(holds(written, word) for word in words)


def test_of_other_words_three_in_four_are_known_to_begin_none():
    written = beginnings.written([f"name{number}" for number in range(3_000)])
    wrong = sum(holds(written, f"word{number}") for number in range(3_000)) / 3_000
    assert 0.15 < wrong < 0.3


@given(st.sets(WORDS, max_size=60))
def test_what_is_remembered_of_them_comes_back(words):
    assert beginnings.unpack(beginnings.pack(words)) == words


@given(st.sets(st.text("abcdefgh #-=12", max_size=9), max_size=40))
def test_a_table_of_leads_comes_back(found):
    ordered = sorted(found)
    assert list(leads(chunks.table(ordered))) == ordered
