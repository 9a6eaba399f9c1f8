"""The page of an article: addresses of its paragraphs, what it weighs, how it prints."""

import gzip
import re
from urllib.parse import urlsplit

import pytest

from tests.browser.kinds import KINDS
from tests.building import files

ARTICLES = [pytest.param(kind, id=name) for name, kind in KINDS.items() if "article" in kind[1]]
LIT = "articles/2020/lighthouse-lit.html"
ARABIC = KINDS["article in Arabic, of extremes"]
MOST_REQUESTS, MOST_BYTES = 6, 40_000
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}


def opacity(link):
    return float(link.evaluate("e => getComputedStyle(e).opacity"))


def test_the_address_of_a_paragraph_shows_when_pointed_at_or_reached_by_keyboard(page, host):
    page.set_viewport_size(DESKTOP)
    page.goto(f"{host('good_site')}{LIT}")
    paragraph = page.locator("#p1")
    link = paragraph.locator(".at")
    assert opacity(link) == 0
    paragraph.hover()
    assert opacity(link) == 1
    page.mouse.move(0, 0)
    link.focus()
    assert opacity(link) == 1
    box, text = link.bounding_box(), paragraph.bounding_box()
    assert box["x"] + box["width"] <= text["x"] + 1
    assert min(box["width"], box["height"]) >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#p1"
    assert paragraph.evaluate("e => e.matches(':target')")


def test_where_there_is_no_pointer_the_addresses_are_always_there(open_page, host):
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto(f"{host('good_site')}{LIT}")
    links = page.locator("#text .at").all()
    assert len(links) > 8
    assert {opacity(link) for link in links} == {1}
    assert all(link.bounding_box()["height"] >= 24 for link in links)


def test_a_text_that_runs_to_the_left_begins_on_the_right(page, host):
    site, path = ARABIC
    page.set_viewport_size(DESKTOP)
    page.goto(f"{host(site)}{path}")
    for part in ("h1", "#text"):
        assert page.locator(part).evaluate("e => getComputedStyle(e).direction") == "rtl", part
    assert page.locator("body").evaluate("e => getComputedStyle(e).direction") == "ltr"


@pytest.mark.parametrize("kind", ARTICLES, indirect=True)
def test_an_article_asks_for_little(page, kind_address, kind, request):
    """Over the wire, compressed, as hosts send it; with the heaviest page of its site."""
    got = []

    def answered(response):  # Playwright marks the function, which a built-in refuses
        got.append(response)

    page.on("response", answered)
    page.goto(kind_address, wait_until="networkidle")
    assert 0 < len(got) <= MOST_REQUESTS
    beside = [each for each in got if not is_picture(each) and each.url != kind_address]
    shared = sum(each.request.sizes()["responseBodySize"] for each in beside)
    assert shared > 0
    if kind[0] != "extreme_site":
        assert shared + heaviest(request.getfixturevalue(kind[0])) <= MOST_BYTES


def heaviest(site):
    pages = [data for name, data in files(site / "articles").items() if name.endswith(".html")]
    return max(len(gzip.compress(data, 6)) for data in pages)


def is_picture(response):
    return re.search(r"\.(png|jpe?g|webp|avif|gif)$", urlsplit(response.url).path)


def test_a_printed_article_is_fit_for_a_file(page, host):
    page.goto(f"{host('addressed_good_site')}{LIT}")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    for kept in ("#text", ".slip", ".cite", ".dateline", "text-check code"):
        assert page.locator(kept).is_visible(), kept
    for gone in ("reading-keys", "text-check button", "nav"):
        assert not any(e.is_visible() for e in page.locator(gone).all()), gone
    assert "archive.example/cuttings/articles/2020/lighthouse-lit.html" in (
        page.locator(".cite").inner_text()
    )
    assert opacity(page.locator("#p1 .at")) == 1
