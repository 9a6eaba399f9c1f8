"""By keyboard alone: everything is reached, is seen when reached, and does what it says."""

import pytest

from tests.browser.conftest import visit

# What is to be known of a focused element, in one question.
STOP = """() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const label = element.labels?.[0] ?? element;
    return {
        html: element.outerHTML.slice(0, 160),
        place: [...document.querySelectorAll('*')].indexOf(element),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        small: Math.min(box.width, box.height),
        inside: box.right > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth,
        text: element.innerText.trim(),
        named: label.textContent.trim() || element.ariaLabel
            || element.querySelector('[aria-label]')?.ariaLabel,
    };
}"""
# Of a long list, so many stand for all.
STOPS = 120


def stops(page):
    """Each element that Tab reaches from the top, until it leaves the page."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            return
        yield stop


def test_the_first_stop_skips_to_the_content(page, kind_address):
    visit(page, kind_address)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Tab")
    skip = page.evaluate(STOP)
    assert skip["text"] == "Skip to content"
    assert skip["inside"]
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")


def test_every_stop_is_seen_named_and_in_the_order_of_the_page(page, kind_address):
    visit(page, kind_address)
    reached = list(stops(page))
    assert len(reached) > 8
    for stop in reached:
        assert stop["outlined"], stop["html"]
        assert stop["inside"], stop["html"]
        assert stop["small"] > 0, stop["html"]
        assert stop["named"], stop["html"]
    places = [stop["place"] for stop in reached]
    assert places == sorted(set(places))


@pytest.mark.parametrize(
    ("word", "page_name"),
    [
        ("People", "people/index.html"),
        ("Places", "places/index.html"),
        ("Organisations", "organisations/index.html"),
        ("Tags", "tags/index.html"),
        ("Years", "dates/index.html"),
        ("About", "about.html"),
    ],
)
def test_the_navigation_is_gone_through_by_keyboard(page, http_site, word, page_name):
    page.goto(f"{http_site}articles/2021/lavrov-jaishankar-new-delhi-2021.html")
    assert word in iter(stop["text"] for stop in stops(page))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{page_name}")
    current = page.locator("nav[aria-label=Main] [aria-current]")
    assert current.inner_text() == word
    assert current.get_attribute("aria-current") == "page"


def test_a_search_is_begun_from_any_page_by_keyboard(page, http_site):
    page.goto(f"{http_site}dates/2021.html")
    assert any('type="search"' in stop["html"] for stop in stops(page))
    page.keyboard.type("sputnik")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=sputnik")
    page.locator("[data-part=found]:not(:empty)").wait_for()
    assert page.locator("[data-part=list] li").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_theme_is_chosen_by_keyboard_and_stays(open_page, http_site, scheme):
    page = open_page(color_scheme=scheme)
    page.goto(f"{http_site}index.html")
    other = "light" if scheme == "dark" else "dark"
    before = paper(page)
    page.get_by_label("Colours").focus()
    page.keyboard.type(other)
    assert page.locator("html").get_attribute("data-theme") == other
    assert paper(page) != before
    page.goto(f"{http_site}people/index.html")
    assert page.locator("html").get_attribute("data-theme") == other
    assert page.get_by_label("Colours").input_value() == other
    page.get_by_label("Colours").focus()
    page.keyboard.type("As")
    assert page.locator("html").get_attribute("data-theme") is None
    assert paper(page) == before


def paper(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_the_chosen_theme_is_there_before_the_first_paint(page, http_site):
    """Else a dark page flashes white: the script stands in the head and is not deferred."""
    page.goto(f"{http_site}index.html")
    page.evaluate("localStorage.setItem('cuttings-theme', 'dark')")
    page.add_init_script(
        "document.addEventListener('readystatechange', () => {"
        "window.early ??= document.documentElement.dataset.theme ?? 'none' })"
    )
    page.goto(f"{http_site}about.html")
    assert page.evaluate("window.early") == "dark"
    head = page.locator("head > script[src*='theme-switch']")
    assert not head.evaluate("e => e.defer || e.async || e.type === 'module'")


def test_a_theme_that_another_page_left_in_storage_does_no_harm(page, http_site):
    page.goto(f"{http_site}index.html")
    for left in ("<script>", "__proto__", "toString", ""):
        page.evaluate("text => localStorage.setItem('cuttings-theme', text)", left)
        page.reload()
        assert page.get_by_label("Colours").input_value() == "system", left
        assert page.locator("html").get_attribute("data-theme") is None, left
