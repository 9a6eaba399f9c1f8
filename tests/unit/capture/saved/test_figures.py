"""The pictures of a page, and what is said of them where nobody looks."""

import json
from typing import Any

import pytest
from lxml import html

from plugins.capture.pictures import judge
from plugins.capture.saved.figures import Figure, figures_of

ADDRESS = "https://www.harbourpost.example/coast/walls"
WALL = "https://www.harbourpost.example/img/wall.jpg"
BY = "https://creativecommons.org/licenses/by/4.0/"


def figures(body: str, *things: Any, address: str | None = ADDRESS) -> tuple[Figure, ...]:
    head = "".join(f'<script type="application/ld+json">{json.dumps(t)}</script>' for t in things)
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    return figures_of(html.document_fromstring(page), address)


def test_picture_is_found_with_its_addresses_and_texts() -> None:
    (found,) = figures(
        '<figure><picture><source srcset="/img/wall.webp 1x, /img/wall-2.webp 2x">'
        '<img src="/img/wall.jpg" alt="A wall" data-credit="Ana Rell"></picture>'
        '<figcaption>The wall. <span class="credit">Photo: Ana Rell</span></figcaption></figure>'
    )
    assert found.element.tag == "figure"
    assert WALL in found.addresses
    assert "/img/wall.jpg" in found.addresses
    assert "https://www.harbourpost.example/img/wall-2.webp" in found.addresses
    assert found.alt == "A wall"
    assert found.texts == (
        ("alt", "A wall"), ("caption", "The wall. Photo: Ana Rell"), ("credit", "Photo: Ana Rell"),
        ("attribute data-credit", "Ana Rell"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        '<aside><img src="/img/a.jpg"></aside>',
        '<footer><p><img src="/img/a.jpg"></p></footer>',
        '<img src="/img/a.jpg" width="40" height="40">',
        '<img alt="no address">',
        '<img src="javascript:alert(1)">',
    ],
)
def test_what_is_no_picture_of_the_article_is_passed_over(body: str) -> None:
    assert [f for f in figures(body) if any(a.startswith("http") for a in f.addresses)] == []


def test_picture_within_the_file_keeps_its_name() -> None:
    (found,) = figures('<img src="cid:wall@x">')
    assert found.addresses == ("cid:wall@x",)
    (found,) = figures('<img src="data:image/png;base64,AAAA">')
    assert found.addresses == ("data:image/png;base64,AAAA",)


OBJECT = {"@type": "ImageObject", "url": f"{WALL}?w=1200"}
# attributes of the picture, what JSON-LD says of it, the rights it then has
SAID: list[tuple[str, str, dict[str, Any], str | None]] = [
    ("nothing", "", {}, None),
    ("a licence", "", {"license": BY}, "CC-BY-4.0"),
    ("a notice", "", {"license": BY, "copyrightNotice": "NO ARCHIVES"}, "no-archive"),
    ("a credit of an agency", "", {"license": BY, "creditText": "Getty Images"}, "no-archive"),
    ("a holder", "", {"license": BY, "copyrightHolder": {"name": "PTI"}}, "no-archive"),
    ("a maker", "", {"license": BY, "creator": {"name": "Ana Rell"}}, "CC-BY-4.0"),
    ("terms of the paper", "", {"license": "https://harbourpost.example/terms"}, None),
    ("an attribute", 'data-copyright="REUTERS"', {"license": BY}, "no-archive"),
    ("a title", 'title="A wall. N O  A R C H I V E S"', {"license": BY}, "no-archive"),
    ("alt", 'alt="A wall. HANDOUT. EDITORIAL USE ONLY"', {"license": BY}, "no-archive"),
    ("an agency that is shown", 'alt="Outside the Reuters office"', {"license": BY}, "CC-BY-4.0"),
]


@pytest.mark.parametrize(
    ("what", "attributes", "thing", "rights"), SAID, ids=[case[0] for case in SAID]
)
def test_what_is_said_of_a_picture_decides(
    what: str, attributes: str, thing: dict[str, Any], rights: str | None
) -> None:
    article = {"@type": "NewsArticle", "image": [OBJECT | thing]}
    (found,) = figures(f'<img src="/img/wall.jpg" {attributes}>', article)
    assert judge(found.texts, found.declared, None, None).rights == rights


def test_licence_within_the_figure_counts() -> None:
    body = f'<figure><img src="/img/wall.jpg"><a rel="license" href="{BY}">CC BY</a></figure>'
    (found,) = figures(body)
    assert found.declared == (("license in the figure", BY),)


def test_licence_of_the_article_is_none_of_its_pictures() -> None:
    (found,) = figures(
        '<img src="/img/wall.jpg">', {"@type": "NewsArticle", "license": BY, "image": WALL}
    )
    assert found.declared == ()


def test_picture_of_a_saved_page_is_known_by_its_file() -> None:
    thing = OBJECT | {"copyrightNotice": "NO ARCHIVES"}
    (found,) = figures('<img src="./walls_files/wall.jpg">', thing, address=None)
    assert ("JSON-LD copyrightNotice", "NO ARCHIVES") in found.texts
    assert found.unplaced == ()


def test_what_is_said_of_an_unknown_picture_may_be_of_any() -> None:
    body = '<img src="/img/wall.jpg"><img src="/img/pump.jpg">'
    other = {"@type": "ImageObject", "url": "/img/large-1200.jpg", "creditText": "PTI"}
    wall, pump = figures(body, {"@type": "NewsArticle", "image": [OBJECT, other]})
    assert wall.unplaced == ()
    assert pump.unplaced == (("JSON-LD creditText", "PTI"),)
