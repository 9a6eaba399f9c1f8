"""Forms from both ends, for typing errors."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bench.search.reader import Index
from plugins.search import forms
from plugins.search.lexicon import Record
from plugins.search.tokens import words

from .fake import build
from .samples import NAMES, archive

LETTERS = st.text("abcdefgабвгाेक्य", min_size=3, max_size=12).filter(forms.is_listed)


@given(st.dictionaries(LETTERS, st.integers(0, 9)))
def test_a_file_of_forms_comes_back(some):
    run = sorted(some.items())
    assert forms.read(forms.text(run)) == run


@given(st.dictionaries(LETTERS, st.integers(0, 9)), st.sampled_from(sorted(forms.TABLES)))
def test_every_form_is_in_a_table_once_and_in_order(some, kind):
    turn = forms.TABLES[kind]
    found = [one for _, run in forms.runs(kind, some.items()) for one in run]
    assert found == sorted((turn(form), digit) for form, digit in some.items())


@given(st.text())
def test_no_listed_form_has_a_sign_of_the_layout(text):
    for word in words(text):
        for form in filter(forms.is_listed, word.forms):
            assert not re.search(r"[A-Z0-9 .,<]", form)
            assert len(form) == len(form.encode("utf-16-be")) // 2


def test_a_digit_tells_about_how_many_documents_hold_a_form():
    digits = [forms.digit("oil", Record(met)) for met in (0, 1, 2, 3, 4, 511, 512, 100_000)]
    assert digits == [None, 0, 1, 1, 2, 8, 9, 9]


def test_codes_and_very_short_words_are_not_listed():
    listed = [key for key in ("oil", "s400", "us.", "2+2", "un", "लावरोव", "x" * 25, "=oil", "𐐨𐐨𐐨")
              if forms.is_listed(key)]  # fmt: skip
    assert listed == ["oil", "लावरोव"]


def test_both_tables_of_a_segment_hold_the_forms_of_its_lexicon():
    published = Index(build(archive(300), NAMES))
    for segment in published.segments:
        routes = published.data[f"{segment.folder}/forms"]
        met = {form for form, (seen, _, _) in segment.words.items() if seen}
        for kind, turn in forms.TABLES.items():
            texts = [published.data[f"{segment.folder}/{forms.file(kind, key)}"]
                     for key in routes[kind]]  # fmt: skip
            found = {turn(form) for text in texts for form, _ in forms.read(text)}
            assert found == set(filter(forms.is_listed, met))
