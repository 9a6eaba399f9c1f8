"""Numbers and lists as strings: what goes in comes out."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.columns import column_entry
from plugins.search.postings import decode_postings, encode_postings
from plugins.search.scripts import folder, script
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
    ordered = sorted(postings.items())
    assert list(decode_postings(encode_postings(ordered))) == ordered


@given(st.lists(st.integers(0, 1000)))
def test_values_of_a_column_come_back(values):
    count, *gaps = column_entry(values)
    found, value = [], -1
    for gap in gaps:
        value += gap + 1
        found.append(value)
    assert found == sorted(set(values))
    assert count == len(found)


@given(st.text())
def test_a_script_is_one_call_whatever_the_text(text):
    written = script("key", text).decode()
    assert written.count("\n") == 1
    assert "\u2028" not in written
    assert "\u2029" not in written
    assert json.loads(f"[{written[len('cuttings.put(') : -3]}]") == ["key", text]


def test_the_name_of_a_folder_follows_its_content_alone():
    name, files = folder({"b": 1, "a": "x"})
    again, _ = folder({"a": "x", "b": 1})
    other, _ = folder({"a": "y", "b": 1})
    assert name == again != other
    assert files["a.js"] == f'cuttings.put("{name}/a","x");\n'.encode()
