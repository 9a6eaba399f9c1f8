"""The letter that a name stands under."""

import pytest

from plugins.authorities.letters import letter_of


@pytest.mark.parametrize(
    ("name", "label", "anchor", "lang"),
    [
        ("Lavrov, Sergey", "L", "L", ""),
        ("d'Estaing", "D", "D", ""),
        ("“Quoted” name", "Q", "Q", ""),
        ("Élysée Palace", "E", "E", ""),
        ("İsmail Demir", "I", "I", ""),
        ("Łódź", "L", "L", ""),
        ("Ørsted", "O", "O", ""),
        ("Æther", "A", "A", ""),
        ("ßtrange", "S", "S", ""),
        ("Лавров, Сергей", "А–Я", "cyrillic", "ru"),
        ("नई दिल्ली", "अ–ह", "devanagari", "hi"),
        ("王毅", "漢字", "cjk", "zh"),
        ("ليبيا", "ا–ي", "arabic", "ar"),
        ("ᏣᎳᎩ", "Cherokee", "cherokee", ""),
        ("2+2 dialogue", "0–9", "numbers", ""),
        ("४ नाम", "0–9", "numbers", ""),
        ("…", "0–9", "numbers", ""),
        ("", "0–9", "numbers", ""),
    ],
)
def test_a_name_stands_under_its_letter_or_script(name, label, anchor, lang):
    letter = letter_of(name)
    assert (letter.label, letter.anchor, letter.lang) == (label, anchor, lang)
