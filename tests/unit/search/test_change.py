"""A build that costs what a change costs gives what a build of everything gives."""

from dataclasses import replace
from datetime import date
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.search import answers, chunks, cut, index, memory, postings, segment, words
from plugins.search.documents import Label, Name

from .fake import Archive, build, changed, files, update
from .samples import LAVROV, MINISTRY, NAMES, SHOIGU, archive, document, label

WORDS = ("oil", "gas", "steel", "Лавров", "defence", "defense", "organised", "S-400", "visits")
IDS = [f"20{year}/{name}" for year in (19, 21) for name in "abcdefgh"]
LABELS = [label(LAVROV), label(SHOIGU), label(MINISTRY)]

DOCUMENTS = st.builds(
    lambda id_, day, added, title, body, lang, labels, cited: document(
        id_,
        f"2021-0{day // 10 + 1}-1{day % 10}",
        added=date(2025, 1, added) if added else None,
        title=title,
        body=" ".join(body),
        lang=lang,
        labels=tuple(labels),
        event=cited,
        authors=(cited,),
        published=f"2021-01-0{len(cited)}",
    ),
    st.sampled_from(IDS),
    st.integers(0, 40),
    st.integers(0, 9),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from(["en", "en-GB", "ru", "hi"]),
    st.lists(st.sampled_from(LABELS), unique=True),
    st.sampled_from(["a", "bb"]),
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


# People who share surnames and given names in several spellings, and bodies called by surnames.
FAMILIES = ("Singh", "Lavrov", "Lawrow", "Shah")
GIVEN = ("Sergei", "Sergey", "Sergej", "Sergui", "Anna", "Ana", "Anne", "V", "Anna Maria")
FORMS = st.builds("{} {}".format, st.sampled_from(GIVEN), st.sampled_from(FAMILIES))
NATIVE = st.sampled_from(["Сергей Лавров", "Лавров", "Анна Сингх", "Сергей Лавров-Шах"])
PEOPLE = st.builds(
    lambda id_, heading, is_filed, variants, native: Name(
        kind="people",
        id=id_,
        heading=heading,
        sort=", ".join(reversed(heading.rsplit(" ", 1))) if is_filed else heading,
        variants=tuple(variants),
        scripts={"ru": tuple(native)} if native else {},
    ),
    st.sampled_from("abcde"),
    FORMS,
    st.sampled_from([True, True, True, False]),
    st.lists(st.one_of(FORMS, st.sampled_from(FAMILIES)), max_size=3),
    st.lists(NATIVE, max_size=2),
)
BODIES = st.builds(
    lambda id_, heading, variants: Name(
        kind="organisations", id=id_, heading=heading, variants=tuple(variants)
    ),
    st.sampled_from("ab"),
    st.sampled_from(["Singh", "Anna", "Lavrov Institute", "Ministry of Singh"]),
    st.lists(st.sampled_from(["MEA", "Shah", "Anna Singh", "A. Singh"]), max_size=2),
)
RECORDS = st.one_of(PEOPLE, PEOPLE, BODIES)
ENTITIES = [f"@people/{id_}" for id_ in "abcde"] + ["@organisations/a", "@organisations/b"]
NAMINGS = st.lists(
    st.one_of(RECORDS, st.sets(st.sampled_from(ENTITIES)), st.sampled_from(ENTITIES)),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module", autouse=True)
def small():
    """Limits so small that a few articles reach all of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "BLOCK", 12)
        patch.setattr(cut, "LARGE", 10)
        patch.setattr(cut, "MIDDLE", 6)
        patch.setattr(cut, "NEWEST", 3)
        patch.setattr(chunks, "LEAST", 60)
        patch.setattr(chunks, "MOST", 200)
        patch.setattr(chunks, "ONE_IN", 3)
        patch.setattr(segment, "FRESH", 2)
        patch.setitem(segment.PER_FILE, "cites", 3)
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


def lose_some(archive, data, most):
    """Of what is remembered, but for what is published."""
    rows = sorted(key for key in archive.results.rows if key[0] != index.PUBLISHED)
    for key in data.draw(st.lists(st.sampled_from(rows), max_size=most)) if rows else ():
        archive.results.rows.pop(key, None)


@settings(deadline=None, max_examples=100)
@given(st.lists(DOCUMENTS, min_size=8, max_size=20), STEPS, st.data())
def test_lost_memory_costs_time_and_no_byte(start, steps, data):
    archive = Archive(start, NAMES)
    site, _ = files(archive, index.whole(archive))
    for what in steps:
        step(archive, what)
        lose_some(archive, data, 5)
        site = update(archive, site)
        assert site == build(archive.documents.values(), archive.records.values())


def naming(archive, what):
    """A record says something else, or others come into use, or one comes or goes."""
    if isinstance(what, Name):
        archive.records[what.entity] = what
        return
    if isinstance(what, str):
        what = named_in(archive) ^ {what}
    used = sorted(what & archive.records.keys())
    labels = tuple(label(archive.records[entity]) for entity in used)
    archive.documents["2021/visit"] = document(labels=labels)


def named_in(archive):
    return {each.entity for each in archive.documents["2021/visit"].labels}


@settings(deadline=None, max_examples=400)
@given(st.lists(RECORDS, max_size=7), st.sets(st.sampled_from(ENTITIES)), NAMINGS)
def test_any_changes_of_names_give_the_files_of_a_clean_build(records, used, steps):
    archive = Archive([document()], records)
    naming(archive, used)
    site, _ = files(archive, index.whole(archive))
    for what in steps:
        naming(archive, what)
        found = list(index.change(archive, index.published(archive)))
        assert not [each for each in found if isinstance(each, answers.Names)]
        site = changed(archive, site, found)
        assert site == build(archive.documents.values(), archive.records.values())


@settings(deadline=None, max_examples=100)
@given(st.lists(RECORDS, max_size=7), st.sets(st.sampled_from(ENTITIES)), NAMINGS, st.data())
def test_lost_memory_of_names_costs_no_byte(records, used, steps, data):
    archive = Archive([document()], records)
    naming(archive, used)
    site, _ = files(archive, index.whole(archive))
    for what in steps:
        naming(archive, what)
        lose_some(archive, data, 3)
        site = update(archive, site)
        assert site == build(archive.documents.values(), archive.records.values())


def test_the_first_use_of_a_name_rewrites_the_files_that_it_is_in_and_no_others():
    people = [
        Name(kind="people", id=family.lower(), heading=f"Ivan {family}", sort=f"{family}, Ivan")
        for family in (f"{one}a{two}ov" for one in "BCDFGHKLMNPRSTVZ" for two in "bdgklmnprstvz")
    ]
    share = []
    for new in people[:: len(people) // 12]:
        known = [name for name in people if name != new]
        archive = Archive([document(labels=tuple(map(label, known)))], people)
        site, _ = files(archive, index.whole(archive))
        archive.documents["2021/visit"] = document(labels=tuple(map(label, people)))
        given = list(index.change(archive, index.published(archive)))
        written = {each.path for each in given if each.path.startswith(answers.NAMES_PATH)}
        assert written
        share.append(
            len(written) / len([path for path in site if path.startswith(answers.NAMES_PATH)])
        )
    # Five places of each table change. Where borders move, they come to meet the old ones again.
    assert median(share) < 1 / 5
    assert max(share) < 1 / 2


def test_a_record_that_no_article_names_changes_nothing():
    archive = Archive([document(labels=[label(LAVROV)])], NAMES)
    files(archive, index.whole(archive))
    archive.records[SHOIGU.entity] = replace(SHOIGU, heading="Somebody Else")
    assert list(index.change(archive, index.published(archive))) == []


def test_an_added_article_has_only_those_after_it_looked_at(monkeypatch):
    archive = Archive(
        [document(f"2021/{n:02}", added=date(2025, 1, n + 1)) for n in range(14)], NAMES
    )
    files(archive, index.whole(archive))
    looked_at, accessions = [], archive.accessions
    monkeypatch.setattr(
        archive, "accessions", lambda start=0: looked_at.append(start) or accessions(start)
    )
    archive.documents["2021/new"] = document("2021/new", added=date(2025, 1, 20))
    update(archive, {})
    archive.documents["2021/old"] = document("2021/old", added=date(2025, 1, 1))
    update(archive, {})
    assert looked_at == [12, 0], "a full block stays as it is; one that all move in does not"


def test_what_nothing_needs_any_more_is_forgotten_in_time():
    archive = Archive([document(f"2021/{n:02}") for n in range(8)], NAMES)
    site, _ = files(archive, index.whole(archive))
    for number in range(2 * memory.TURNS):
        is_due = memory.is_due(archive.results)
        archive.documents["2021/03"] = document("2021/03", body=f"word{number} " * (number + 1))
        site = update(archive, site)
        kept = {key for kind, key in archive.results.rows if kind == memory.RUN}
        clean = Archive(archive.documents.values(), NAMES)
        files(clean, index.whole(clean))
        needed = {key for kind, key in clean.results.rows if kind == memory.RUN}
        assert needed <= kept
        assert (kept == needed) == is_due


def edited(start, id_, **keys):
    """An archive after an edit, and the answers to it."""
    archive = Archive(start, NAMES)
    files(archive, index.whole(archive))
    archive.documents[id_] = replace(archive.documents[id_], **keys)
    return list(index.change(archive, index.published(archive)))


def test_an_edit_that_keeps_the_day_makes_no_segment_anew():
    given = edited(archive(30), "1990/a19", body="steel steel rifle")
    assert not [each for each in given if isinstance(each, answers.Segment)]
    assert "search/manifest.js" in [each.path for each in given]


def test_an_edit_of_a_byline_rewrites_the_citations_near_it_and_no_words():
    given = edited(archive(30), "1990/a19", authors=("Asha Rao",))
    written = {each.path.rpartition("/")[2] for each in given if isinstance(each, answers.Made)}
    assert len([name for name in written if name.startswith("cites-")]) == 1
    assert not [name for name in written if name.startswith(("words-", "languages"))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [("oil oil gas", set()), ("oil gas zeppelins", {"starts", "ends"})],
)
def test_an_edit_rewrites_the_forms_that_more_or_fewer_articles_hold(body, expected):
    start = [document(f"2021/{n}", body="oil gas" if n else "oil oil oil gas") for n in range(6)]
    given = edited(start, "2021/0", body=body)
    names = {each.path.split("/")[-1].split("-")[0] for each in given}
    assert names & {"starts", "ends"} == expected


def test_nothing_changed_is_nothing_to_write():
    stored = Archive(archive(30), NAMES)
    files(stored, index.whole(stored))
    assert list(index.change(stored, index.published(stored))) == []


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
