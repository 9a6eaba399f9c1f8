"""Which other names the index files, and how."""

import pytest

from plugins.archive.model import Person, Place, Source
from plugins.authorities.references import references

LAVROV = {"heading": "Sergey Lavrov", "sort": "Lavrov, Sergey"}
JAISHANKAR = {"heading": "S. Jaishankar", "sort": "Jaishankar, S."}
SHRINGLA = {"heading": "Harsh Vardhan Shringla", "sort": "Shringla, Harsh Vardhan"}
BHUTTO = {"heading": "Bilawal Bhutto Zardari", "sort": "Bhutto Zardari, Bilawal"}
XI = {"heading": "Xi Jinping"}


def of_person(keys, **more) -> list[tuple[str, str | None]]:
    return list(references(Person(**keys, **more), by_surname=True))


@pytest.mark.parametrize(
    ("keys", "variant", "filed"),
    [
        (LAVROV, "Sergei Lavrov", "Lavrov, Sergei"),
        (LAVROV, "Sergey Lavroff", "Lavroff, Sergey"),
        (JAISHANKAR, "Subrahmanyam Jaishankar", "Jaishankar, Subrahmanyam"),
        (BHUTTO, "Bilawal Bhutto", "Bhutto, Bilawal"),
        (XI, "Xi Jingping", "Xi Jingping"),
        (LAVROV, "Lawrow, Sergei", "Lawrow, Sergei"),
    ],
)
def test_a_variant_is_filed_as_the_heading_is(keys, variant, filed):
    assert of_person(keys, variants=(variant,)) == [(filed, None)]


@pytest.mark.parametrize(
    ("keys", "variant"),
    [
        (LAVROV, "Lavrov"),
        (LAVROV, "FM Lavrov"),
        (LAVROV, "Sergey Viktorovich Lavrov"),
        (LAVROV, "S. V. Lavrov"),
        (LAVROV, "SV Lavrov"),
        (JAISHANKAR, "Dr. S Jaishankar"),
        (SHRINGLA, "HV Shringla"),
        (SHRINGLA, "Harsh V. Shringla"),
        (BHUTTO, "Bilawal Bhutto-Zardari"),
    ],
)
def test_what_stands_beside_the_heading_anyway_is_left_out(keys, variant):
    assert of_person(keys, variants=(variant,)) == []


def test_two_spellings_that_file_alike_are_one_reference():
    assert of_person(LAVROV, variants=("Sergei Lavrov", "Mr Sergei Lavrov")) == [
        ("Lavrov, Sergei", None)
    ]


def test_russian_names_are_turned_and_hindi_names_stay_as_written():
    scripts = {"ru": ("Сергей Лавров", "Сергей Викторович Лавров"), "hi": ("सर्गेई लावरोव",)}
    assert of_person(LAVROV, scripts=scripts) == [
        ("Лавров, Сергей", "ru"),
        ("सर्गेई लावरोव", "hi"),
    ]


def test_places_are_filed_as_written():
    place = Place(heading="Kremlin, Moscow", variants=("Moscow Kremlin", "Kremlin"))
    assert list(references(place, by_surname=False)) == [("Moscow Kremlin", None)]


def test_a_heading_filed_otherwise_is_a_reference_too():
    source = Source(heading="The Gazette", sort="Gazette, The")
    assert list(references(source, by_surname=False)) == [("The Gazette", None)]
