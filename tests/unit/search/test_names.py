"""What things are called."""

import pytest

from plugins.search import naming
from plugins.search.documents import Name
from plugins.search.names import table, titled

from .fake import build
from .samples import LAVROV, MINISTRY, NAMES, SHOIGU, document, label


def entries(names=NAMES):
    return {entry.key: entry for entry in table(names)}


@pytest.mark.parametrize(
    "key",
    [
        "sergei lavrov",
        "sergey lavrov",
        "lavrov",
        "лавров",
        "сергей лавров",
        "लावरोव",
        "lavrov sergei",
    ],
)
def test_every_form_of_a_name_is_the_person(key):
    entry = entries()[key]
    assert entry.entities == (LAVROV.entity,)
    assert "lavrov" in entry.terms
    assert not any(term.startswith("serge") for term in entry.terms)
    assert entry.whole


def test_a_given_name_is_all_its_spellings_over_all_people():
    for key in ("sergei", "sergey", "сергей"):
        assert {"sergei", "sergey"} < set(entries()[key].terms)
        assert entries()[key].entities == ()


@pytest.mark.parametrize("key", ["s lavrov", "lavrov s", "лавров с"])
def test_a_person_is_found_by_initials(key):
    assert entries()[key].entities == (LAVROV.entity,)
    assert entries()[key].whole


def test_stop_words_that_a_name_begins_with_stand_at_its_end():
    hague = Name(kind="places", id="hague", heading="The Hague", variants=("Den Haag",))
    assert {"hague the", "den haag"} <= entries([hague]).keys()


def test_a_heading_tells_what_else_its_record_is_called():
    rows = {row[0]: row for row in named()}
    key = LAVROV.heading.lower()
    assert rows[key][4] == LAVROV.heading
    assert ["ru", "Сергей Лавров"] in rows[key][5]
    assert len(rows["сергей лавров"]) == 4


def named():
    known = {name.entity: (name, titled(name)) for name in NAMES}
    return [naming.named(entry, known.__getitem__) for entry in table(NAMES)]


def test_initials_that_two_share_lead_to_both_and_all_initials_to_one():
    names = [
        Name(kind="people", id=id_, heading=heading, sort=f"Singh, {heading[:-6]}")
        for id_, heading in (("v-p", "Vijay Pratap Singh"), ("v", "Vikram Singh"))
    ]
    found = entries(names)
    assert found["v singh"].entities == ("@people/v", "@people/v-p")
    assert found["v singh"].whole
    for key in ("v p singh", "vp singh", "singh v p", "singh vp"):
        assert found[key].entities == ("@people/v-p",)


def test_a_title_before_a_name_is_no_given_name():
    assert "fm" not in entries()
    assert "f lavrov" not in entries()
    assert entries()["fm lavrov"].entities == (LAVROV.entity,)


def test_a_body_is_found_by_its_initials_and_its_words_count_besides():
    assert entries()["mea"].entities == (MINISTRY.entity,)
    assert entries()["mea"].terms == ("mea",)
    assert not entries()["ministry of external affairs"].whole


def test_a_surname_that_two_bear_leads_to_both_and_a_full_name_to_one():
    other = Name(kind="people", id="ivan-lavrov", heading="Ivan Lavrov", sort="Lavrov, Ivan")
    found = entries((*NAMES, other))
    assert found["lavrov"].entities == (other.entity, LAVROV.entity)
    assert found["sergei lavrov"].entities == (LAVROV.entity,)
    assert not found["ivan lavrov"].whole


def test_a_name_that_is_unknown_as_typed_is_known_by_its_sound():
    given = dict(naming.build(NAMES, lambda *_: None))
    rows = [row for name, rows in given.items() if name.startswith("sounds-") for row in rows]
    assert ["lvrv", ["lavrov", "лавров", "लावरोव"]] in rows
    assert given["forms"]["sounds"] == [""]  # one file: all sounds belong in it


def test_a_name_without_articles_is_not_published():
    files = build([document(labels=(label(LAVROV),))], NAMES)
    published = b"".join(files.values()).decode()
    assert LAVROV.entity in published
    assert SHOIGU.entity not in published


def test_a_heading_without_a_word_has_no_key_and_stops_nothing():
    signs = Name(kind="tags", id="signs", heading="!!!", variants=("The Signs",))
    files = build([document()], [signs])
    assert files
    assert titled(signs) == ""
    assert "signs the" in entries([signs])
    nobody = Name(kind="people", id="x", heading="—", sort="Lavrov, —", variants=("Sergei Lavrov",))
    assert "sergei lavrov" in entries([nobody])
