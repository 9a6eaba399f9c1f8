"""The theme's macro that says how many."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

THEME = Path(__file__).parents[3] / "theme" / "templates"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "No cuttings"),
        (1, "One cutting"),
        (2, "Two cuttings"),
        (17, "Seventeen cuttings"),
        (20, "Twenty cuttings"),
        (21, "21 cuttings"),
        (1234, "1,234 cuttings"),
    ],
)
def test_a_count_is_said_in_words_up_to_twenty(count, words):
    env = Environment(loader=FileSystemLoader(THEME), autoescape=True)
    macros = env.get_template("macros/count.html").make_module({})
    assert str(macros.cuttings(count)) == words
