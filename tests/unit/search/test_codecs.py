"""Numbers and lists as strings: what goes in comes out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search.chunks import in_order, name, units, utf16
from plugins.search.postings import (
    LONG,
    LOW,
    PAGE,
    SHIFT,
    decode_postings,
    encode_page,
    encode_postings,
    read,
    revise,
    write,
)
from plugins.search.scripts import digest, script
from plugins.search.varint import ALPHABET, decode_all, encode, encode_all

COUNTS = st.integers(0, 2**40)


@given(st.lists(COUNTS))
def test_numbers_come_back(numbers):
    assert list(decode_all(encode_all(numbers))) == numbers


def test_small_numbers_are_one_character_and_none_needs_an_escape():
    assert len(ALPHABET) == 91
    assert len(encode(77)) == 1
    assert len(encode(78)) == 2
    assert json.dumps(ALPHABET) == f'"{ALPHABET}"'


def test_a_negative_number_is_refused():
    with pytest.raises(ValueError, match="negative"):
        encode(-1)


@given(st.dictionaries(st.integers(0, 10**6), st.integers(1, 10**4)))
def test_postings_come_back(postings):
    ordered = packed(postings)
    assert list(decode_postings(encode_postings(ordered))) == ordered


@given(st.text())
def test_a_script_is_one_call_whatever_the_text(text):
    written = script("key", text).decode()
    assert written.count("\n") == 1
    assert "\u2028" not in written
    assert "\u2029" not in written
    assert json.loads(f"[{written[len('cuttings.put(') : -3]}]") == ["key", text]


@given(st.lists(st.text()), st.lists(st.text()))
def test_a_digest_follows_its_parts_in_their_order(some, others):
    assert (digest(some) == digest(others)) == (some == others)


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 3 * PAGE), st.integers(1, 9), max_size=LONG // 4), st.data())
def test_a_revised_list_is_the_one_written_anew(some, data):
    everybody = {number * 3: 1 for number in range(LONG - 200)}
    before = some | everybody if data.draw(st.booleans()) else some
    changed = data.draw(st.dictionaries(st.integers(0, 4 * PAGE), st.integers(0, 3), max_size=300))
    after = {number: weight for number, weight in (before | changed).items() if weight}
    written = write(packed(before))
    assert read(written, len(before)) == packed(before)
    assert revise(written, len(before), changed) == (write(packed(after)), len(after))


LISTS = st.builds(
    lambda first, last, step, some: dict.fromkeys(range(first, last, step), 1) | some,
    st.integers(0, 2 * PAGE),
    st.integers(0, 3 * PAGE),
    st.integers(1, 4),
    st.dictionaries(st.integers(0, 3 * PAGE), st.integers(1, 70_000).map(lambda n: n & LOW or 1)),
)


@settings(deadline=None, max_examples=30)
@given(LISTS)
def test_a_list_comes_back_however_many_documents_are_on_its_pages(postings):
    ordered = packed(postings)
    assert read(write(ordered), len(ordered)) == ordered


@settings(deadline=None, max_examples=30)
@given(LISTS, st.dictionaries(st.integers(0, 4 * PAGE), st.integers(0, 80), min_size=1))
def test_a_revised_list_is_the_one_written_anew_whatever_its_pages(before, changed):
    after = {number: weight for number, weight in (before | changed).items() if weight}
    written = write(packed(before))
    assert revise(written, len(before), changed) == (write(packed(after)), len(after))


def test_a_page_that_most_documents_are_on_has_no_numbers_of_documents():
    dense = encode_page(packed(dict.fromkeys(range(100, 200), 5)), 100)
    assert len(dense) < 50
    sparse = encode_page(packed(dict.fromkeys(range(100, 200, 3), 5)), 100)
    assert sparse[0] == encode(0)


def packed(postings):
    return sorted(number << SHIFT | weight for number, weight in postings.items())


def test_a_file_is_called_by_a_key_as_browsers_do_it():
    assert name("") == "811c9dc59747b28c"
    assert name("s400") != name("s401")
    assert len({name(f"word{number}") for number in range(10_000)}) == 10_000


@given(st.lists(st.text(st.sampled_from("ab\ue000\uffff\U00010000\U0001f600é"), max_size=4)))
def test_keys_are_in_the_order_of_javascript(keys):
    assert in_order(keys, str) == sorted(keys, key=utf16)
    assert [units(key) for key in keys] == [len(utf16(key)) // 2 for key in keys]


@given(st.integers(0, 65_535), st.integers(1, LOW))
def test_a_list_of_one_document_is_written_as_any_other(document, frequency):
    posting = document << SHIFT | frequency
    assert write([posting]) == encode_postings([posting])
