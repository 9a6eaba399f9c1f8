"""Keys lead from article to article, and stay out of everybody's way."""

import pytest

from tests.browser.conftest import settle

HERE = "articles/2021/lavrov-jaishankar-new-delhi-2021.html"
SWITCH = "Keys: ← earlier, → later, / search"


@pytest.fixture
def reading(page, http_site):
    page.goto(f"{http_site}{HERE}")
    return page


def neighbour(page, rel):
    return page.locator(f".seq a[rel={rel}]").evaluate("link => link.href")


@pytest.mark.parametrize(("key", "rel"), [("ArrowLeft", "prev"), ("ArrowRight", "next")])
def test_an_arrow_leads_to_the_neighbour(reading, key, rel):
    there = neighbour(reading, rel)
    reading.keyboard.press(key)
    reading.wait_for_url(there)


def test_the_slash_leads_to_the_search_field_where_it_is_a_letter(reading):
    reading.keyboard.press("/")
    assert reading.evaluate("document.activeElement.name") == "q"
    reading.keyboard.type("a/b")
    assert reading.get_by_role("searchbox").input_value() == "a/b"
    reading.keyboard.press("ArrowLeft")
    assert_still_here(reading)


@pytest.mark.parametrize("key", ["Control+ArrowLeft", "Shift+ArrowRight", "Meta+/"])
def test_together_with_another_key_they_mean_something_else(reading, key):
    reading.keyboard.press(key)
    assert_still_here(reading)


def test_they_rest_while_text_is_selected_and_where_the_page_can_be_scrolled_sideways(reading):
    reading.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
    reading.keyboard.press("ArrowRight")
    assert_still_here(reading)
    reading.evaluate("getSelection().empty(); document.body.style.width = '300vw'")
    reading.keyboard.press("ArrowRight")
    assert_still_here(reading)


def test_they_can_be_switched_off_and_stay_off(reading, http_site):
    reading.get_by_label(SWITCH).press("Space")
    for key in ("ArrowLeft", "ArrowRight", "/"):
        reading.keyboard.press(key)
    assert_still_here(reading)
    reading.goto(f"{http_site}reading.html")
    assert not reading.get_by_label(SWITCH).is_checked()
    reading.keyboard.press("/")
    assert reading.evaluate("document.activeElement.name") != "q"
    reading.get_by_label(SWITCH).check()
    reading.keyboard.press("/")
    assert reading.evaluate("document.activeElement.name") == "q"


def test_switched_off_they_rest_on_the_search_page_too(reading, http_site):
    for switched, focused in (("uncheck", False), ("check", True)):
        reading.goto(f"{http_site}reading.html")
        getattr(reading.get_by_label(SWITCH), switched)()
        reading.goto(f"{http_site}search.html")
        reading.evaluate("document.activeElement.blur()")
        reading.locator("body").press("/")
        assert reading.evaluate("document.activeElement.name === 'q'") == focused


def test_where_storage_is_forbidden_the_switch_holds_for_the_page(open_page, http_site):
    page = open_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })"
    )
    page.goto(f"{http_site}{HERE}")
    page.get_by_label(SWITCH).uncheck()
    page.keyboard.press("ArrowRight")
    assert_still_here(page)


def assert_still_here(page):
    settle(page.context)
    assert page.url.endswith(HERE)
    assert page.evaluate("document.activeElement.name") in {None, "", "q"}
