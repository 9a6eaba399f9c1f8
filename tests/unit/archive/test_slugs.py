"""File names made of titles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.slugs import LONGEST, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Russia's plan: S-400s", "russias-plan-s-400s"),
        ("Défense & sécurité", "defense-securite"),
        ("Новая стена", "paper-2022-03-09"),
        ("Стена S-400", "paper-2022-03-09"),
        ("!?", "paper-2022-03-09"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 90, "x" * 60),
    ],
)
def test_title_gives_a_short_ascii_name(title: str, name: str) -> None:
    assert slug(title, "paper-2022-03-09") == name


@given(st.text(max_size=200))
def test_every_title_gives_a_valid_name(title: str) -> None:
    name = slug(title, "fallback")
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)
    assert len(name) <= LONGEST
