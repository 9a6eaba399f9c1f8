"""What counts as a word, in the index and in a query."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search.analysis import POINTS, fields
from plugins.search.documents import Document
from plugins.search.folding import fold
from plugins.search.tokens import add_forms, count_forms, keys, words

FORMS = [
    ("S-400 and S400", ["s400", "400", "and", "s400"]),
    ("the S\u2011400", ["the", "s400", "400"]),
    ("Su-30MKI", ["su30mki", "su", "30mki", "su30"]),
    ("Covid-19", ["covid19", "covid", "19"]),
    ("foreign-policy", ["foreignpolicy", "foreign", "policy"]),
    ("601,427 or 1,00,000 or 5.43", ["601427", "or", "100000", "or", "5.43"]),
    ("2+2", ["2+2"]),
    ("in 2020-21", ["in", "2020", "21"]),
    ("U.S. told us", ["us.", "told", "us"]),
    ("the US and IT", ["the", "us.", "and", "it."]),
    ("HE TOLD US", ["he", "told", "us"]),
    ("U.N. and UN", ["un", "and", "un"]),
    ("U.S.-led", ["us.", "led"]),
    ("India\u2019s ministers\u2019 don\u2019t", ["india", "ministers", "dont"]),
    ("O'Brien", ["obrien"]),
    ("communiqué, Škoda, Łódź, straße", ["communique", "skoda", "lodz", "strasse"]),
    ("Сергей Ёлкин", ["сергей", "елкин"]),
    ("सर्गेई लावरोव।", ["सर्गेई", "लावरोव"]),
    ("२०२१", ["2021"]),
    ("end.Start", ["end", "start"]),
    ("rock 'n' roll -- & <b>", ["rock", "n", "roll", "b"]),
    ("India–Russia", ["india", "russia"]),
    ("\ufdfa", None),
]


@pytest.mark.parametrize(("text", "expected"), FORMS, ids=[text for text, _ in FORMS])
def test_text_is_found_by_these_forms(text, expected):
    found = [form for word in words(text) for form in word.forms]
    assert expected is None or found == expected
    assert all(" " not in form and "<" not in form for form in found)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("S-400", ("s400",)),
        ("Indo-Russian", ("indo", "russian")),
        ("x-ray", ("xray",)),
        ("2020-21", ("2020", "21")),
        ("Lavrov, Sergei", ("lavrov", "sergei")),
    ],
)
def test_query_asks_for_these_keys(query, expected):
    assert keys(query) == expected


@given(st.text())
def test_no_text_yields_a_form_with_a_sign_of_the_file_format(text):
    for word in words(text):
        assert text[word.start : word.end]
        for form in word.forms:
            assert form
            assert not set(form) & set(" <,|@\n")


@given(st.text())
def test_a_form_is_folded_already(text):
    for word in words(text):
        assert fold(word.whole) == word.whole


PIECES = st.one_of(
    st.text(),
    st.text("aBcéЯя0-9'’.,+_ “”—U.S. \n\xad", max_size=40),
    st.sampled_from(["US", "U.S.", "IT", "it's", "(Delhi)", "“S-400”", "co-operation", "2+2"]),
)


@given(st.lists(PIECES).map(" ".join))
def test_forms_are_counted_as_they_are_met(text):
    met = list(words(text))
    counts = Counter(form for word in met for form in word.forms)
    assert count_forms(text) == (counts, len(met))


@pytest.mark.parametrize(
    ("summary", "highlights"),
    [
        ("Talks on gas", ("The US and IT", "Moscow")),
        ("NATO", ("US",)),  # together all in capitals, and neither by itself
        ("", ("NATO AND US", "It rained")),
        ("", ()),
    ],
)
def test_what_is_counted_together_counts_as_each_by_itself(summary, highlights):
    document = Document(
        id="2021/a", address="", title="", day=date(2021, 4, 6), summary=summary,
        highlights=highlights,
    )  # fmt: skip
    expected = Counter()
    for text in (summary, *highlights):
        add_forms(text, POINTS, expected)
    found = Counter()
    for weight, text in fields(document):
        if weight == POINTS:
            add_forms(text, weight, found)
    assert found == expected
