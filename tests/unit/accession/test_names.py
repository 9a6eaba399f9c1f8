"""What a curator types leads to ids: by word, variant, script, in any case."""

import pytest

from plugins.accession.desk import names_in, records_in
from plugins.accession.names import MOST, Known
from plugins.archive.model import Person


@pytest.fixture
def known(content):
    return records_in(content, names_in(content))


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Лавр", ["sergey-lavrov"]),
        ("лавров с", ["sergey-lavrov"]),
        ("Sergey", ["sergey-lavrov", "sergey-shoigu"]),
        ("Sergei", ["sergey-lavrov"]),
        ("LAV", ["sergey-lavrov"]),
        ("lav ser", ["sergey-lavrov"]),
        ("sergey-s", ["sergey-shoigu"]),
        ("avrov", []),
    ],
)
def test_words_and_their_beginnings_offer_ids(known, typed, ids):
    assert [offer.id for offer in known["people"].offers(typed)] == ids


def test_what_fits_is_shown_beside_the_heading(known):
    [offer] = known["people"].offers("Лавров")
    assert offer.about == "Sergey Lavrov (Сергей Лавров)"
    [offer] = known["people"].offers("shoigu")
    assert offer.about == "Sergey Shoigu"


def test_those_that_begin_with_it_come_first():
    known = Known("people", {"a-z": Person(heading="Ann Zed"), "z-a": Person(heading="Zed Ann")})
    assert [offer.id for offer in known.offers("ze")] == ["z-a", "a-z"]


def test_a_menu_stays_short():
    records = {f"a-{n}": Person(heading=f"A {n}") for n in range(100)}
    assert len(Known("people", records).offers("a")) == MOST


@pytest.mark.parametrize(
    "text", ["sergey-lavrov", "Sergei Lavrov", "сергей лавров", "Lavrov, Sergey", "s-lavrov"]
)
def test_every_name_and_a_former_id_find_the_record(known, text):
    assert known["people"].find(text) == "sergey-lavrov"
