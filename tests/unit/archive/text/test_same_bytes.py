"""Our shortcuts through Python-Markdown and Typogrify give what the libraries give."""

import html
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.text import inline, render, render_all
from plugins.archive.text.body import links, markdown
from plugins.archive.text.sanitise import sanitise
from plugins.archive.text.typography import CODE, keep_codes_whole, wrap
from plugins.archive.text.typogrify_shortcuts import typogrify
from tests.hostile import ATTACKS
from tests.unit.archive.text.libraries import library_markdown, library_typogrify
from tests.unit.archive.text.texts import ALL_EXAMPLES, MARKDOWN_PIECES, MARKUP_PIECES, article

ARTICLES = 2_000
MARKDOWN = st.lists(st.sampled_from(MARKDOWN_PIECES), max_size=25).map("".join)
MARKUP = st.lists(st.sampled_from(MARKUP_PIECES), max_size=16).map("".join)


def assert_same(text):
    markup = library_markdown(text)
    assert markdown(text) == markup
    assert typogrify(markup) == library_typogrify(markup)
    safe = sanitise(markup)
    typeset = library_typogrify(safe)
    assert typogrify(safe) == typeset
    assert keep_codes_whole(typeset) == CODE.sub(wrap, typeset)


@pytest.mark.parametrize("text", [*ALL_EXAMPLES, *ATTACKS.values()])
def test_an_example_comes_out_as_the_libraries_set_it(text):
    assert_same(text)


@pytest.mark.parametrize("start", range(0, ARTICLES, ARTICLES // 4))
def test_articles_by_the_thousand_come_out_as_the_libraries_set_them(start):
    for number in range(start, start + ARTICLES // 4):
        assert_same(article(number))


@settings(max_examples=1_000, deadline=None)
@given(MARKDOWN | st.text(max_size=60))
def test_any_markdown_comes_out_as_the_library_sets_it(text):
    assert_same(text)


@settings(max_examples=3_000, deadline=None)
@given(MARKUP | st.text(max_size=60))
def test_any_markup_comes_out_as_typogrify_sets_it(markup):
    assert typogrify(markup) == library_typogrify(markup)


@settings(max_examples=1_000, deadline=None)
@given(MARKUP | st.text(max_size=60))
def test_any_title_comes_out_as_typogrify_sets_it(title):
    whole = library_typogrify(html.escape(title, quote=False))
    assert inline(title) == CODE.sub(wrap, whole)


@pytest.mark.parametrize("first", ALL_EXAMPLES[:: len(ALL_EXAMPLES) // 40])
def test_no_text_leaves_a_trace_in_the_next(first):
    for number in range(5):
        text = article(number)
        alone = render(text, "articles/2021/x.md")
        render(first, "articles/2021/y.md")
        links(first)
        assert render(text, "articles/2021/x.md") == alone


def test_every_hash_seed_gives_the_same_bytes_as_the_libraries():
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.unit.archive.text.libraries"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
        )
        for seed in "0123"
    ]
    digests = {digest for run in runs for digest in run.communicate()[0].split()}
    assert [run.returncode for run in runs] == [0] * 4
    assert len(digests) == 1


def test_texts_come_out_together_as_each_by_itself():
    texts = [(text, f"articles/2021/{n}.md") for n, text in enumerate(ALL_EXAMPLES)]
    assert render_all(texts) == [render(text, path) for text, path in texts]
    assert render_all([]) == []
