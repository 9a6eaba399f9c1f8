"""The whole index: the same scores however it is cut, and nothing but what may be shown."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.search.reader import Index, leads, read, records
from plugins.search import cut, segment
from plugins.search.chunks import name
from plugins.search.documents import Label
from plugins.search.extracts import extract
from plugins.search.postings import LONG, PAGE
from plugins.search.scripts import script
from plugins.search.segment import Frame

from .fake import build
from .reference import bm25
from .samples import LAVROV, NAMES, archive, document, label

WORDS = st.sampled_from(["oil", "gas", "steel", "summit", "Лавров", "organisation", "defence"])
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


def cut_at(documents, places):
    """An index of segments cut at any places."""
    bounds = [0, *sorted(set(places)), len(documents)]
    parts = [
        sorted(documents[start:end], key=lambda each: (each.day, each.id))
        for start, end in pairwise(bounds)
        if start < end
    ]
    entries, files = [], {}
    for number, part in enumerate(parts):
        folder = f"s{number}"
        documents = [(extract(each), each.body) for each in part]
        made = dict(segment.build(documents, len(part), Frame(), lambda *_: None))
        meta = segment.told(made) if segment.is_fresh(len(part)) else None
        entries.append({"id": folder, "docs": len(part), "meta": meta})
        for own, value in made.items():
            files[f"{folder}/{own}"] = script(f"{folder}/{own}", value)
    constants = {"k1": 1.2, "b": 0.75, "page": PAGE, "long": LONG}
    return Index(files | {"manifest": script("manifest", constants | {"segments": entries})})


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=20),
    st.lists(st.integers(0, 20), max_size=4),
    st.lists(WORDS, min_size=1, max_size=4, unique=True),
)
def test_any_cut_into_segments_gives_the_scores_of_the_reference(texts, places, query):
    documents = [
        document(f"2021/{number}", title=title, body=body)
        for number, (title, body) in enumerate(texts)
    ]
    whole = cut_at(documents, [place for place in places if place < len(documents)])
    units = [whole.terms(word.lower()) for word in query]
    expected = bm25(documents, units)
    found = whole.score(units)
    assert set(found) == {f"articles/{id_}.html" for id_ in expected}
    for id_, score in expected.items():
        assert found[f"articles/{id_}.html"] == pytest.approx(score, rel=1e-12)


def test_a_larger_archive_cut_as_published_gives_the_scores_of_the_reference(monkeypatch):
    monkeypatch.setattr(cut, "LARGE", 2_400)
    documents = archive(2_400)
    published = Index(build(documents, NAMES))
    assert [entry["docs"] for entry in published.manifest["segments"]] == [2048, 256, 96]
    units = [{"oil"}, {LAVROV.entity, "lavrov"}]
    expected = bm25(documents, units)
    found = published.score(units)
    assert len(found) == len(expected)
    for id_, score in expected.items():
        assert found[f"articles/{id_}.html"] == pytest.approx(score, rel=1e-12)


def test_the_order_in_which_articles_come_changes_no_byte():
    documents = archive(200)
    assert build(documents, NAMES) == build(documents[::-1], NAMES[::-1])


def test_an_added_article_rewrites_the_manifest_and_the_newest_segment_only():
    documents = archive(300)
    newest = max(documents, key=lambda each: (each.added is not None, each.added, each.id))
    without = build([each for each in documents if each is not newest], NAMES)
    complete = build(documents, NAMES)
    changed = {path.split("/")[1] for path in without.keys() ^ complete.keys()}
    assert len(changed) == 2, changed
    assert without["search/manifest.js"] != complete["search/manifest.js"]


def test_a_small_segment_takes_one_file_of_words_and_the_manifest():
    published = Index(build(archive(100), NAMES))
    [small] = published.segments
    assert {"lengths", "filed", "words", "months", "total"} <= small.meta.keys()
    own = {key.partition("/")[2] for key in published.data if key.startswith(small.folder)}
    assert not own & {"meta", "lengths", "asked"}
    assert small.postings(LAVROV.entity)


def test_a_larger_one_has_all_that_words_ask_for_in_one_file():
    published = Index(build(archive(130), NAMES))
    large = published.segments[0]
    assert large.docs == 128
    asked = published.data[f"{large.folder}/asked"]
    assert asked == large.meta | {"lengths": published.data[f"{large.folder}/lengths"]}


def test_a_record_stands_with_the_word_that_it_is_called_by():
    energy = Label(kind="tags", id="energy", heading="Energy", sort="Energy")
    many = [document(f"2021/{n:03}", body=f"energy w{n}", labels=(energy,)) for n in range(256)]
    published = Index(build(many, ()))
    part = published.segments[0]
    files = [
        published.data[f"{part.folder}/words-{name(lead)}"] for lead in leads(part.meta["words"])
    ]
    [keys] = [keys for keys in (dict(records(text)).keys() for text in files) if "energi" in keys]
    assert {"energi", "energy", "energy#tags"} <= keys


def test_every_file_is_one_call_of_the_registry_with_its_own_name():
    for path, data in build(archive(300), NAMES).items():
        key, _ = read(data)
        assert path == f"search/{key}.js"


def test_an_archive_without_articles_has_an_index():
    files = build([], NAMES)
    assert read(files["search/manifest.js"])[1]["segments"] == []


def test_the_text_that_may_be_shown_is_all_there_is():
    shown = document(title="Title", summary="Summary", highlights=("Point",), body="Body text")
    published = Index(build([shown], ()))
    assert [card[-1] for card in published.segments[0].cards] == ["Point\nBody text"]
    withheld = document(title="Title", summary="Summary", body="")
    assert [card[-1] for card in Index(build([withheld], ())).segments[0].cards] == [""]


def test_the_spelling_of_the_other_country_leads_to_the_term():
    published = Index(build([document(body="the defence organisation")], ()))
    assert published.terms("defense") == published.terms("defence")
    assert published.terms("organizations") == set()
    assert published.terms("organization") == published.terms("organisation")


def test_a_long_list_stands_with_its_forms_and_nothing_else():
    many = [
        document(f"2021/{number:05}", body="policy policies police " * (number * 7919 % 17 + 1))
        for number in range(6000)
    ]
    published = Index(build(many, ()))
    assert sum(len(part.postings("polici")) for part in published.segments) == 6000
    files = (published.data[f"{published.segments[0].folder}/words-{name(lead)}"]
             for lead in leads(published.segments[0].meta["words"]))  # fmt: skip
    [keys] = [set(dict(records(text))) for text in files if "polici" in dict(records(text))]
    assert keys == {"polici", "policies", "policy"}


def test_an_article_without_its_source_in_the_text_is_not_about_its_source():
    paper = label(LAVROV).__class__(
        kind="sources", id="india-today", heading="India Today", sort="India Today"
    )
    published = Index(build([document(body="oil", labels=(paper,))], ()))
    assert published.terms("india") == set()
    assert published.segments[0].postings("@sources/india-today") == [1]
