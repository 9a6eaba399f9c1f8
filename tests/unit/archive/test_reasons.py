"""How it is said which changed content file leads to what."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.archive.changes import ArticleChange, Changes, RecordChange
from plugins.archive.days import Moment
from plugins.archive.model import Article, Person, Withdrawal
from plugins.archive.reasons import LISTS, Cause, say

ANN = Person(heading="Ann")
GONE = Withdrawal(date=date(2024, 2, 2), reason="Gone")


def article(id_, day="2021-04-06", **keys):
    return Article(
        id=id_, body="", title=id_, date=Moment.parse(day), source="paper", **keys
    )  # fmt: skip


A = article("2021/a", people=("ann",))
B = article("2021/b", "2021-05-01", people=("ann", "bob"))
EDITED = replace(A, title="Another")
RENAMED = RecordChange("people", "ann", ANN, replace(ANN, heading="Anna"))


def added(*articles):
    return [ArticleChange(each.id, None, each) for each in articles]


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (ArticleChange("2021/a", None, A), "is new"),
        (ArticleChange("2021/a", A, EDITED), "changed"),
        (ArticleChange("2021/a", A, None), "is gone"),
        (ArticleChange("2021/a", A, None, is_draft=True), "is a draft now"),
        (ArticleChange("2021/a", None, A, is_draft=True), "is no longer a draft"),
        (ArticleChange("2021/a", A, replace(A, withdrawn=GONE)), "is withdrawn"),
        (ArticleChange("2021/a", replace(A, withdrawn=GONE), A), "changed"),
        # Other bytes that say the same.
        (ArticleChange("2021/a", A, A), "changed"),
    ],
)
def test_what_became_of_an_article(change, what):
    assert Changes((change,)).why.article("2021/a") == f"articles/2021/a.md {what}"


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [(None, ANN, "is new"), (ANN, None, "is gone"), (ANN, Person(heading="X"), "changed")],
)
def test_what_became_of_a_record(before, after, what):
    why = Changes(records=(RecordChange("people", "ann", before, after),)).why
    sentence = f"authorities/people/ann.yaml {what}"
    assert why.record("people", "ann") == why.records_of("people") == why.anything == sentence
    assert why.records_of("tags") == ""


def test_an_article_that_stays_as_it_was_hands_on_the_records_that_it_names():
    why = Changes((ArticleChange("2021/a", A, A),), (RENAMED,)).why
    named = "an article that names authorities/people/ann.yaml"
    assert why.article("2021/a") == "names authorities/people/ann.yaml"
    assert say(*why.lists(LISTS, day=date(2021, 4, 6))) == f"lists {named}"
    assert say(why.among("segment of", ["2020/x", "2021/a"])) == f"segment of {named}"
    assert why.anything == why.record("people", "ann") == "authorities/people/ann.yaml changed"


def test_an_article_that_changed_speaks_for_itself():
    why = Changes((ArticleChange("2021/a", A, EDITED),), (RENAMED,)).why
    assert why.article("2021/a") == "articles/2021/a.md changed"
    assert why.record("people", "ann") == "authorities/people/ann.yaml changed, and 1 more"


def test_the_first_by_path_is_named_and_the_others_are_counted():
    why = Changes(tuple(added(B, A, article("2020/z")))).why
    assert why.anything == "articles/2020/z.md is new, and 2 more"
    assert why.record("people", "ann") == "lists articles/2021/a.md, and 1 more"
    assert why.record("people", "bob") == "lists articles/2021/b.md"


def test_a_record_that_many_hand_on_is_one_cause():
    same = (ArticleChange("2021/a", A, A), ArticleChange("2021/b", B, B))
    why = Changes(same, (RENAMED,)).why
    assert say(*why.lists(LISTS)) == "lists an article that names authorities/people/ann.yaml"
    mixed = Changes((same[0], ArticleChange("2021/b", B, None)), (RENAMED,)).why
    listed = "lists an article that names authorities/people/ann.yaml, and 1 more"
    assert say(*mixed.lists(LISTS)) == listed


def test_what_leads_there_by_itself_is_named_before_what_is_handed_on():
    y = replace(article("2021/y"), people=("bob",))
    why = Changes((ArticleChange("2021/a", A, A), *added(y)), (RENAMED,)).why
    assert say(*why.lists(LISTS, year=2021)) == "lists articles/2021/y.md, and 1 more"


def test_each_list_knows_what_came_and_what_went():
    moved = replace(A, date=Moment.parse("2021-05-01"), people=("bob",))
    why = Changes((ArticleChange("2021/a", A, moved),)).why
    here = "articles/2021/a.md"
    assert say(*why.lists(LISTS, year=2021)) == f"lists {here}"
    assert say(*why.lists(LISTS, year=2021, month=4)) == f"no longer lists {here}"
    assert say(*why.lists(LISTS, day=date(2021, 5, 1))) == f"lists {here}"
    assert say(*why.lists(LISTS, "people", "ann")) == f"no longer lists {here}"
    assert say(*why.lists(LISTS, "people", "ann", year=2021, month=5)) == ""
    assert say(*why.lists(LISTS, "people", "bob", year=2021, month=5)) == f"lists {here}"


def test_a_withdrawn_article_is_in_no_list():
    why = Changes((ArticleChange("2021/a", A, replace(A, withdrawn=GONE)),)).why
    assert say(*why.lists(LISTS, "people", "ann")) == "no longer lists articles/2021/a.md"


def test_the_first_link_that_has_a_cause_gives_the_words():
    a, b = Cause(False, "articles/2021/a.md", "x"), Cause(False, "articles/2021/b.md", "x")
    assert (
        say(("next to", [b]), ("may be related to", [a, b]))
        == "next to articles/2021/b.md, and 1 more"
    )
    assert (
        say(("next to", []), ("may be related to", [b])) == "may be related to articles/2021/b.md"
    )
    assert say() == say(("next to", [])) == ""
