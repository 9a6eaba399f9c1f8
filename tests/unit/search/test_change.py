"""A build that costs what a change costs gives what a build of everything gives."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search import answers, chunks, cut, index, postings, words
from plugins.search.documents import Label

from .fake import Archive, build, files, update
from .samples import LAVROV, MINISTRY, NAMES, SHOIGU, archive, document, label

WORDS = ("oil", "gas", "steel", "Лавров", "defence", "defense", "organised", "S-400", "visits")
IDS = [f"20{year}/{name}" for year in (19, 21) for name in "abcdefgh"]
LABELS = [label(LAVROV), label(SHOIGU), label(MINISTRY)]

DOCUMENTS = st.builds(
    lambda id_, day, added, title, body, lang, labels: document(
        id_,
        f"2021-0{day // 10 + 1}-1{day % 10}",
        added=date(2025, 1, added) if added else None,
        title=title,
        body=" ".join(body),
        lang=lang,
        labels=tuple(labels),
    ),
    st.sampled_from(IDS),
    st.integers(0, 40),
    st.integers(0, 9),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from(["en", "en-GB", "ru"]),
    st.lists(st.sampled_from(LABELS), unique=True),
)
STEPS = st.lists(
    st.one_of(
        st.lists(DOCUMENTS, min_size=1, max_size=3),
        st.sampled_from(IDS),
        st.sampled_from(["Sergey V. Lavrov", "Lavrov"]),
    ),
    min_size=1,
    max_size=8,
)


@pytest.fixture(scope="module", autouse=True)
def small():
    """Limits so small that a few articles reach all of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "BLOCK", 12)
        patch.setattr(cut, "STEPS", (6, 3, 1))
        patch.setattr(chunks, "LEAST", 60)
        patch.setattr(chunks, "MOST", 200)
        patch.setattr(chunks, "ONE_IN", 3)
        for module in (postings, index):
            patch.setattr(module, "LONG", 3)
            patch.setattr(module, "PAGE", 4)
        yield


def renamed(archive, heading):
    """A record says something else, and so do the articles that show it."""
    archive.records[LAVROV.entity] = replace(LAVROV, heading=heading)
    for id_, each in archive.documents.items():
        labels = tuple(
            Label(kind=one.kind, id=one.id, heading=heading, sort=heading)
            if one.entity == LAVROV.entity
            else one
            for one in each.labels
        )
        archive.documents[id_] = replace(each, labels=labels)


def step(archive, what):
    if isinstance(what, list):
        archive.documents |= {each.id: each for each in what}
    elif what in IDS:
        archive.documents.pop(what, None)
    else:
        renamed(archive, what)


@settings(deadline=None, max_examples=300)
@given(st.lists(DOCUMENTS, max_size=20), STEPS)
def test_any_changes_give_the_files_of_a_clean_build(start, steps):
    archive = Archive(start, NAMES)
    site, _ = files(archive, index.whole(archive))
    for what in steps:
        step(archive, what)
        site = update(archive, site)
        assert site == build(archive.documents.values(), archive.records.values())


@settings(deadline=None, max_examples=100)
@given(st.lists(DOCUMENTS, min_size=8, max_size=20), STEPS, st.data())
def test_lost_memory_costs_time_and_no_byte(start, steps, data):
    archive = Archive(start, NAMES)
    site, _ = files(archive, index.whole(archive))
    for what in steps:
        step(archive, what)
        rows = sorted(key for key in archive.results.rows if key[0] != index.PUBLISHED)
        for key in data.draw(st.lists(st.sampled_from(rows), max_size=5)) if rows else ():
            archive.results.rows.pop(key, None)
        site = update(archive, site)
        assert site == build(archive.documents.values(), archive.records.values())


def edited(start, id_, **keys):
    """An archive after an edit, and the answers to it."""
    archive = Archive(start, NAMES)
    files(archive, index.whole(archive))
    archive.documents[id_] = replace(archive.documents[id_], **keys)
    return list(index.change(archive, index.published(archive), same_names=True))


def test_an_edit_that_keeps_the_day_makes_no_segment_anew():
    given = edited(archive(30), "1990/a19", body="steel steel rifle")
    assert not [each for each in given if isinstance(each, answers.Segment)]
    assert "search/manifest.js" in [each.path for each in given]


def test_nothing_changed_is_nothing_to_write():
    stored = Archive(archive(30), NAMES)
    files(stored, index.whole(stored))
    assert list(index.change(stored, index.published(stored), same_names=True)) == []


def test_what_older_segments_needed_is_forgotten():
    stored = Archive(archive(30), NAMES)
    site, _ = files(stored, index.whole(stored))
    many = len(stored.results.rows)
    for number in range(20):
        old = stored.documents["1990/a19"]
        stored.documents["1990/a19"] = replace(old, body=f"word{number} " * 5)
        site = update(stored, site)
    assert len(stored.results.rows) < many + 20 + 10


def test_a_run_of_the_lexicon_comes_back():
    packed = words.pack([("a", words.Record(1, {"a": 1, "b": 2}, 0, "")), ("б", words.Record())])
    assert words.pack(words.unpack(packed)) == packed
