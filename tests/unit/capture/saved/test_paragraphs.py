"""The markup of the text: what becomes Markdown, and that it shows the page's words alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.text.body import markdown, plain
from plugins.archive.text.sanitise import sanitise
from plugins.capture.compose import body
from plugins.capture.ledger import Ledger
from plugins.capture.reading import Reading
from plugins.capture.saved.lines import lines_of
from plugins.capture.saved.paragraphs import paragraphs
from plugins.capture.saved.tree import parse


def written(page: str) -> tuple[str, list[str]]:
    """Every line of a page as text: in Markdown, and its words."""
    lines = lines_of(parse(page))
    reading = Reading(Ledger(tuple(line.text for line in lines)), lambda _: None)
    for item, paragraph in enumerate(paragraphs(lines)):
        reading.ledger.whole((line.number for line in paragraph.lines), "body", item)
        reading.marks[item] = paragraph.mark
    return body(reading), " ".join(line.text for line in lines).split()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a<p>b", "a\n\nb"),
        ("<p>a<br>b", "a\nb"),
        ("<p>a<br><br>b", "a\n\nb"),
        ("<div>a<br>b</div>", "a\n\nb"),
        ("<h2>a</h2><p>b<h3>c</h3><p>d", "## a\n\nb\n\n### c\n\nd"),
        ("<h4>a</h4><p>b", "## a\n\nb"),
        ("<p>a<ul><li>b<li>c</ul><p>d", "a\n\n- b\n- c\n\nd"),
        ("<ol start=3><li>b<li>c</ol>", "3. b\n4. c"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n    - b\n- c"),
        ("<ul><li><p>a<p>b<li>c</ul>", "- a\n\n    b\n\n- c"),
        ("<ul><li>a</ul><ol><li>b</ol>", "- a\n\n1. b"),
        ("<blockquote><p>a<p>b</blockquote><p>c", "> a\n>\n> b\n\nc"),
        ("<blockquote>a<ul><li>b</ul></blockquote>", "> a\n>\n> - b"),
        ("<p>1. a<p># b<p>* c *", "1\\. a\n\n\\# b\n\n\\* c \\*"),
        ("<table><tr><th>a<th>b<tr><td>1<td>2</table>", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        ("<table><tr><td>a<td>b<tr><td><td>2|3</table>",
         "| a | b |\n| --- | --- |\n|  | 2\\|3 |"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n| --- | --- |\n| c |  |"),
        ("<table><tr><td><p>a<p>b</table>", "a\n\nb"),
    ],
)  # fmt: skip
def test_markup_becomes_markdown(page: str, expected: str) -> None:
    assert written(page)[0] == expected


TAGS = [
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h2",
    "h3",
    "table",
    "tr",
    "td",
    "div",
    "pre",
    "dl",
    "dd",
]
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<br>"]),
    st.sampled_from(
        ["word", "two words", "1. one", "- dash", "# x", "* y", ">", "| a |", "~", "_"]
    ),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_markdown_of_any_page_shows_its_words_and_no_others(pieces: list[str]) -> None:
    text, words = written("<p>start" + "".join(pieces))
    assert "".join(plain(sanitise(markdown(text))).split()) == "".join(words)
