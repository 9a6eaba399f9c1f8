"""One key for the ways in which a name is written."""

import re
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.names.sounds import RULES, latin, sound, step
from plugins.search.tokens import keys

GROUPS = [
    "Zelensky Zelenskyy Zelenskiy Zelenskii Selenskyj Зеленский Зеленський ज़ेलेंस्की",
    "Lavrov Lawrow Lavroff Лавров लावरोव",
    "Sergei Sergey Sergej Serguei Sergueï Сергей सर्गेई",
    "Putin Poutine Путин पुतिन",
    "Yeltsin Eltsin Jelzin Jeltsin Ельцин",
    "Gorbachev Gorbachov Gorbatschow Горбачёв",
    "Khrushchev Khrouchtchev Хрущёв",
    "Shoigu Schoigu Choïgou Шойгу",
    "Zhukov Schukow Žukov Жуков",
    "Modi मोदी Моди",
    "Jaishankar जयशंकर Джайшанкар",
    "Rajnath राजनाथ Раджнатх",
    "Vajpayee वाजपेयी Ваджпаи",
    "Sanjay संजय Санджай",
    "Nikolai Nikolaj Николай",
    "Mohammed Muhammad Mohamad",
    "Dmitry Dmitri Dmitriy Dmitrij Дмитрий",
    "Alexei Aleksey Алексей",
    "Yuri Yury Iouri Juri Юрий",
]
APART = ["Putin", "Lavrov", "Modi", "Shoigu", "Medvedev", "Patrushev", "Singh", "Gandhi"]


def heard(word):
    return sound(keys(word)[0])


@pytest.mark.parametrize("group", GROUPS, ids=[group.split()[0] for group in GROUPS])
def test_a_name_sounds_the_same_however_it_is_written(group):
    assert len({heard(word) for word in group.split()}) == 1
    assert heard(group.split()[0])


def test_names_of_other_people_sound_otherwise():
    assert len({heard(word) for word in APART}) == len(APART)


def test_what_is_no_word_of_a_known_alphabet_has_no_sound():
    assert [sound(form) for form in ("s400", "習近平", "லாவ்ரோவ்")] == ["", "", ""]


def test_letters_become_latin_ones():
    assert latin("сергей") == "sergey"
    assert latin("मोदी") == "modi"
    assert latin("नरेंद्र") == "narendr"


@given(st.text(ascii_lowercase, max_size=12))
def test_a_rule_that_is_passed_over_would_change_nothing(word):
    for pattern, there in RULES:
        assert step(pattern, there)(word) == re.sub(pattern, there.replace("$", "\\"), word)
