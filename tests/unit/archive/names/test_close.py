"""Headings of tags, places and bodies that are nearly the same words."""

import pytest

from plugins.archive.names.close import close

CLOSE = [
    # the plural
    ("Sea wall", "Sea walls"),
    ("Rice crisis", "Rice crises"),
    ("Church taxes", "Church tax"),
    ("Boarding houses", "Boarding house"),
    ("Border policies", "Border policy"),
    ("Fisherwoman", "Fisherwomen"),
    # order and small words
    ("Walls of the sea", "Sea walls"),
    ("Defence ties", "Ties in defence"),
    # hyphens and blanks
    ("Sea-wall repairs", "Seawall repair"),
    ("Economic co-operation", "Economic cooperation"),
    ("Cyber crimes", "Cybercrime"),
    # case and accents
    ("Cafe culture", "CAFÉ culture in the"),
    # Britain and America
    ("Defence", "Defense"),
    ("Labour law", "Labor laws"),
    ("Port authorisation", "Port authorization"),
    ("Theatre programmes", "Theater program"),
    ("Travelling shows", "Traveling shows"),
    ("Aluminium trade", "Aluminum trade"),
    # misspelled
    ("Nuclear reactor", "Nuclear raector"),
    ("Russia trade", "Rusia trade"),
    ("Connectivity", "Conectivity"),
    ("Telecommunications", "Telecomunicatons"),
]
APART = [
    ("Ports in Goa", "Sport in Goa"),
    ("Imports of rice", "Exports of rice"),
    ("Trade with Iran", "Trade with Iraq"),
    ("North pier", "South pier"),
    ("Oil prices", "Oil prizes"),
    ("Road safety", "Rail safety"),
    ("Fishing", "Fisheries"),
    ("Plan of the harbour", "Planes of the harbour"),
    ("Bank notes", "Bank votes"),
    ("World war 1", "World war 2"),
    ("Agenda 2020", "Agenda 2030"),
    ("Sea walls", "Walls"),
    ("Migration rules", "Mitigation rules"),
    ("Corporation tax", "Cooperation tax"),
    ("Rice and wheat crops", "Rice and maize crops"),
    # Two words are wrong: two things rather than one.
    ("Nuclear reactor", "Nuclaer raector"),
    ("रेल यात्रा", "जल यात्रा"),
]


@pytest.mark.parametrize(("one", "other"), CLOSE)
def test_the_same_words_written_otherwise_are_close(one, other):
    assert [(pair.first, pair.second) for pair in close({"a": [one], "b": [other]})] == [("a", "b")]
    assert close_of(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_another_word_makes_another_heading(one, other):
    assert not close_of(one, other)
    assert not close_of(other, one)


def close_of(one, other):
    return list(close({"a": [one], "b": [other]}))


def test_the_likest_names_of_two_records_are_told():
    tags = {"a": ["Sea walls", "Sea defences"], "b": ["Sea defense", "Sea walks"]}
    assert [pair.why for pair in close(tags)] == ["Sea defences, Sea defense"]


def test_names_written_the_same_are_an_error_of_their_own():
    assert not close_of("Sea walls", "SEA WALLS")


def test_only_pairs_about_some_are_told():
    tags = {"a": ["Sea wall"], "b": ["Sea walls"], "c": ["Walls of the sea"]}
    assert [(pair.first, pair.second) for pair in close(tags, {"c"})] == [("a", "c"), ("b", "c")]
