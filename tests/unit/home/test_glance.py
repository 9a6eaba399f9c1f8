"""The collection at a glance: its numbers, who appears with whom, and its gaps."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive import company
from plugins.archive.content import Content
from plugins.archive.days import Moment
from plugins.archive.library import Library
from plugins.archive.model import AUTHORITIES, Article
from plugins.home.glance import duration, gaps, glance_view
from tests.sites import SITE

PEOPLE = ("ann", "bob", "cid", "dee")


def library_of(articles):
    """`articles`: pairs (day, people)."""
    content = Content(Path("content"))
    content.authorities["sources"]["gazette"] = AUTHORITIES["sources"](heading="The Gazette")
    for id_ in PEOPLE:
        content.authorities["people"][id_] = AUTHORITIES["people"](heading=id_.title())
    for at, (day, people) in enumerate(articles):
        made = Article(
            id=f"2021/a-{at:03}",
            title=f"Report {at}",
            date=Moment.parse(day),
            source="gazette",
            people=tuple(people),
            body="Text.",
        )
        content.articles[made.id] = made
    return Library.of(content)


MEETINGS = st.lists(
    st.tuples(st.just("2021-04-06"), st.sets(st.sampled_from(PEOPLE)).map(sorted)), max_size=12
)


@settings(deadline=None)
@given(MEETINGS, st.sampled_from([0, 3, 250]))
def test_who_appears_with_whom_is_what_the_articles_say(articles, few):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(company, "FEW", few)  # more are counted when they are asked
        found = library_of(articles).pairs("people", PEOPLE)
    for one, other in combinations(PEOPLE, 2):
        met = sum({one, other} <= set(people) for _, people in articles)
        assert found.get(frozenset((one, other)), 0) == met


def test_the_table_is_half_a_square_and_darkest_at_the_most():
    days = [("2021-04-06", ["ann", "bob"])] * 8 + [("2021-05-06", ["ann", "cid"])]
    rows = glance_view(library_of(days), SITE)["together"]
    assert [row.heading.id for row in rows] == ["ann", "bob", "cid"]
    assert [[(cell.count, cell.shade) for cell in row.cells] for row in rows] == [
        [],
        [(8, 4)],
        [(1, 1), (0, 0)],
    ]
    assert rows[1].cells[0].query == "?person=ann&person=bob"


def test_where_no_two_meet_there_is_no_table():
    alone = [("2021-04-06", ["ann"]), ("2021-04-07", ["bob"])]
    assert glance_view(library_of(alone), SITE)["together"] == []


def test_its_numbers_are_said_in_a_sentence():
    one = glance_view(library_of([("2021-04-06", ["ann"])]), SITE)
    assert one["numbers"] == "1 cutting of 2021, from 1 source. Named or filed under: 1 person."
    assert one["chart"] is None
    two = glance_view(library_of([("2019-04-06", []), ("2021-04-06", [])]), SITE)
    assert two["numbers"] == "2 cuttings from 2019 to 2021, from 1 source."
    assert two["chart"]


def test_of_nothing_it_has_nothing_to_say():
    view = glance_view(library_of([]), SITE)
    assert (view["numbers"], view["chart"], view["lists"]) == ("", None, [])
    assert (view["together"], view["gaps"]) == ([], [])


def test_the_longest_gaps_are_told_oldest_first():
    found = gaps([(2020, 1), (1990, 5), (2020, 3), (2019, 1), (1990, 6)])
    assert [(gap.after, gap.before, gap.length) for gap in found] == [
        ("June 1990", "January 2019", "28 years and 6 months"),
        ("January 2019", "January 2020", "11 months"),
    ]
    many = gaps([(year, 1) for year in range(2000, 2020)])
    assert [gap.after for gap in many] == [f"January {year}" for year in range(2000, 2005)]


@pytest.mark.parametrize(
    ("months", "said"), [(6, "6 months"), (12, "1 year"), (25, "2 years and 1 month")]
)
def test_a_length_is_said_in_years_and_months(months, said):
    assert duration(months) == said
