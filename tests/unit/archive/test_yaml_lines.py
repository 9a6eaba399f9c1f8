"""What is written as front matter comes back identical, by our reader and by others."""

from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from plugins.archive.characters import CONTROL
from plugins.archive.days import Moment
from plugins.archive.frontmatter import read_yaml
from plugins.archive.yaml_lines import dump

TRICKY = st.sampled_from(
    [
        "1984", "0x1F", "1e5", "12:30:45", "2021-04-06", "no", "Yes", "null", "~", "", " a",
        "a ", "a: b", "a:", "a #b", "#a", "- a", "? a", "'a'", '"a"', "it's", "a\\b", "%a", "@a",
        "`a", "{a", "[a", "&a", "*a", "!a", "|", ">", "=", "<<", "---", "...", "a\nb", "a\tb",
        "\ufeffa", "\u2028", "\u0085", ".5", "+1", "1_0", "Да", "नहीं", "a, b", "a  b",
        "20 killed", "y", "1. a", "3rd", "0o17", "1:2", "a'b\"c", "\U0001f30a",
    ]
)  # fmt: skip
# Our reader refuses control characters and takes the white space at the ends of a value away.
STRINGS = st.one_of(
    TRICKY, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80)
).map(lambda text: CONTROL.sub("", text).strip())
KEYS = st.sampled_from(["title", "summary", "caption", "credit", "file"])
MAPPINGS = st.dictionaries(KEYS, STRINGS, min_size=1)
VALUES = st.dictionaries(
    KEYS, st.one_of(STRINGS, MAPPINGS, st.lists(st.one_of(STRINGS, MAPPINGS), min_size=1))
)


@settings(max_examples=300, deadline=None)
@given(VALUES)
def test_values_come_back_identical(values: dict[str, object]) -> None:
    text = dump(values)  # type: ignore[arg-type]
    assert read_yaml(text)[0] == values
    assert (yaml.safe_load(text) or {}) == values
    assert (YAML(typ="safe", pure=True).load(text) or {}) == values


def test_days_and_moments_stay_unquoted() -> None:
    moment = Moment.parse("2021-04-06T15:28:00+05:30")
    assert dump({"date": moment, "added": date(2026, 1, 2)}) == (
        "date: 2021-04-06T15:28:00+05:30\nadded: 2026-01-02\n"
    )


def test_long_line_is_not_folded() -> None:
    assert dump({"summary": "word " * 300 + "end"}).count("\n") == 1


@pytest.mark.parametrize("value", [[], {}, ()])
def test_empty_list_is_left_away(value: object) -> None:
    assert dump({"tags": value}) in ("", "tags:\n")  # type: ignore[dict-item]
