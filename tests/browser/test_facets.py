"""What the panel of filters fetches, and when: columns of a large archive are large."""

from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.test_query_language import PAPER, TAG, lay
from tests.browser.test_search import search, settle, status
from tests.unit.search.fake import build
from tests.unit.search.samples import LAVROV, MINISTRY, SHOIGU, document, label

LABELS = (TAG, PAPER, LAVROV, MINISTRY, SHOIGU)
SMALL = 2_000
PANEL = "[data-part=panel]"


@pytest.fixture(scope="module")
def large():
    """More articles than have every facet counted; each has two of five records."""
    return build(
        [
            document(
                f"2021/{n:04}",
                f"2021-01-{1 + n % 28:02}",
                body="Oil.",
                labels=(label(LABELS[n % 5]), label(LABELS[(n + 1) % 5])),
            )
            for n in range(SMALL + 1)
        ],
        (),
    )


@pytest.fixture
def asked(page):
    """The names of the files of the index that were asked for, without numbers."""
    found = []

    def note(request):
        path = urlsplit(request.url).path
        if "/search/" in path:
            found.append(path.rpartition("/")[2].removesuffix(".js"))

    page.on("request", note)
    return found


def facet(page, kind):
    return page.locator(f"{PANEL} [data-facet={kind}]")


def open_facet(page, kind):
    facet(page, kind).locator("summary").first.click()
    expect(facet(page, kind).locator("input").first).to_be_visible()


def test_in_a_large_archive_a_facet_is_counted_when_it_is_opened(page, http_site, large, asked):
    lay(page, http_site, large)
    search(page, http_site, "?q=oil")
    expect(facet(page, "people").locator("input")).to_have_count(2)
    assert "people" in asked
    assert not {"places", "organisations", "tags", "sources"} & set(asked)
    open_facet(page, "tags")
    assert "tags" in asked
    count = facet(page, "tags").locator("data").first.get_attribute("value")
    facet(page, "tags").get_by_role("checkbox").check()
    settle(page)
    assert f"tag={TAG.id}" in page.url
    assert f"{int(count):,}" in status(page)
    assert not {"places", "organisations", "sources"} & set(asked)


def test_what_is_chosen_stands_open_and_is_kept_while_others_are_chosen(page, http_site, large):
    lay(page, http_site, large)
    search(page, http_site, f"?q=oil&organisation={quote(MINISTRY.id)}")
    box = facet(page, "organisations").get_by_role("checkbox").first
    expect(box).to_be_checked()
    facet(page, "organisations").locator("summary").first.click()
    expect(box).to_be_hidden()
    facet(page, "people").get_by_role("checkbox").first.check()
    settle(page)
    assert f"organisation={MINISTRY.id}" in page.url
    assert "person=" in page.url


def test_opening_a_facet_keeps_the_focus_on_it(page, http_site, large):
    lay(page, http_site, large)
    search(page, http_site, "?q=oil")
    summary = facet(page, "tags").locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(facet(page, "tags").get_by_role("checkbox").first).to_be_visible()
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(facet(page, "tags").get_by_role("checkbox").first).to_be_focused()


def test_a_facet_without_values_is_not_shown_and_comes_back(page, http_site, large):
    lay(page, http_site, large)
    search(page, http_site, "?q=oil")
    open_facet(page, "tags")
    field = page.get_by_label("Search the archive")
    field.fill("person:sergei-shoigu source:mint")
    field.press("Enter")
    settle(page)
    expect(facet(page, "tags")).to_be_hidden()
    field.fill("oil")
    field.press("Enter")
    settle(page)
    expect(facet(page, "tags").get_by_role("checkbox").first).to_be_visible()


def test_in_a_small_archive_every_facet_stands_open(page, http_site):
    search(page, http_site, "?q=Lavrov")
    for kind in ("people", "places", "organisations", "tags", "sources"):
        expect(facet(page, kind).get_by_role("checkbox").first).to_be_visible()
