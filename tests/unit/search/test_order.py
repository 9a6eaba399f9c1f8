"""The order in which the index numbers articles and cuts them into segments."""

from dataclasses import replace
from datetime import date

import pytest

from plugins.archive.changes import ArticleChange, Changes
from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.search import reading
from plugins.search.reading import Reading
from tests.building import SAMPLE


@pytest.fixture(scope="module")
def library():
    return Library.of(read_content(SAMPLE))


@pytest.mark.parametrize("one_by_one", [0, 10, 10_000])
def test_some_articles_come_as_they_do_among_all(library, monkeypatch, one_by_one):
    monkeypatch.setattr(reading, "ONE_BY_ONE", one_by_one)
    everything = list(library.articles())
    assert Reading(library).chronology(sorted(everything)) == everything
    assert Reading(library).chronology(sorted(everything[3::7])) == everything[3::7]


def test_the_first_accessions_can_be_left_out(library):
    filed = list(library.accessions())
    assert list(library.accessions(10)) == filed[10:]
    for number, (id_, added, _) in enumerate(filed):
        assert library.accessions_before(added, id_) == number


def test_what_did_not_change_ends_where_the_first_change_was_or_is(library):
    assert Reading(library, Changes()).unchanged() == library.count()
    filed = list(library.accessions())
    article = library.article(filed[20][0])
    assert unchanged(library, ArticleChange(article.id, article, article)) == 20
    assert unchanged(library, ArticleChange(article.id, None, article)) == 20
    later = replace(article, added=date(9999, 1, 1))
    assert unchanged(library, ArticleChange(article.id, article, later)) == 20
    assert unchanged(library, ArticleChange(article.id, None, later)) == library.count()


def unchanged(library, change):
    return Reading(library, Changes(articles=(change,))).unchanged()
