"""A page as lines: where they break, and that another reader finds the same words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.capture.saved import outside
from plugins.capture.saved.lines import lines_of
from plugins.capture.saved.pages import ContainerError
from plugins.capture.saved.tree import clean, parse


def texts(page: str) -> list[str]:
    return [line.text for line in lines_of(parse(clean(page)[0]))]


# page, its lines
PAGES = [
    ("<p>one <b>t</b>wo<p>three", ["one two", "three"]),
    ("<p>one<br>two<!-- a note -->three", ["one", "twothree"]),
    ("<ul><li><a>Home</a><a>News</a></ul>", ["Home News"]),
    ("<p>a<x-y>b</x-y>c", ["abc"]),
    ('<p>a <img src=x alt="a picture"> b', ["a", "a picture", "b"]),
    ("<table>loose<tr><td>cell<td><table><tr><td>inner</table>", ["loose", "cell", "inner"]),
    ("<p>a<script>var b = '<p>c';</script><style>d</style><template>e</template>f", ["a", "f"]),
    ("<p>&amp;amp; &lt;b> &#1052;&eacute;", ["&amp; <b> Мé"]),
    ("<textarea><b>in</b></textarea><p>after", ["<b>in</b>", "after"]),
    ("<iframe><p>no frames</p></iframe><noscript><p>no script</noscript>",
     ["no frames", "no script"]),
    ("<p hidden>a</p><div style='display: none'>b</div>", ["a", "b"]),
    ("<html><frameset><frame src=x><noframes>no frames</noframes></frameset>", ["no frames"]),
    ("<p>un<b>closed <i>tags</b> cross</i> here", ["unclosed tags cross here"]),
    ("<p>one\x00two\x07", ["onetwo"]),
    ("<p>one <!-- never closed <p>two", ["one"]),
    ("<p>5 < 6 and 7 <8", ["5 < 6 and 7 <8"]),
    ("<p>one<a href='x", ["one"]),
    ("<title>a &amp; b</title><p>c", ["a & b", "c"]),
    ("<svg><title>drawn</title><text>in it</text></svg>", ["drawn", "in it"]),
    ("just text", ["just text"]),
    ("<p>\u202eabc\u202c \u200bdef", ["\u202eabc\u202c \u200bdef"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_page_breaks_into_its_lines(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_another_reader_finds_the_same_words(page: str, expected: list[str]) -> None:
    assert outside.compared(clean(page)[0], expected) == ([], [])


PIECES = st.sampled_from(
    [page for page, _ in PAGES if "<!-- never" not in page and "'x" not in page]
    + ["<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "<br/>", "<td>", "</table>", "<li>",
       "words ", " more", "&nbsp;", "&bogus;", "</x>", "<h2>", "<blockquote>", "\n", "é", "<a>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_any_mixture_of_tags_is_read_or_refused(pieces: list[str]) -> None:
    """What such a page means no two readers agree on; where they don't, no import is made of it
    (`broken-markup`). None of them may fail."""
    page = clean("".join(pieces))[0]
    try:
        found = texts(page)
    except ContainerError:
        return
    missing, extra = outside.compared(page, found)
    assert "".join(sorted("".join(missing))) == "".join(sorted("".join(extra)))


WORDS = st.sampled_from(["words ", " more", "é", "&amp;", "5 &lt; 6", "one\ntwo ", "&nbsp;x"])
INLINE = st.recursive(
    WORDS | st.sampled_from(["<br>", "<!-- no -->", '<img src=x alt="a view">']),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["b", "em", "span", "x-own", "time"]),
        st.lists(inner, max_size=3).map("".join),
    ),
    max_leaves=6,
)
BLOCKS = st.recursive(
    st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["p", "h2", "li", "td", "figcaption", "pre", "a"]),
        st.lists(INLINE, max_size=4).map("".join),
    ),
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format,
        st.sampled_from(["div", "section", "blockquote", "ul", "nav"]),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=5).map("".join))
def test_readers_agree_on_whatever_is_well_formed(page: str) -> None:
    page = clean(page)[0]
    try:
        found = texts(page)
    except ContainerError:
        found = []
    assert outside.compared(page, found) == ([], [])


def test_line_knows_what_it_is() -> None:
    page = "<title>t</title><nav><a href=/x>Sport</a></nav><p>Some <a href=/y>linked</a> text"
    title, menu, text = lines_of(parse(page))
    assert (title.kind, menu.tags[-1], text.block.tag) == ("title", "nav", "p")
    assert (menu.linked, menu.links, text.linked) == (5, ("/x",), 6)


def test_deep_page_is_read_without_recursion() -> None:
    assert texts("<div>" * 1_500 + "deep" + "</div>" * 1_500) == ["deep"]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td"])
def test_page_that_is_too_deep_is_refused(tag: str) -> None:
    with pytest.raises(ContainerError) as caught:
        parse(f"<p>start{f'<{tag}>' * 3_000}deep")
    assert caught.value.code == "too-deep"


@pytest.mark.parametrize("page", ["", "   ", "<!-- only a note -->"])
def test_page_without_anything_is_refused(page: str) -> None:
    with pytest.raises(ContainerError) as caught:
        parse(page)
    assert caught.value.code == "empty"
