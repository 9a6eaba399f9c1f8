import json
import string
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.frontmatter import FrontMatterError, read, read_yaml

WORDS = st.text(string.ascii_letters + "лавровनमस्ते '\"#:,-&*!%@`[]{}?|>=~0123456789", max_size=20)
VALUES = st.recursive(
    WORDS.map(str.strip),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(string.ascii_letters, min_size=1, max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
MAPPINGS = st.dictionaries(
    st.text(string.ascii_letters, min_size=1, max_size=8), VALUES, max_size=5
)


def fault(text):
    with pytest.raises(FrontMatterError) as caught:
        read(text)
    return caught.value.line, caught.value.code, caught.value.message


@given(MAPPINGS)
def test_values_dumped_and_read_again_are_the_same(values):
    text = "".join(f"{key}: {json.dumps(value)}\n" for key, value in values.items())
    assert read_yaml(text)[0] == values


@given(st.lists(st.sampled_from(["", "", "word", "# Heading", "  code", "----"]), max_size=6))
def test_the_text_is_what_stands_below_without_blank_ends(lines):
    body = "\n".join(lines)
    kept = read(f"---\ntitle: x\n---\n{body}").body
    assert kept == body.rstrip().lstrip("\n")


def test_every_value_stays_text_whatever_it_looks_like():
    values, _ = read_yaml("a: 1984\nb: NO\nc: 2021-04-06\nd: 1.50\ne: 0x1F\nf: true\ng: 12:30")
    assert values == dict(
        zip("abcdefg", ["1984", "NO", "2021-04-06", "1.50", "0x1F", "true", "12:30"], strict=True)
    )


def test_a_value_that_is_not_there_is_none_and_an_empty_one_in_quotes_is_not():
    assert read_yaml("a:\nb: ~\nc: null\nd: ''\ne: '~'")[0] == {
        "a": None, "b": None, "c": None, "d": "", "e": "~"
    }  # fmt: skip


def test_blanks_around_a_value_mean_nothing():
    assert read_yaml('a: " x "\nb: |\n  one\n  two\nc: >\n  one\n  two\n')[0] == {
        "a": "x", "b": "one\ntwo", "c": "one two"
    }  # fmt: skip


def test_every_value_knows_its_line_in_the_file():
    document = read(
        "---\ntitle: x\nalso:\n- name: a\n  url: b\n\n- name: c\ntags: [d,\n  e]\n---\n\n\nText\n"
    )
    lines = document.lines
    assert lines[("title",)] == 2
    assert (lines[("also",)], lines[("also", 0)], lines[("also", 1)]) == (3, 4, 7)
    assert (lines[("also", 0, "url")], lines[("also", 1, "name")]) == (5, 7)
    assert (lines[("tags", 0)], lines[("tags", 1)]) == (8, 9)
    assert (document.body, document.body_line) == ("Text", 13)


def test_an_empty_front_matter_or_record_has_no_values():
    assert read("---\n---\n").values == {}
    assert read("---\n# a comment\n---\nText").values == {}
    assert read_yaml("") == ({}, {})


def test_a_rule_in_the_text_is_not_a_fence():
    assert read("---\na: b\n---\nOne\n\n---\n\nTwo").body == "One\n\n---\n\nTwo"


def test_a_comment_on_its_own_line_or_after_a_value_in_words_is_fine():
    assert read_yaml("# one\na: b  # two\n# three\nc: 'd' #four")[0] == {"a": "b", "c": "d"}


@pytest.mark.parametrize(
    ("text", "line", "code", "hint"),
    [
        ("", 1, "no-front-matter", "begin the file"),
        ("\n---\na: b\n---\n", 1, "no-front-matter", "begin the file"),
        ("---\na: b\n", 1, "unterminated-front-matter", "add one"),
        ("---\na: b\nc: d: e\n---\n", 3, "bad-yaml", "quotes"),
        ("---\na: b\nc: @d\n---\n", 3, "bad-yaml", "quotes"),
        ("---\na:\n\t- b\n---\n", 3, "bad-yaml", "spaces"),
        ("---\na: [b\n---\n", 3, "bad-yaml", "quotes"),
        ("---\na: 'b\n---\n", 2, "bad-yaml", "quotes"),
        ("---\n- a\n---\n", 2, "bad-yaml", "`key: value`"),
        ("---\nword\n---\n", 2, "bad-yaml", "`key: value`"),
        ("---\na: b\n...\nc: d\n---\n", 4, "bad-yaml", "mend"),
        ("---\na: b\nc: d\na: e\n---\n", 4, "duplicate-key", "line 2"),
        ("---\na:\n  b: c\n  b: d\n---\n", 4, "duplicate-key", "line 3"),
        ("---\na: &b c\n---\n", 2, "bad-yaml", "&"),
        ("---\na: b\nc: *b\n---\n", 3, "bad-yaml", "quotes"),
        ("---\na: !!python/object:os.system b\n---\n", 2, "bad-yaml", "!"),
        ("---\na: India #1 buyer\n---\n", 2, "bad-yaml", "comment"),
        ("---\n? [a, b]\n: c\n---\n", 2, "bad-yaml", "word"),
        ('---\n"a\\nb": c\n---\n', 2, "bad-yaml", "word"),
        ('---\na: "\\0"\n---\n', 2, "control-character", "U+0000"),
        ('---\na:\n- "\\u202e"\n---\n', 3, "control-character", "U+202E"),
        ('---\na: "\\ud800"\n---\n', 2, "bad-yaml", ""),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_a_remedy(text, line, code, hint):
    found_line, found_code, message = fault(text)
    assert (found_line, found_code) == (line, code)
    assert hint in message


def test_a_record_file_holds_one_document():
    with pytest.raises(FrontMatterError, match="keep one") as caught:
        read_yaml("---\na: b\n---\nc: d\n")
    assert caught.value.line == 3


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "? ", "[[{a: ["])
def test_deep_nesting_is_refused_and_does_not_end_the_process(nest):
    with pytest.raises(FrontMatterError):
        read_yaml(f"a:\n  {nest * 100_000}")


def test_aliases_cannot_make_a_short_file_grow():
    layers = "\n".join(f"{b}: [*{a}, *{a}, *{a}]" for a, b in zip("abcdef", "bcdefg", strict=True))
    with pytest.raises(FrontMatterError):
        read_yaml(f"a: &a x\n{layers}")


@given(st.text(), st.sampled_from([read, read_yaml, lambda text: read(f"---\n{text}\n---\n")]))
def test_no_text_whatever_raises_anything_but_a_front_matter_error(text, attempt):
    with suppress_front_matter_error() as told:
        attempt(text)
    line = told[0].line if told else 1
    assert 1 <= line <= text.count("\n") + text.count("\r") + 4


@contextmanager
def suppress_front_matter_error():
    told = []
    try:
        yield told
    except FrontMatterError as error:
        told.append(error)
