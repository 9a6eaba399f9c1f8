"""Suggestions and results while somebody types, and the place that one comes back to."""

import json
import re
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.test_search import ARTICLES, ENTRIES, addresses, ask, search, settle, status
from tests.unit.search.fake import build
from tests.unit.search.samples import LAVROV, document, label

LIST = "[role=listbox]"
OPTIONS = f"{LIST} [role=option]"
# Longer than the pause after which results follow, and than that after which they are told.
PAUSE = 600
SILENCE = 1500
SPY = """() => {
    window.spoken = [];
    const found = document.querySelector('[data-part=found]');
    new MutationObserver(() => {
        if (found.getAttribute('aria-live') !== 'off') window.spoken.push(found.textContent);
    }).observe(found, { childList: true });
}"""
# The searches that run at the same time, and the words of each.
WATCHED = """() => {
    const { run } = cuttings.search;
    Object.assign(window, { running: 0, most: 0, searched: [] });
    cuttings.search.run = async (index, state, manner) => {
        window.running += 1;
        window.most = Math.max(window.most, window.running);
        window.searched.push(state.q);
        await new Promise(resolve => setTimeout(resolve, 700));
        try { return await run(index, state, manner); } finally { window.running -= 1; }
    };
}"""


@pytest.fixture(params=["http", "file"])
def root(request):
    """The address of the site, over HTTP and from disk, with a trailing slash."""
    return request.getfixturevalue(f"{request.param}_site")


def field(page):
    return page.get_by_role("combobox", name="Search the archive")


def write(page, text):
    """Type with short pauses, then wait until what follows has come."""
    field(page).focus()
    page.keyboard.type(text, delay=20)
    page.wait_for_timeout(PAUSE)
    settle(page)


def offered(page):
    """What is suggested, by the name of the group."""
    found = page.locator(LIST).evaluate(
        """list => list.hidden ? [] : [...list.querySelectorAll('[role=group]')].map(group => [
            document.getElementById(group.getAttribute('aria-labelledby')).textContent,
            [...group.querySelectorAll('[role=option]')].map(option => option.textContent)])"""
    )
    return dict(found)


def meant(page):
    """The option that the field says is meant."""
    id_ = field(page).get_attribute("aria-activedescendant")
    return page.locator(f"#{id_}").inner_text() if id_ else None


def query_of(page):
    return unquote(urlsplit(page.url).query)


def length_of_history(page):
    return page.evaluate("history.length")


def test_the_beginning_of_a_name_suggests_its_record_words_and_articles(page, root):
    search(page, root)
    write(page, "lav")
    found = offered(page)
    assert list(found) == ["Go to", "Search for", "Read"]
    assert found["Go to"] == ["Lavrov, Sergey person"]
    assert "lavrov" in found["Search for"]
    assert 1 <= len(found["Read"]) <= 3
    assert sum(map(len, found.values())) <= 8


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("sergey lav", "Lavrov, Sergey person"),
        ("lavrov ser", "Lavrov, Sergey person"),
        ("external aff", "Ministry of External Affairs (India) organisation"),
        ("hindu", "Hindu, The source"),
        ("afghan", "Afghanistan tag"),
        ("kreml", "Kremlin, Moscow place"),
    ],
)
def test_records_of_each_kind_are_found_by_any_of_their_words(page, http_site, text, record):
    search(page, http_site)
    write(page, text)
    assert record in offered(page)["Go to"]


@pytest.mark.parametrize("form", ["Лав", "сергей лав", "लावर", "Л"])
def test_a_form_in_another_script_suggests_the_record_and_is_shown(page, root, form):
    search(page, root)
    write(page, form)
    known = offered(page)["Go to"]
    assert any(re.match("Lavrov, Sergey person: .*(Лавров|लावरोव)", each) for each in known)
    written = page.locator(f"{OPTIONS} [lang]", has_text=re.compile("Лавров|लावरोव")).first
    assert written.get_attribute("lang") in {"ru", "hi"}


