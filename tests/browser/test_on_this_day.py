"""The link to the calendar of all years becomes one to today in it, by the reader's clock."""

import pytest


@pytest.fixture
def today(open_page):
    page = open_page(timezone_id="Asia/Kolkata")
    page.clock.install(time="2026-04-06T18:10:00Z")  # 23:40 in Kolkata
    return page


def test_the_front_page_leads_to_today_in_the_calendar(today, http_site):
    today.goto(f"{http_site}index.html")
    link = today.get_by_role("link", name="On this day, 6 April")
    assert link.get_attribute("href") == "dates/days.html#d04-06"
    link.click()
    assert today.locator(":target").inner_text() == "6"


def test_the_calendar_leads_to_today_and_from_there_to_what_happened(today, http_site):
    today.goto(f"{http_site}dates/days.html")
    today.get_by_role("link", name="Today, 6 April").click()
    assert today.url.endswith("dates/days.html#d04-06")
    today.locator(":target a").click()
    assert today.title().startswith("6 April 2021")


def test_without_javascript_the_calendar_is_there_and_no_link_to_today(open_page, http_site):
    plain = open_page(java_script_enabled=False)
    plain.goto(f"{http_site}index.html")
    plain.get_by_role("link", name="On this day").click()
    assert not plain.get_by_text("Today").is_visible()
    assert plain.get_by_role("link", name="9 July, several years").is_visible()
    plain.get_by_role("link", name="9 July, several years").click()
    assert plain.title().startswith("9 July")


def test_a_day_leads_to_the_same_day_in_other_years_and_back(page, http_site):
    page.goto(f"{http_site}dates/2021-07-09.html")
    page.get_by_role("link", name="The same day in other years").click()
    assert page.url.endswith("dates/07-09.html")
    page.get_by_role("link", name="On this day").click()
    assert page.url.endswith("dates/days.html#d07-09")
