"""Pairs that are kept from check to check, one change at a time."""

import sqlite3
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.holdings.tables import made
from plugins.archive.model import Person, Tag
from plugins.archive.names import alike
from plugins.checks import lookalikes

IDS = ["a", "b", "c", "d", "e", "f"]
NAMES = ["Asha Tamm", "Ascha Tamm", "Tamm", "A. Tamm", "Usha Tamm", "Asha Tam", "Tam",
         "Tamm, Asha", "Bill Ott", "William Ott", "W. Ott", "Ott", "1"]  # fmt: skip

people = st.builds(
    lambda names: Person(heading=names[0], variants=tuple(names[1:])),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=3),
)
changes = st.dictionaries(st.sampled_from(IDS), st.none() | people, min_size=1, max_size=3)
TAGS = ["Sea wall", "Sea walls", "Seawall", "Wall of sea", "Connectivity", "Conectivity",
        "Conectivities", "Port connectivity", "Port conectivity", "Sport", "1"]  # fmt: skip
tags = st.builds(
    lambda names: Tag(heading=names[0], variants=tuple(names[1:])),
    st.lists(st.sampled_from(TAGS), min_size=1, max_size=3),
)
tag_changes = st.dictionaries(st.sampled_from(IDS), st.none() | tags, min_size=1, max_size=3)


def empty() -> sqlite3.Connection:
    return made(sqlite3.connect(":memory:", isolation_level=None), "")


def in_turn(kind, rounds):
    """What is kept after each of several changes, and what is found in everything at once."""
    db, records = empty(), {}
    for round_ in rounds:
        records = {id_: one for id_, one in (records | round_).items() if one is not None}
        kept = lookalikes.kept(db, kind, records, set(round_))
        yield kept, lookalikes.kept(empty(), kind, records, set(records))


@pytest.mark.parametrize("crowd", [3, 300])
@settings(deadline=None)
@given(rounds=st.lists(changes, min_size=1, max_size=6))
def test_pairs_that_are_kept_are_those_of_everything(crowd, rounds):
    # Three names are a crowd here, so that blocks come to say something and cease to.
    with patch.object(alike, "CROWD", crowd), patch.object(lookalikes, "MANY", 4):
        for kept, anew in in_turn("people", rounds):
            assert kept == anew


@settings(deadline=None)
@given(rounds=st.lists(tag_changes, min_size=1, max_size=6))
def test_tags_that_are_kept_as_close_are_those_of_everything(rounds):
    with patch.object(lookalikes, "MANY", 4):
        for kept, anew in in_turn("tags", rounds):
            assert kept == anew


def test_a_second_bearer_of_a_surname_takes_back_what_the_first_suggested():
    one, other = Person(heading="Asha Tamm"), Person(heading="Usha Tamm")
    rounds = [{"a": one, "b": Person(heading="Tamm")}, {"c": other}, {"c": None}]
    assert [len(kept) for kept, _ in in_turn("people", rounds)] == [1, 0, 1]
