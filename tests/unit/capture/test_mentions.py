"""Names in running text, and how certain they must be."""

import pytest

from plugins.archive.model import AUTHORITIES
from plugins.archive.reading import read_record
from plugins.capture.language import language
from plugins.capture.ledger import Ledger
from plugins.capture.mentions import Mentions, Names, find
from plugins.capture.proposals import new_names, tags
from plugins.capture.words import passages

from .conftest import RECORDS


def records() -> dict[str, dict[str, object]]:
    found = {}
    for kind, values in RECORDS.items():
        read = {id_: read_record(AUTHORITIES[kind], dict(value)) for id_, value in values.items()}
        assert not any(faults for _, faults in read.values())
        found[kind] = {id_: record for id_, (record, _) in read.items()}
    return found


def text_of(*lines: str) -> list[tuple]:
    ledger = Ledger(lines)
    for number in range(1, len(lines) + 1):
        ledger.whole([number], "body", number)
    return list(passages(ledger))


def look(*lines: str) -> Mentions:
    return find(text_of(*lines), Names(records()))


@pytest.mark.parametrize(
    ("text", "kind", "ids"),
    [
        ("Mira Solan spoke.", "people", ["mira-solan"]),
        ("Mira Solan's speech", "people", ["mira-solan"]),
        ("Mira Solan’s speech", "people", ["mira-solan"]),
        ("MIRA SOLAN SPEAKS", "people", ["mira-solan"]),
        ("mira solan spoke", "people", []),
        ("Mira Solano spoke.", "people", []),
        ("Elmira Solan spoke.", "people", []),
        ("Meera Solan spoke.", "people", ["mira-solan"]),
        ("Мира Солан сказала", "people", ["mira-solan"]),
        ("मीरा सोलन ने कहा", "people", ["mira-solan"]),
        ("It was Mira. Solan is a town.", "people", []),
        ("T. Vask spoke.", "people", ["teodor-vask"]),
        ("Solan spoke.", "people", []),
        ("Vask and Ilse Vask", "people", ["ilse-vask"]),
        ("New Port Ember is new.", "places", ["new-port-ember"]),
        ("Port Ember and New Port Ember", "places", ["port-ember", "new-port-ember"]),
        ("Embers glow in the port.", "places", []),
        ("the Tide Office said", "organisations", ["tide-office"]),
        ("he wanted to go, TO said", "organisations", ["tide-office"]),
        ("he wanted to go", "organisations", []),
        ("Lagoon (Fund)", "organisations", []),
    ],
)
def test_names_are_found_whole_and_longest(text: str, kind: str, ids: list[str]) -> None:
    assert look(text).ids[kind] == ids


def test_surname_counts_beside_the_full_name() -> None:
    found = look("Solan spoke first.", "Then Mira Solan left.")
    assert [mention.line for mention in found.seen["people", "mira-solan"]] == [1, 2]
    assert found.doubtful == []


def test_lone_surname_is_told_and_not_accepted() -> None:
    ((mention, why),) = look("Solan spoke.").doubtful
    assert (mention.text, mention.line) == ("Solan", 1)
    assert why == "a surname of people/mira-solan, but no full name in the text"


def test_surname_of_two_people_is_told_and_not_accepted() -> None:
    ((mention, why),) = look("Teodor Vask came; Vask spoke.").doubtful
    assert mention.text == "Vask"
    assert why == "may be people/ilse-vask or people/teodor-vask"


def test_name_of_a_place_and_of_an_organisation_is_left_to_the_curator() -> None:
    found = look("The UN met.")
    assert found.ids["places"] == found.ids["organisations"] == []
    assert found.doubtful[0][1] == "may be organisations/lagoon-fund or places/un"


def test_known_tags_and_unknown_names_are_proposed() -> None:
    text = text_of("Minister Bo Tarn and Mira Solen praised the sea walls of Upper Marl Valley.")
    found = find(text, Names(records()))
    assert list(tags(text, records()["tags"])) == ["sea-walls"]
    new = list(new_names(text, found, records()))
    assert [(each.path, each.near.id if each.near else None) for each in new] == [
        ("authorities/people/bo-tarn.yaml", None),
        ("authorities/people/mira-solen.yaml", "mira-solan"),
        ("authorities/places/upper-marl-valley.yaml", None),
    ]
    assert found.ids["people"] == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Myra Solan spoke.", ["mira-solan"]),
        ("Minister Mira Sollan spoke.", ["mira-solan"]),
        ("Myra Solan spoke; Solan left.", ["mira-solan"]),
        ("Miro Solan spoke.", []),
        ("Mira Solen spoke.", []),
        ("Mira Anna Solan spoke.", []),
        ("Teodora Vask spoke.", []),
        ("They spoke with Miro Solan, then Mira Solan came.", ["mira-solan"]),
    ],
)
def test_another_spelling_is_taken_where_it_is_sure(text: str, ids: list[str]) -> None:
    passages = text_of(text)
    found = find(passages, Names(records()))
    list(new_names(passages, found, records()))
    assert found.ids["people"] == ids


def test_a_surname_behind_another_given_name_is_somebody_else() -> None:
    found = look("They spoke with Miro Solan, then Mira Solan came and Solan left.")
    assert [mention.text for mention in found.seen["people", "mira-solan"]] == [
        "Mira Solan",
        "Solan",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Он говорил с Мирой Солан.",
        "Речь Миры Солан была краткой.",
        "Мире Солан ответили.",
        "मीरा सोलन को बताया",
        "मीरा सोलन, मंत्री",
    ],
)
def test_names_are_found_in_every_case_of_russian_and_in_hindi(text: str) -> None:
    assert look(text).ids["people"] == ["mira-solan"]


@pytest.mark.parametrize("text", ["Мирный Солан", "мира солан", "Мирон Солан"])
def test_other_russian_words_are_no_case_of_a_name(text: str) -> None:
    assert look(text).ids["people"] == []


def test_a_new_name_says_how_sure_it_is_and_its_sentence() -> None:
    passages = text_of("It rained. Mr. Bo Tarn, a baker, said \u201cno\u201d. They left.")
    (new,) = new_names(passages, find(passages, Names(records())), records())
    assert new.is_sure
    assert new.sentence == "Mr. Bo Tarn, a baker, said \u201cno\u201d."
    assert new.named.why[0] == "mr before it"


def test_a_long_sentence_is_cut_around_the_name() -> None:
    passages = text_of(f"{'so ' * 200}said Mr. Bo Tarn {'and so ' * 200}")
    (new,) = new_names(passages, find(passages, Names(records())), records())
    assert len(new.sentence) < 260
    assert "said Mr. Bo Tarn and so" in new.sentence
    assert new.sentence.startswith("... ")
    assert new.sentence.endswith(" ...")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The town and the islands are talking about walls in the sea.", None),
        ("Short title", None),
        ("Министр сказала, что стена будет готова к осени.", "und"),
        ("La ville et les îles parlent de nouveaux murs contre la mer, " * 4, "und"),
    ],
)
def test_language_is_english_or_not_determined(text: str, code: str | None) -> None:
    assert language(text_of(text)) == code
