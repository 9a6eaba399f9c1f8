"""Every paragraph has an address, and a text is the same with them and without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from plugins.archive.text import render
from plugins.archive.text.addresses import LINK, with_addresses, without_links
from plugins.archive.text.body import plain
from tests.hostile import ATTACKS
from tests.unit.archive.text.texts import ALL_EXAMPLES, MARKDOWN_PIECES, article

HERE = "articles/2021/x.md"
MARKDOWN = st.lists(st.sampled_from(MARKDOWN_PIECES), max_size=25).map("".join)
ID = re.compile(r' id="[ps][0-9]+"')

CASES = [
    ("paragraphs", "One.\n\nTwo.", [("p1", "One."), ("p2", "Two.")]),
    ("a heading has a series of its own", "One.\n\n## Two\n\nThree.",
     [("p1", "One."), ("s1", "Two"), ("p2", "Three.")]),
    ("a quotation", "> One.\n>\n> Two.", [("p1", "One."), ("p2", "Two.")]),
    ("a quotation without paragraphs", "<blockquote>One.</blockquote>", [("p1", "One.")]),
    ("items and theirs", "- One\n- Two\n    - Three\n",
     [("p1", "One"), ("p2", "Two"), ("p3", "Three")]),
    ("items of paragraphs", "- One\n\n    Two\n", [("p1", "One"), ("p2", "Two")]),
    ("a definition", "One\n: Two", [("p1", "Two")]),
    ("none where there are no words", "<p> </p>\n\nOne.", [("p1", "One.")]),
    ("none in a table", "|One|\n|---|\n|Two|", []),
    ("a note has its own", "One[^a]\n\n[^a]: Two\n\n    Three",
     [("p1", "One1"), ("p2", "Three ↩")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*c[1:], id=c[0]) for c in CASES])
def test_what_has_an_address(text, expected):
    page = html.fragment_fromstring(render(text, HERE).linked, create_parent=True)
    links = page.xpath("//a[@class='at']")
    assert [(e.getparent().get("id"), own_words(e.getparent())) for e in links] == expected
    assert [link.get("href") for link in links] == [f"#{id_}" for id_, _ in expected]


def own_words(element):
    """Up to the link."""
    link = element.find("a[@class='at']")
    index = element.index(link)
    words = (element.text or "") + "".join(
        child.text_content() + (child.tail or "") for child in element[:index]
    )
    return " ".join(words.split())


@pytest.mark.parametrize("text", [*ALL_EXAMPLES, *ATTACKS.values(), *map(article, range(300))])
def test_a_text_is_the_same_with_and_without(text):
    check(text)


@given(MARKDOWN | st.text(max_size=60))
def test_any_text_is_the_same_with_and_without(text):
    check(text)


def check(text):
    body = render(text, HERE)
    bare = ID.sub("", body.html)
    assert with_addresses(bare) == body.linked
    assert plain(bare) == body.plain
    ids = re.findall(r' id="([^"]*)"', body.html)
    ours = [id_ for id_ in ids if not id_.startswith("fn")]
    assert len(set(ours)) == len(ours) == len(LINK.findall(body.linked))
    for series in "ps":
        numbers = [int(id_[1:]) for id_ in ours if id_[0] == series]
        assert numbers == list(range(1, len(numbers) + 1))


def test_every_paragraph_with_words_has_one():
    for number in range(300):
        linked = render(article(number), HERE).linked
        page = html.fragment_fromstring(linked, create_parent=True)
        for paragraph in page.xpath("//p[not(@id)]"):
            is_note = (paragraph.getparent().get("id") or "").startswith("fn:")
            assert is_note or not paragraph.text_content().strip()


def test_no_text_can_write_such_a_link_itself():
    forged = '<a class="at" href="#p9" aria-label="¶ 9"></a>'
    assert forged not in render(f"One {forged} two", HERE).linked


def test_an_attribute_that_looks_like_a_paragraph_is_none():
    linked = render('[a](b "<p>x</p>")', HERE).linked
    assert linked.count('class="at"') == 1
    assert without_links(linked) == (
        '<p id="p1"><a href="b" title="&lt;p&gt;x&lt;/p&gt;">a</a></p>'
    )
