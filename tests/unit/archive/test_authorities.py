import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.authorities import Name, NameIndex, fold, names
from plugins.archive.model import Person

NAMES = st.text("abcdéЛавровमोदी-'’. ", min_size=1, max_size=10)
PEOPLE = st.dictionaries(
    st.text("abcdef-", min_size=1, max_size=6),
    st.builds(
        lambda heading, variants, forms: Person(
            heading=heading, variants=tuple(variants), scripts={"ru": tuple(forms)}
        ),
        NAMES,
        st.lists(NAMES, max_size=3),
        st.lists(NAMES, max_size=2),
    ),
    max_size=5,
)


@given(PEOPLE)
def test_every_name_finds_its_own_record_unless_it_is_shared(people):
    index = NameIndex(people)
    shared = {name for name, _ in index.clashes()}
    for id_, person in people.items():
        for name in names(person):
            folded = fold(name.text)
            expected = None if not folded or folded in shared else id_
            assert index.find(name.text) == expected


@given(st.text())
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_are_folded_as_among_others(name):
    assert f"{fold(name)} е".strip() == fold(f"{name} ё")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergey Lavrov", "SERGEY  LAVROV"),
        ("Sergey Lavrov", "sergey-lavrov"),
        ("José", "Jose"),
        ("O'Brien", "O’Brien"),
        ("Gor’kii", "Gorkii"),
        ("Фёдор", "Федор"),
        ("Straße", "STRASSE"),
        ("क्\u200dष", "क्ष"),
    ],
)
def test_spellings_that_differ_in_case_accents_or_signs_are_one_name(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("मोदी", "मादी"), ("Лавров", "Лаврова"), ("Anna Lee", "Annalee")]
)
def test_names_that_differ_in_letters_or_vowel_signs_are_two(one, other):
    assert fold(one) != fold(other)


def test_a_name_of_signs_only_leads_nowhere():
    index = NameIndex({"a": Person(heading="!!!"), "b": Person(heading="???")})
    assert index.find("...") is None
    assert list(index.clashes()) == []


def test_a_name_that_two_records_share_finds_neither_and_is_told():
    index = NameIndex({"a": Person(heading="Ann"), "b": Person(heading="B", variants=("ANN",))})
    assert index.find("ann") is None
    assert list(index.clashes()) == [("ann", ["a", "b"])]


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("asha-tam", "asha-tamm"),
        ("Asha Tammm", "asha-tamm"),
        ("tamm-asha", "asha-tamm"),
        ("qqq", None),
    ],
)
def test_the_nearest_record_is_found_for_a_slip_of_the_pen(wrong, near):
    people = {"asha-tamm": Person(heading="Asha Tamm"), "bruno-quill": Person(heading="B. Quill")}
    assert NameIndex(people).nearest(wrong) == near


def test_the_heading_comes_first_and_scripts_say_their_language():
    person = Person(heading="A", variants=("B",), scripts={"ru": ("В",), "hi": ("ब",)})
    assert list(names(person)) == [
        Name("A", None, True),
        Name("B", None, False),
        Name("ब", "hi", False),
        Name("В", "ru", False),
    ]
