"""Which lines are the text: what is brought back, and what is taken out and called what it is."""

import pytest

from plugins.capture.saved.body import Body, choose, own
from plugins.capture.saved.lines import lines_of
from plugins.capture.saved.tree import parse

P = [
    f"Paragraph {number} tells of the sea walls, of the pumps behind them and of their price."
    for number in range(9)
]
HOST = "harbourpost.example"


def body_of(page: str, *kept: str, titles: tuple[str, ...] = ()) -> tuple[list[str], Body]:
    """The text of a page of which a library has kept some lines."""
    lines = lines_of(parse(page))
    first = {n for n, line in enumerate(lines) if line.text in kept and line.kind == "text"}
    body = choose(lines, first, titles, HOST)
    return [lines[number].text for number in body.in_order()], body


def why(body: Body, text: str) -> str | None:
    number = next(n for n, line in enumerate(body.lines) if line.text == text)
    return body.why.get(number)


def test_paragraph_among_those_kept_comes_back() -> None:
    page = f"<div><p>{P[0]}<p>{P[1]}<p>Why?<p>{P[2]}</div>"
    assert body_of(page, P[0], P[2])[0] == [P[0], P[1], "Why?", P[2]]


def test_list_and_quotation_among_paragraphs_come_back() -> None:
    page = (
        f"<div><p>{P[0]}<ul><li>pumps<li>stones</ul><div><blockquote><p>A wall is a promise."
        f"</blockquote></div><p>{P[2]}</div>"
    )
    assert body_of(page, P[0], P[2])[0] == [P[0], "pumps", "stones", "A wall is a promise.", P[2]]


def test_paragraphs_of_the_same_make_go_on_in_the_next_box() -> None:
    box = '<div class="part"><p class="text">{}</div>'
    page = "".join(box.format(text) for text in P[:4]) + f'<div class="note"><p>{P[5]}</div>'
    assert body_of(page, P[0], P[1])[0] == P[:4]


def test_text_after_a_long_stretch_of_other_lines_is_another_article() -> None:
    page = f"<div><p>{P[0]}<p>{P[1]}" + "<h3>A headline</h3>" * 20 + f"<p>{P[2]}</div>"
    assert body_of(page, P[0], P[1])[0] == P[:2]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<p><a href='/other'>Fishermen ask for a word in the matter</a>", "related"),
        ("<p>Read more: the flood", "related"),
        ("<p>READ ALSO | The flood of that year", "related"),
        ("<p>Sign up for our newsletter", "subscription prompt"),
        ("<p>(Reporting by Ana Rell; editing by Ivo Marsh)", "contributors"),
        ("<p>Ana Rell contributed reporting from New Port Ember.", "contributors"),
        ("<p>ana.rell@harbourpost.example", "contact"),
        ("<p>© 2022 Harbour Post", "copyright line"),
        ("<p>Share this story", "sharing prompt"),
        ("<p>3 min read", "reading time"),
        ("<figure><img src=x><figcaption>A crane above the quay</figcaption></figure>", "caption"),
        ("<img src=x alt='A crane above the quay'><p>A crane above the quay", "caption"),
        ("<img src=x alt=crane><p>A crane above the quay. REUTERS/Ana Rell", "caption"),
    ],
)
def test_what_stands_between_paragraphs_is_called_what_it_is(line: str, kind: str) -> None:
    page = f"<div><p>{P[0]}<p>{P[1]}</p>{line}</p><p>{P[2]}<p>{P[3]}</div>"
    every = [each.text for each in lines_of(parse(page)) if each.kind == "text"]
    text, body = body_of(page, *every)
    assert text == P[:4]
    assert kind in body.why.values()


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href='https://tideoffice.example/plan'>The plan of the Tide Office</a>",
        "<p>Readers who share this view said so in May, and again in the council of June.",
        "<p>Follow the water: that was the advice of the mate, who had seen it come.",
        "<p>He asked her to write to him, and she did.",
    ],
)
def test_text_that_looks_a_little_like_a_prompt_stays(line: str) -> None:
    page = f"<div><p>{P[0]}{line}<p>{P[2]}</div>"
    assert len(body_of(page, P[0], P[2])[0]) == 3


def test_title_that_is_printed_again_is_left_out() -> None:
    page = f"<div><h1>New walls</h1><p>{P[0]}<p>New walls!<p>{P[1]}</div>"
    text, body = body_of(page, "New walls", P[0], "New walls!", P[1], titles=("New walls",))
    assert text == P[:2]
    assert why(body, "New walls") == "repeated title"


def test_heading_with_its_text_stays_and_one_without_goes() -> None:
    page = f"<div><p>{P[0]}<h2>The price</h2><p>{P[1]}<h2>Most read</h2></div>"
    assert body_of(page, P[0], "The price", P[1], "Most read")[0] == [P[0], "The price", P[1]]


def test_heading_of_links_goes_with_them() -> None:
    links = "<h3>The flood</h3><p><a href=/a>What the flood took from us</a></p>"
    page = f"<div><p>{P[0]}{links}<p>{P[1]}</div>"
    text, _ = body_of(page, P[0], "The flood", "What the flood took from us", P[1])
    assert text == P[:2]


def test_day_and_time_above_the_text_are_no_text() -> None:
    page = f"<div><p>March 9, 2022, 3:28 PM<p>{P[0]}<p>{P[1]}</div>"
    text, body = body_of(page, "March 9, 2022, 3:28 PM", P[0], P[1])
    assert text == P[:2]
    assert why(body, "March 9, 2022, 3:28 PM") == "date line"


def test_page_of_which_nothing_is_kept_has_no_text() -> None:
    assert body_of("<p>Front page<p>Tides")[0] == []


@pytest.mark.parametrize(
    ("link", "is_own"),
    [
        ("/coast", True),
        ("https://www.harbourpost.example/x", True),
        ("//m.harbourpost.example", True),
        ("https://tideoffice.example", False),
        ("mailto:ana@harbourpost.example", False),
        ("https://[", False),
    ],
)
def test_links_of_the_same_site_are_its_own(link: str, is_own: bool) -> None:
    assert own(link, HOST) is is_own


def test_sites_under_one_ending_are_two() -> None:
    assert not own("https://quay.co.uk/x", "post.co.uk")
    assert own("https://news.post.co.uk/x", "www.post.co.uk")
