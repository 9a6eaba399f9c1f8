"""People, bodies and places that a text names, without any record."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.names.people import LIKELY, SURE, named, people
from plugins.capture.words import Word, split


def words(text: str) -> tuple[Word, ...]:
    return tuple(Word(word, word.casefold(), 1, gap) for gap, word in split(text))


def found(*paragraphs: str) -> dict[str, float]:
    return {each.heading: each.score for each in people([words(text) for text in paragraphs])}


@pytest.mark.parametrize(
    "text",
    [
        "The vote was close, Kwelu Marchetti said.",
        "A letter from spokesman Kwelu Marchetti came late.",
        "They met Dr. Kwelu Marchetti there.",
        "It was Kwelu Marchetti, 54, who wrote it.",
        "CEO of the Tide Council Kwelu Marchetti told them so.",
        "Minister of Education Anna Marchetti told them so.",
        "Then Anna Marchetti and Kwelu Tarn, a lawyer, left.",
        "Afterwards Anna de Marchetti left.",
        "He asked A. B. Marchetti for it.",
        "Prime Minister Kim Jong-un came.",
        "The late Marchetti said so.",
        "Mrs Marchetti was not there.",
        "Foreign Minister Marchetti arrived.",
        "Министр Анна Маркетти сказала это.",
    ],
)
def test_a_person_is_found(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize(
    "text",
    [
        "It happened in Rotterdam on Monday.",
        "The Tide Council said so.",
        "They crossed the Black Sea in May.",
        "A spokesman for the University of Oslo said so.",
        "Reuters said so.",
        "The Act of Union was signed.",
        "They drove along Marchetti Street.",
        "He bought an Ember X500 there.",
        "But nobody came.",
        "Новая стена будет готова к осени.",
        "मीरा सोलन ने कहा",
        "",
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    assert found(text) == {}


def test_a_surname_belongs_to_the_full_name() -> None:
    (person,) = people(
        [words("Anna Marchetti spoke."), words("Marchetti said no. Mrs Marchetti left.")]
    )
    assert person.heading == "Anna Marchetti"
    assert person.forms == (("Marchetti", 2), ("Anna Marchetti", 1))
    assert [(place.passage, place.start) for place in person.places] == [(0, 0), (1, 0), (1, 4)]
    assert "comes again by the surname" in person.why


def test_a_surname_of_two_goes_to_the_one_named_last() -> None:
    text = words("Anna Tarn spoke. Tarn said no. Then Viktor Tarn spoke; Tarn said yes.")
    assert {person.heading for person in people([text])} == {"Anna Tarn", "Viktor Tarn"}


def test_two_spellings_are_one_person() -> None:
    assert list(found("Sergei Tarnov spoke. Sergey Tarnov left.")) == ["Sergei Tarnov"]


def test_a_given_name_and_a_role_make_sure_and_a_bare_name_does_not() -> None:
    scores = found("President Anna Marchetti said so. He had seen Kwelu Uvanti there.")
    assert scores["Anna Marchetti"] >= SURE > scores["Kwelu Uvanti"] >= LIKELY


def test_nothing_is_sure_by_its_surroundings_alone() -> None:
    text = "Kwelu Harko, 54, who left, said so. Harko told Harko. Harko said so."
    assert LIKELY <= found(text)["Kwelu Harko"] < SURE


def test_a_headline_with_capitals_everywhere_names_nobody_by_itself() -> None:
    assert found("New Walls Stop Tides Near Harbour") == {}
    assert "Anna Marchetti" in found(
        "Anna Marchetti Stops Tides Near Harbour", "Anna Marchetti did."
    )


def test_bodies_and_places_are_told_and_never_sure() -> None:
    text = "Both the Institute for Coastal Studies in Rotterdam and the Tide Council of Port Ember "
    text += "have said since that they would rather wait until there is more money."
    told = {(each.kind, each.heading): each.score for each in named([words(text)])}
    assert set(told) == {
        ("organisations", "Institute for Coastal Studies"),
        ("places", "Rotterdam"),
        ("organisations", "Tide Council of Port Ember"),
    }
    assert max(told.values()) < SURE


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=6))
def test_any_text_can_be_read(paragraphs: list[str]) -> None:
    for each in named([words(text) for text in paragraphs]):
        assert 0 < each.score < 1
        assert each.heading
        assert each.places


@pytest.mark.parametrize(
    "text",
    ["Kwelu " * 60_000, "Anna Vask said so. " * 20_000, "de la " * 60_000 + "X", "A-" * 100_000],
    ids=["one run", "one name", "particles", "hyphens"],
)
def test_a_long_text_of_nothing_else_is_read_in_seconds(text: str) -> None:
    started = process_time()
    named([words(text)])
    assert process_time() - started < 10
