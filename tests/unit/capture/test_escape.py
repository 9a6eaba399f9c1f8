"""Plain text, escaped, is the same text again once Markdown has rendered it."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.archive.characters import CONTROL
from plugins.archive.text import render
from plugins.archive.text.body import markdown, plain
from plugins.archive.text.sanitise import sanitise
from plugins.capture.escape import escape

SIGNS = st.text(st.sampled_from("\\`*_{}[]()#+-.!|<>&;:=~^\"'$%@/ abc01१é:"), max_size=40)
ANY = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
PARAGRAPHS = st.lists(st.lists(st.one_of(SIGNS, ANY), min_size=1, max_size=3), max_size=4)


def tidy(line: str) -> str:
    return " ".join(CONTROL.sub("", line).split())


@settings(max_examples=300, deadline=None)
@given(PARAGRAPHS)
@example([["term", ": definition"], ["a | b", "--- | ---", "1 | 2"], ["title", "==="]])
@example([["*[HTML]: x"], ["[^1]: note"], ["[a]: http://b"], ["HTML a [^1]"], ["<!-- x", "-->"]])
@example([['a \\" b'], ["&copy; &#65;"], ["१. क"], ["1986. x"], ["***"], ["~~~", "x", "~~~"]])
def test_escaped_text_renders_as_the_same_text(paragraphs: list[list[str]]) -> None:
    texts = [[line for raw in lines if (line := tidy(raw))] for lines in paragraphs]
    texts = [lines for lines in texts if lines]
    source = "\n\n".join("\n".join(map(escape, lines)) for lines in texts)
    shown = plain(sanitise(markdown(source)))
    assert " ".join(shown.split()) == " ".join(" ".join(lines) for lines in texts)
    typeset = render(source, "articles/2022/x.md").plain
    assert re.findall(r"\w+", typeset) == re.findall(r"\w+", " ".join(map(" ".join, texts)))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('said Lavrov . "Yes," he said', 'said Lavrov . "Yes," he said'),
        ("R&D at AT&T; S-400 (new) #7!", "R&amp;D at AT&amp;T; S-400 (new) #7!"),
        ("3.5 million", "3\\.5 million"),
        ("<b>", "&lt;b>"),
    ],
)
def test_ordinary_text_stays_readable(text: str, written: str) -> None:
    assert escape(text).replace("&amp;", "&") == written.replace("&amp;", "&")
