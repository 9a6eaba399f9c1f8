"""Whether two names are one person's, and what is said of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.names.compare import SAME, compare
from plugins.archive.names.letters import plain
from plugins.archive.names.parts import parts

# Names that are one, group by group; nobody of one group is anybody of another.
ONE = [
    "Sergey Lavrov | Sergei Lavrov | Sergej Lawrow | Сергей Лавров | Lavrov, Sergey "
    "| FM Sergey Lavrov | Sergey Viktorovich Lavrov | सर्गेई लावरोव",
    "Yuri Gagarin | Yury Gagarin | Iouri Gagarine | Юрий Гагарин",
    "Mohammed Hassan | Muhammad Hasan | Mohamed Hassan | محمد حسن",
    "Nikos Papadopoulos | Νίκος Παπαδόπουλος",
    "Usha Mehta | USHA MEHTA | Mrs. Usha Mehta | Mehta, Usha | Dr Usha Mehta",
    "William Tarn | Bill Tarn",
    "Abdul Aziz Khan | Abdulaziz Khan | Abd al-Aziz Khan",
    "Klaus-Peter Ott | Klaus Peter Ott",
    "Khalid bin Faisal | Khaled Faisal",
]
APART = [
    ("Sergey Lavrov", "Sergey Ivanov", "lavrov is not ivanov"),
    ("Hans J Vogt", "Hans Peter Vogt", "j is not peter"),
    ("Rajesh Nair", "Ramesh Nair", "rajesh is not ramesh"),
    ("Olga Petrova", "Oleg Petrov", "olga is not oleg"),
    ("John Tarn Jr", "John Tarn III", "jr is not iii"),
    ("Anil Ivanov", "Anil Kumar Petrov", "ivanov is not kumar petrov"),
    ("Hans Friedrich", "Friedrich Hans", "given name and surname change places"),
    ("A. B.", "Anna Berg", "nothing in common but initials"),
    ("", "Anna Berg", "no name"),
]


@pytest.mark.parametrize("group", ONE, ids=[group.split(" |")[0] for group in ONE])
def test_one_name_is_known_however_it_is_written(group: str) -> None:
    first, *others = group.split(" | ")
    scores = {other: compare(first, other).score for other in others}
    assert min(scores.values()) >= SAME, scores


@pytest.mark.parametrize(("one", "other", "why"), APART)
def test_two_people_are_told_apart_and_why(one: str, other: str, why: str) -> None:
    compared = compare(one, other)
    assert compared.score < SAME
    assert compared.why[0] == why


def test_names_of_different_groups_are_different_people() -> None:
    firsts = [group.split(" | ")[0] for group in ONE]
    for number, one in enumerate(firsts):
        assert all(compare(one, other).score < SAME for other in firsts[number + 1 :])


@pytest.mark.parametrize(
    ("other", "sure"),
    [
        ("Mira Solan", True),
        ("Myra Solan", True),
        ("Solan, Mira", True),
        ("Mira Solen", False),  # a letter may make another name
        ("M. Solan", False),
        ("Solan", False),
        ("Mira Devi Solan", False),  # it may be her sister
    ],
)
def test_only_another_spelling_needs_no_question(other: str, sure: bool) -> None:
    compared = compare("Mira Solan", other)
    assert compared.score >= SAME
    assert compared.sure is sure


def test_what_only_one_has_is_said() -> None:
    assert "only one has devi" in compare("Mira Solan", "Mira Devi Solan").why


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_compare_the_same_both_ways(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert 0 <= there.score <= 1
    assert there.score == back.score


@given(st.text(min_size=1, max_size=40))
def test_a_name_is_itself(name: str) -> None:
    assert not parts(name).names or compare(name, name).score >= 0.5


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Лавров", "lavrov"),
        ("लावरोव", "lavarov"),
        ("লাভরভ", "labharabh"),
        ("Παπαδόπουλος", "papadopoylos"),
        ("Erdoğan Łukasz Đorđe", "erdogan lukasz dorde"),
        ("O’Brien", "obrien"),
        ("Ivan0v 4", "ivanov 4"),
    ],
)
def test_letters_become_latin(name: str, written: str) -> None:
    assert plain(name) == written
