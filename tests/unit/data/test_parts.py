"""How tables are cut, and which parts a change reaches."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive import crowding
from plugins.archive.changes import ArticleChange, Changes
from plugins.archive.content import Content
from plugins.archive.days import Moment
from plugins.archive.library import Library
from plugins.archive.model import KINDS, Article, Person, Source
from plugins.archive.pages import File
from plugins.data import add_pages, add_touched, parts
from plugins.data.parts import Part, cut, times
from tests.sites import SITE

IDS = st.text("ab", min_size=1, max_size=5)


@pytest.fixture(autouse=True)
def small():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "MOST", 2)
        patch.setattr(crowding, "MOST", 2)
        yield


@given(st.sets(IDS, max_size=30))
def test_each_id_is_in_one_part_whose_name_it_begins_with(ids):
    found = cut(sorted(ids))
    assert sorted(id_ for some in found.values() for id_ in some) == sorted(ids)
    assert all(id_.startswith(name) for name, some in found.items() for id_ in some)
    assert all(0 < len(some) <= parts.MOST for some in found.values())


def test_few_records_are_in_one_part_and_none_in_none():
    assert cut(("ann", "bob")) == {"": ("ann", "bob")}
    assert cut(()) == {}


def test_an_id_that_others_begin_with_has_a_part_of_its_own_where_they_are_cut():
    assert cut(("an", "ana", "anb", "bo")) == {
        "an": ("an",), "ana": ("ana",), "anb": ("anb",), "b": ("bo",),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("months", "names"),
    [({}, ()), ({4: 0}, ()), ({4: 2}, ("2021",)), ({4: 2, 5: 0, 11: 1}, ("2021-04", "2021-11"))],
)
def test_a_crowded_year_is_cut_into_the_months_it_has(months, names):
    assert times(2021, months) == names


def test_files_of_a_part_are_named_after_it():
    assert Part("people", "").path("csv") == "data/people.csv"
    assert Part("articles", "2021-04").path("jsonl") == "data/articles/2021-04.jsonl"


PEOPLE = ("a", "aa", "aab", "aaba", "ab", "b", "ba")
STATES = st.dictionaries(
    st.sampled_from(["2020/x", "2021/x", "2021/y", "2021/z", "2022/x"]),
    st.tuples(st.sets(st.sampled_from(PEOPLE)), st.integers(1, 3)),
)


def article(id_, people, month):
    moment = Moment.parse(f"{id_[:4]}-{month:02}-01")
    return Article(
        id=id_, body="", title=id_, date=moment, source="paper", people=tuple(sorted(people))
    )


def library_of(articles):
    content = Content(Path())
    content.articles = dict(articles)
    content.authorities = {kind: {} for kind in KINDS}
    content.authorities["sources"]["paper"] = Source(heading="Paper")
    content.authorities["people"] = {id_: Person(heading=id_.upper()) for id_ in PEOPLE}
    return Library.of(content)


def files(library):
    made = {o.path: o.make(library, SITE) for o in add_pages(library) if isinstance(o, File)}
    return {path: data for path, data in made.items() if data}


@settings(deadline=None, max_examples=60)
@given(STATES, STATES)
def test_what_a_change_is_said_to_reach_is_all_that_differs(before, after):
    """What was there, less what is gone, with what is offered, is what is there."""
    old = {id_: article(id_, *given) for id_, given in before.items()}
    new = {id_: article(id_, *given) for id_, given in after.items()}
    ids = sorted(id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_))
    changes = Changes(tuple(ArticleChange(id_, old.get(id_), new.get(id_)) for id_ in ids))
    there, library = files(library_of(old)), library_of(new)
    for offer in add_touched(library, changes):
        assert offer.why
        there.pop(offer.path, None)
        if isinstance(offer, File):
            there[offer.path] = offer.make(library, SITE)
    assert {path: data for path, data in there.items() if data} == files(library)
