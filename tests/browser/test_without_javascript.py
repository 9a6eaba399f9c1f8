"""Every page reads fully without JavaScript, and search says what to do instead."""

import pytest

WAYS_IN = ("people", "places", "organisations", "tags", "sources", "dates")


@pytest.fixture
def plain(open_page):
    return open_page(java_script_enabled=False)


def test_every_kind_of_page_reads_without_javascript(plain, kind_address):
    plain.goto(kind_address)
    assert plain.locator("h1").is_visible()
    assert plain.get_by_role("navigation", name="Main").is_visible()
    assert len(plain.locator("main").inner_text()) > 30


def test_the_front_page_leads_to_articles_years_and_headings(plain, http_site):
    plain.goto(f"{http_site}index.html")
    links = {
        link.get_attribute("href") for link in plain.locator("main a").all() if link.is_visible()
    }
    for folder in ("articles/", "dates/", "people/", "tags/"):
        assert [link for link in links if link.startswith(folder)], folder


def test_an_article_is_whole(plain, http_site):
    plain.goto(f"{http_site}articles/2021/lavrov-jaishankar-new-delhi-2021.html")
    text = plain.locator("article .prose").first.inner_text()
    assert text.startswith("Sergey Lavrov, Minister of Foreign Affairs")
    assert text.rstrip().endswith("next.")
    for name in ("Filed under", "Provenance and rights", "Cite this", "Related"):
        assert plain.get_by_role("heading", name=name).is_visible()


def test_the_search_page_says_what_it_needs_and_shows_the_ways_in(plain, http_site):
    plain.goto(f"{http_site}search.html")
    assert "needs JavaScript" in plain.locator("main").inner_text()
    for way in WAYS_IN:
        link = plain.locator(f"main a[href='{way}/index.html']")
        assert link.is_visible()
        link.click()
        assert plain.locator("h1").is_visible()
        plain.go_back()


def test_no_dead_control_is_shown(plain, http_site):
    """What only a script can answer isn't there; a form leads to the page that explains."""
    for page in ("index.html", "search.html", "people/index.html", "dates/2021.html"):
        plain.goto(f"{http_site}{page}")
        for control in plain.locator("select, button, input").all():
            if control.is_visible():
                assert control.evaluate("e => e.form !== null"), control.evaluate(
                    "e => e.outerHTML"
                )
    plain.goto(f"{http_site}people/index.html")
    plain.get_by_role("searchbox").fill("lavrov")
    plain.keyboard.press("Enter")
    plain.wait_for_url("**/search.html?q=lavrov")
    assert "needs JavaScript" in plain.locator("main").inner_text()


def test_an_older_address_leads_on(plain, host):
    plain.goto(f"{host('good_site')}articles/old/lighthouse.html")
    plain.wait_for_url("**/articles/2020/lighthouse-lit.html")


def test_the_filters_of_a_list_are_links(plain, host):
    plain.goto(f"{host('large_site')}tags/tags-00.html")
    plain.locator(
        "main a[href$='tags-00/2020.html'], main a[href='tags-00/2020.html']"
    ).first.click()
    plain.wait_for_url("**/tags/tags-00/2020.html")
