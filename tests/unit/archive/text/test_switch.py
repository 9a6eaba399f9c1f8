"""Where the libraries aren't those that the shortcuts were written for, there are no shortcuts."""

import markdown
import pytest
import smartypants
import typogrify as typogrify_library
from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.treeprocessors import InlineProcessor, Treeprocessor
from typogrify import filters

from plugins.archive.text import body, markdown_shortcuts, typogrify_shortcuts
from plugins.archive.text.markdown_shortcuts import Shortcuts
from plugins.archive.text.typogrify_shortcuts import knows_filters, knows_library, typogrify
from tests.unit.archive.text.libraries import EXTENSIONS

PROSE = 'A "quoted" word -- and NATO\'s two last words'


class Foreign(Extension):
    """Registers one more rule by `add(md)`."""

    def __init__(self, add):
        super().__init__()
        self.extendMarkdown = add


FOREIGN = {
    "pattern": lambda md: md.inlinePatterns.register(
        SimpleTagInlineProcessor("()(~+)", "s"), "strike", 65
    ),
    "block": lambda md: md.parser.blockprocessors.register(
        ParagraphProcessor(md.parser), "new", 12
    ),
    "tree": lambda md: md.treeprocessors.register(Treeprocessor(md), "new", 5),
    "source": lambda md: md.preprocessors.register(NormalizeWhitespace(md), "new", 5),
    "nothing but one less": lambda md: md.inlinePatterns.deregister("autolink"),
    "other order": lambda md: md.inlinePatterns.register(
        md.inlinePatterns["backtick"], "backtick", 1
    ),
    "other name": lambda md: (
        md.inlinePatterns.register(md.inlinePatterns["entity"], "entities", 80),
        md.inlinePatterns.deregister("entity"),
    ),
}


def has_shortcuts(md):
    return {
        isinstance(md.treeprocessors["inline"], markdown_shortcuts.Inlines),
        isinstance(md.preprocessors["html_block"], markdown_shortcuts.HtmlBlocks),
        "shortcut" in md.parser.blockprocessors,
    }


def with_shortcuts(*before):
    return Markdown(extensions=[*EXTENSIONS, *before, Shortcuts()], output_format="html")


# If this fails after an upgrade: read what has changed in the library, run test_same_bytes.py
# with the new VERSION, and only then write that VERSION down.
def test_the_installed_libraries_are_those_that_the_shortcuts_were_written_for():
    assert has_shortcuts(body.converter()) == {True}
    assert knows_library()


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_rule_that_is_not_known_switches_the_shortcuts_off(foreign):
    md = with_shortcuts(Foreign(FOREIGN[foreign]))
    assert has_shortcuts(md) == {False}
    assert type(md.treeprocessors["inline"]) is InlineProcessor


def test_a_new_rule_is_asked_about_plain_words_too():
    md = with_shortcuts(Foreign(FOREIGN["pattern"]))
    assert md.convert("a ~ b") == "<p>a <s>~</s> b</p>"


@pytest.mark.parametrize("version", ["3.11.2", "3.11.4", "3.12"])
def test_another_version_of_markdown_switches_the_shortcuts_off(version, monkeypatch):
    monkeypatch.setattr(markdown, "__version__", version)
    md = with_shortcuts()
    assert has_shortcuts(md) == {False}
    assert md.convert("a *b*") == "<p>a <em>b</em></p>"


def test_missing_extensions_switch_the_shortcuts_off():
    assert has_shortcuts(Markdown(extensions=[Shortcuts()])) == {False}


@pytest.fixture
def given_to_the_library(monkeypatch):
    """What Typogrify got as a whole."""
    given = []
    plain = filters.typogrify

    def typogrify(text):
        given.append(text)
        return plain(text)

    monkeypatch.setattr(filters, "typogrify", typogrify)
    knows_filters.cache_clear()
    yield given
    knows_filters.cache_clear()


def test_known_libraries_get_no_text_as_a_whole(given_to_the_library):
    typogrify(PROSE)
    assert given_to_the_library == []


@pytest.mark.parametrize("library", [typogrify_library, smartypants])
def test_another_version_of_typogrify_gets_the_text(library, monkeypatch, given_to_the_library):
    monkeypatch.setattr(library, "__version__", "9.9")
    assert "&nbsp;words" in typogrify(PROSE)
    assert given_to_the_library == [PROSE]


def test_other_dashes_are_left_to_the_library(monkeypatch, given_to_the_library):
    before = typogrify(PROSE)
    monkeypatch.setattr(smartypants, "default_smartypants_attr", smartypants.Attr.set2)
    assert typogrify(PROSE) == before.replace("&#8212;", "&#8211;")
    assert given_to_the_library == [PROSE]


def test_other_elements_to_pass_over_are_left_to_the_library(monkeypatch, given_to_the_library):
    monkeypatch.setattr(smartypants, "tags_to_skip", ["q"])
    assert '"a"' in typogrify('<q>"a"</q>')
    assert len(given_to_the_library) == 1


def test_another_filter_is_left_to_the_library(monkeypatch, given_to_the_library):
    plain = filters.applyfilters
    monkeypatch.setattr(
        filters,
        "applyfilters",
        lambda text, **kwargs: plain(text, **kwargs).replace("5/6", "<sup>5</sup>/6"),
    )
    assert not knows_library()
    assert typogrify("5/6") == "<sup>5</sup>/6"


def test_a_filter_that_is_gone_is_left_to_the_library(monkeypatch, given_to_the_library):
    def applyfilters(text, amp=True, smartypants=True, caps=True):
        return text

    monkeypatch.setattr(filters, "applyfilters", applyfilters)
    assert not knows_library()
    assert typogrify(PROSE) == PROSE


def test_only_words_are_remembered():
    """And no more of them than a cache holds."""
    typogrify(PROSE)
    for remembered in (typogrify_shortcuts.set_inner, typogrify_shortcuts.curled):
        assert remembered.cache_info().maxsize