def test_one_latin_letter_is_too_few(page, http_site):
    search(page, http_site)
    write(page, "l")
    expect(page.locator(LIST)).to_be_hidden()
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_a_record_that_only_the_last_word_names_comes_after_the_searches(page, http_site):
    search(page, http_site)
    write(page, "oil pay")
    found = offered(page)
    assert list(found)[:2] == ["Search for", "Go to"]
    assert found["Search for"][0] == "oil payments"
    assert "Payments tag" in found["Go to"]


def test_no_word_is_offered_that_finds_the_same(page, http_site):
    """Neither the word itself, nor its inflections, nor what is left out of queries."""
    search(page, http_site)
    write(page, "payment")
    assert "payments" not in offered(page).get("Search for", [])
    field(page).fill("")
    write(page, "th")
    assert not {"the", "that", "this"} & set(offered(page).get("Search for", []))


def test_suggested_articles_hold_all_the_words(page, http_site):
    search(page, http_site)
    write(page, "modi oil")
    titles = offered(page)["Read"]
    page.keyboard.press("Enter")
    settle(page)
    whole = page.locator(ENTRIES, has_text="All your words").locator("h3").all_inner_texts()
    assert titles
    assert all(any(title.startswith(each) for each in whole) for title in titles)


def test_arrows_lead_through_the_list_and_back_to_the_field(page, root):
    search(page, root)
    write(page, "lavr")
    count = page.locator(OPTIONS).count()
    seen = []
    for _ in range(count + 1):
        page.keyboard.press("ArrowDown")
        seen.append(meant(page))
        expect(field(page)).to_be_focused()
        assert page.locator(f"{LIST} [aria-selected=true]").count() == (seen[-1] is not None)
    assert seen[0] == "Lavrov, Sergey person"
    assert len(set(seen)) == count + 1
    assert seen[-1] is None
    page.keyboard.press("ArrowUp")
    assert meant(page) == seen[-2]


def test_home_and_end_move_in_the_text(page, http_site):
    search(page, http_site)
    write(page, "lavr")
    for key, place in (("Home", 0), ("End", 4)):
        page.keyboard.press("ArrowDown")
        assert meant(page)
        page.keyboard.press(key)
        assert meant(page) is None
        assert field(page).evaluate("field => field.selectionStart") == place
        assert page.locator(LIST).is_visible()


def test_whoever_types_on_means_the_text_again(page, http_site):
    search(page, http_site)
    write(page, "lavr")
    page.keyboard.press("ArrowDown")
    write(page, "ov")
    assert page.locator(LIST).is_visible()
    assert meant(page) is None
    page.keyboard.press("Enter")
    settle(page)
    assert query_of(page) == "q=lavrov"


def test_what_is_meant_stays_when_articles_join_the_list(page, http_site):
    search(page, http_site)
    field(page).focus()
    page.keyboard.type("lavr")
    expect(page.locator(LIST)).to_be_visible()
    page.keyboard.press("ArrowDown")
    chosen = meant(page)
    expect(page.get_by_role("group", name="Read")).to_be_visible()
    assert meant(page) == chosen


def test_escape_closes_the_list_and_keeps_the_words(page, root):
    search(page, root)
    write(page, "lavr")
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    expect(field(page)).to_have_value("lavr")
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(page.locator(LIST)).to_be_visible()
    expect(page.locator(f"{LIST} [aria-selected=true]")).to_have_text("Lavrov, Sergey person")


def test_alt_and_arrows_open_and_close_without_a_choice(page, http_site):
    search(page, http_site, "?q=Lavrov")
    field(page).focus()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(LIST)).to_be_visible()
    assert meant(page) is None
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(LIST)).to_be_hidden()


def test_tab_leaves_the_list_behind(page, http_site):
    search(page, http_site)
    write(page, "lavr")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator(LIST)).to_be_hidden()
    expect(page.get_by_role("button", name="Find")).to_be_focused()


