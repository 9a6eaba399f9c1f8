"""British and American spellings."""

import pytest

from plugins.search.spelling import american, other_spelling
from plugins.search.stems import term


@pytest.mark.parametrize(
    ("british", "there"),
    [
        ("defence", "defense"),
        ("organisation", "organization"),
        ("organised", "organized"),
        ("labour", "labor"),
        ("neighbours", "neighbors"),
        ("analysed", "analyzed"),
        ("centre", "center"),
    ],
)
def test_both_spellings_have_one_term_and_lead_to_each_other(british, there):
    assert term(british, "en") == term(there, "en")
    assert other_spelling(british) == there
    assert other_spelling(there) == british


@pytest.mark.parametrize(
    "form",
    ["four", "hour", "tour", "rise", "exercise", "enterprise", "promised", "noise", "paris",
     "crisis", "surprising", "advertised", "praise", "raised", "actor", "doctor"],
)  # fmt: skip
def test_other_words_keep_their_spelling(form):
    assert american(form) == form


def test_stems_follow_the_language_of_the_article():
    assert term("visits", "en") == term("visited", "en-GB") == "visit"
    assert term("министры", "ru") == term("министр", "ru")
    assert term("visits", "xx") == "visits"
    assert term("s400", "en") == "s400"