def test_enter_on_a_record_opens_its_page_and_back_leads_to_the_words(page, root):
    search(page, root, "?q=oil")
    field(page).fill("")
    write(page, "lavr")
    found = addresses(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Sergey Lavrov")
    page.go_back()
    settle(page)
    expect(field(page)).to_have_value("lavr")
    assert addresses(page) == found
    page.go_back()
    settle(page)
    expect(field(page)).to_have_value("oil")


def test_enter_on_an_article_opens_it(page, root):
    search(page, root)
    write(page, "lavr")
    title = offered(page)["Read"][0]
    page.keyboard.press("ArrowUp")
    while meant(page) != title:
        page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/articles/"))
    assert title.startswith(page.locator("h1").inner_text().replace("\xa0", " "))


def test_enter_on_a_word_searches_for_it(page, root):
    search(page, root)
    write(page, "oil pay")
    page.keyboard.press("ArrowDown")
    assert meant(page) == "oil payments"
    page.keyboard.press("Enter")
    settle(page)
    expect(field(page)).to_have_value("oil payments")
    expect(page.locator(LIST)).to_be_hidden()
    assert query_of(page) == "q=oil+payments"


def test_a_click_on_a_word_searches_and_the_focus_stays(page, http_site):
    search(page, http_site)
    write(page, "oil pay")
    page.get_by_role("option", name="oil payments").click()
    settle(page)
    assert query_of(page) == "q=oil+payments"
    expect(field(page)).to_be_focused()
    expect(page.locator(LIST)).to_be_hidden()


@pytest.mark.parametrize("how", [{"button": "middle"}, {"modifiers": ["Control"]}])
@pytest.mark.parametrize("name", ["Lavrov, Sergey person", "lavrov"])
def test_a_suggestion_opens_in_a_window_of_its_own_on_demand(page, http_site, how, name):
    search(page, http_site)
    write(page, "lavr")
    with page.context.expect_page() as opened:
        page.get_by_role("option", name=name, exact=True).click(**how)
    opened.value.wait_for_load_state()
    assert ("people/sergey-lavrov" if "person" in name else "q=lavrov") in opened.value.url
    expect(field(page)).to_have_value("lavr")


def test_a_touch_opens_a_record(open_page, root):
    page = open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    search(page, root)
    field(page).tap()
    write(page, "lavr")
    page.get_by_role("option", name="Lavrov, Sergey person").tap()
    expect(page.locator("h1")).to_have_text("Sergey Lavrov")


def test_results_follow_while_somebody_types(page, root):
    search(page, root)
    write(page, "lavr")
    found = addresses(page)
    assert len(found) == 10
    assert query_of(page) == "q=lavr"
    page.keyboard.type("ov")
    page.wait_for_timeout(PAUSE)
    settle(page)
    assert query_of(page) == "q=lavrov"
    page.keyboard.press("Enter")
    settle(page)
    assert set(addresses(page)) >= set(found)


def test_two_letters_are_suggested_for_but_not_searched(page, http_site):
    search(page, http_site)
    page.evaluate(SPY)
    write(page, "la")
    assert offered(page)["Go to"]
    page.wait_for_timeout(SILENCE)
    assert page.evaluate("spoken") == []
    assert query_of(page) == ""
    assert page.locator(ENTRIES).count() == 0


def test_enter_takes_words_as_whole(page, http_site):
    search(page, http_site)
    write(page, "lavr")
    assert addresses(page)
    page.keyboard.press("Enter")
    settle(page)
    assert "No cutting has the word lavr" in status(page)
    expect(page.locator(LIST)).to_be_hidden()


def test_a_search_leaves_one_entry_in_the_history(page, root):
    search(page, root)
    ask(page, "oil")
    before = length_of_history(page)
    field(page).fill("")
    for part in ("lav", "ro", "v"):
        write(page, part)
    assert length_of_history(page) == before
    page.keyboard.press("Enter")
    settle(page)
    assert length_of_history(page) == before + 1
    page.go_back()
    settle(page)
    assert query_of(page) == "q=oil"
    expect(field(page)).to_have_value("oil")
    page.go_forward()
    settle(page)
    expect(field(page)).to_have_value("lavrov")


def test_words_that_were_left_standing_are_an_entry_too(page, http_site):
    search(page, http_site, "?q=oil")
    field(page).fill("")
    write(page, "lavr")
    found = addresses(page)
    page.keyboard.press("Tab")
    page.go_back()
    settle(page)
    assert query_of(page) == "q=oil"
    page.go_forward()
    settle(page)
    assert addresses(page) == found


def test_what_is_left_of_the_words_is_searched_for(page, http_site):
    search(page, http_site, "?q=oil&sort=newest")
    field(page).fill("")
    page.wait_for_timeout(PAUSE)
    settle(page)
    assert page.locator(ENTRIES).count() == 0
    assert query_of(page) == "sort=newest"


def test_the_count_is_told_after_a_pause_and_once(page, root):
    search(page, root)
    page.evaluate(SPY)
    write(page, "lavr")
    shown = status(page)
    assert "cuttings" in shown
    assert page.evaluate("spoken") == []
    page.wait_for_timeout(SILENCE)
    assert page.evaluate("spoken") == [shown]
    assert re.fullmatch(r"\d suggestions", page.locator("[aria-live=polite]").inner_text())


def test_what_enter_asks_for_is_told_at_once(page, http_site):
    search(page, http_site)
    page.evaluate(SPY)
    field(page).fill("lavrov")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("spoken") == [status(page)]


def test_a_word_that_was_mistyped_is_asked_about_after_a_pause(page, http_site):
    search(page, http_site)
    write(page, "lavrof")
    assert "mean" not in status(page)
    page.wait_for_timeout(SILENCE)
    settle(page)
    assert "Did you mean lavrov?" in status(page)
    assert len(addresses(page)) > 5


def test_one_search_at_a_time_and_the_last_one_wins(page, http_site):
    search(page, http_site)
    page.evaluate(WATCHED)
    field(page).focus()
    for letter in "lavrov":
        page.keyboard.type(letter)
        page.wait_for_timeout(300)
    expect(page).to_have_url(re.compile("q=lavrov"))
    settle(page)
    assert page.evaluate("most") == 1
    searched = page.evaluate("searched")
    assert searched[-1] == "lavrov"
    assert len(searched) < 4
    page.wait_for_timeout(SILENCE)
    found = addresses(page)
    search(page, http_site, "?q=lavrov")
    assert len(found) == 10
    assert set(found) <= set(addresses(page))


def test_switches_narrow_to_all_words_and_to_the_spelling(page, root):
    search(page, root)
    assert not page.get_by_label("All words").is_visible()
    ask(page, "oil payments roubles")
    some = page.locator(ENTRIES).count()
    page.get_by_label("All words").check()
    settle(page)
    assert 0 < page.locator(ENTRIES).count() < some
    assert "all=1" in page.url
    expect(page.get_by_label("All words")).to_be_focused()
    page.get_by_label("All words").uncheck()
    page.get_by_label("Exact spelling").check()
    settle(page)
    assert "exact=1" in page.url
    page.go_back()
    settle(page)
    expect(page.get_by_label("Exact spelling")).not_to_be_checked()


def test_switches_stay_where_nothing_is_found(page, http_site):
    search(page, http_site, "?q=Lavrov+xyzzyqqq&all=1&to=1980")
    assert page.get_by_label("All words").is_visible()
    search(page, http_site, "?person=sergey-lavrov")
    assert not page.get_by_label("All words").is_visible()


def test_coming_back_from_a_result_finds_the_place_again(page, root):
    """Chromium is started without its back/forward cache, so the page is made anew."""
    search(page, root, "?q=India")
    page.get_by_role("button", name="Show 20 more").click()
    settle(page)
    link = page.locator(f"{ENTRIES} h3 a").nth(25)
    link.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 90)")
    place = page.evaluate("scrollY")
    href = link.get_attribute("href")
    link.click()
    page.wait_for_url(re.compile("/articles/"))
    page.go_back()
    settle(page)
    assert page.locator(ARTICLES).count() == 30
    expect(page.locator(f"{ENTRIES} h3 a").nth(25)).to_be_focused()
    assert page.locator(f"{ENTRIES} h3 a").nth(25).get_attribute("href") == href
    assert abs(page.evaluate("scrollY") - place) < 2
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_going_back_among_searches_finds_each_place(page, http_site):
    search(page, http_site, "?q=India")
    page.evaluate("scrollTo(0, 900)")
    page.evaluate("document.querySelector('[value=newest]').click()")
    settle(page)
    page.evaluate("scrollTo(0, 300)")
    page.wait_for_timeout(PAUSE)
    for go, place in ((page.go_back, 900), (page.go_forward, 300)):
        go()
        settle(page)
        assert abs(page.evaluate("scrollY") - place) < 2


def test_a_slash_leads_back_to_the_field(page, root):
    search(page, root, "?q=Lavrov")
    page.locator(f"{ENTRIES} h3 a").first.focus()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    outline = field(page).evaluate("field => getComputedStyle(field).outlineStyle")
    assert outline != "none"


def test_letters_of_a_method_of_input_wait_until_they_are_words(page, http_site):
    search(page, http_site)
    field(page).focus()
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition", {"text": "Лавров", "selectionStart": 6, "selectionEnd": 6}
    )
    page.wait_for_timeout(PAUSE)
    expect(page.locator(LIST)).to_be_hidden()
    session.send("Input.insertText", {"text": "Лавров"})
    expect(page.locator(LIST)).to_be_visible()
    page.wait_for_timeout(PAUSE)
    settle(page)
    assert len(addresses(page)) > 5


def test_the_tree_of_roles_is_that_of_a_combobox(page, http_site):
    search(page, http_site)
    write(page, "lavr")
    page.keyboard.press("ArrowDown")
    tree = page.locator("search").aria_snapshot()
    for line in (
        'combobox "Search the archive" [expanded]',
        'listbox "Suggestions"',
        'group "Go to"',
        'option "Lavrov, Sergey person" [selected]',
        'group "Search for"',
        'group "Read"',
    ):
        assert line in tree, tree
    assert field(page).get_attribute("aria-controls") == page.locator(LIST).get_attribute("id")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_in_the_open_list(open_page, http_site, scheme, width):
    page = open_page(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
    search(page, http_site)
    write(page, "oil pay")
    page.keyboard.press("ArrowDown")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
    heights = page.locator(OPTIONS).evaluate_all(
        "all => all.map(option => option.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_titles_and_names_are_text(page, http_site):
    attack = "<img src=x onerror=alert(1)> oil"
    files = build([document(title=attack, body="oil", labels=(label(LAVROV),))], (LAVROV,))

    def answer(route):
        path = f"search/{urlsplit(route.request.url).path.partition('/search/')[2]}"
        route.fulfill(body=files[path], content_type="text/javascript")

    page.route(f"{http_site}search/**", answer)
    search(page, http_site)
    write(page, "onerr")
    assert offered(page)["Read"][0].startswith(attack)
    field(page).fill("")
    write(page, '"><img src=x onerr')
    assert page.locator("main img").count() == 0
    assert json.dumps(field(page).input_value()) == json.dumps('"><img src=x onerr')


def test_without_an_index_the_field_is_a_plain_field(page, faults, http_site):
    page.route("**/search/manifest.js", lambda route: route.abort())
    page.goto(f"{http_site}search.html")
    expect(page.get_by_role("status").first).to_contain_text("could not be read")
    expect(page.get_by_role("searchbox", name="Search the archive")).to_be_visible()
    assert page.locator(LIST).count() == 0
    faults.clear()


def test_a_beginning_costs_few_files(page, http_site):
    """Names, and the frequent records of each kind once; the list itself asks for no texts."""
    search(page, http_site)
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    field(page).focus()
    page.keyboard.type("la")
    expect(page.locator(LIST)).to_be_visible()
    kinds = [re.sub(r"-\w+\.js$", "", path.rpartition("/")[2]) for path in asked]
    assert set(kinds) <= {
        "meta.js",
        "names",
        "who",
        "words",
        "people",
        "places",
        "organisations",
        "tags",
        "sources",
    }
    assert kinds.count("names") <= 2
    assert kinds.count("who") <= 2
    del asked[:]
    page.keyboard.type("v", delay=20)
    page.wait_for_timeout(200)
    assert len(asked) <= 2, asked
