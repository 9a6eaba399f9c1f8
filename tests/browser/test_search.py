"""Search as readers meet it: in a browser, over HTTP under a sub-path and from disk."""

import json
import re
from shutil import copytree, rmtree
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from plugins.search.tokens import words
from tests.archives import write_article
from tests.building import SAMPLE, build_site
from tests.hosting import hosted
from tests.unit.search.fake import build
from tests.unit.search.reference import bm25
from tests.unit.search.samples import document
from tests.unit.search.test_tokens import FORMS

SCORES = """async query => {
    const index = await cuttings.search.open();
    const state = cuttings.address.read('?q=' + encodeURIComponent(query));
    const result = await cuttings.search.run(index, state);
    const hits = await cuttings.order.top(result, 'best', 10_000);
    return { units: result.query.units.map(unit => unit.terms),
             scores: Object.fromEntries(hits.map(hit => [hit.card[0], hit.score])) };
}"""
ENTRIES = "[data-part=list] > li"
# Articles on one event stand together.
ARTICLES = f"{ENTRIES} h3 a, {ENTRIES} .also a"
LAVROV = ("Лавров", "Sergei Lavrov", "Sergey Lavrov")


@pytest.fixture(params=["http", "file"])
def root(request):
    """The address of the site, over HTTP and from disk, with a trailing slash."""
    return request.getfixturevalue(f"{request.param}_site")


def search(page, root, parameters=""):
    page.goto(f"{root}search.html{parameters}")
    settle(page)


def settle(page):
    """Wait until the search in hand is done and the page says so."""
    expect(page.locator("cuttings-search[aria-busy]")).to_have_count(0)


def ask(page, query):
    page.get_by_label("Search the archive").fill(query)
    page.keyboard.press("Enter")
    settle(page)


def addresses(page):
    """Of the articles, without the words found."""
    return page.locator(f"{ENTRIES} h3 a").evaluate_all(
        "links => links.map(link => link.getAttribute('href').split('?')[0])"
    )


def status(page):
    return page.get_by_role("status").inner_text()


def all_addresses(page):
    while page.get_by_role("button", name="more").is_visible():
        page.get_by_role("button", name="more").click()
        settle(page)
    return addresses(page)


def test_every_form_of_a_name_finds_the_same_articles(page, root):
    found = []
    for name in LAVROV:
        search(page, root, f"?q={quote(name)}")
        found.append(all_addresses(page))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 5


def test_all_articles_of_a_person_are_found_by_name(page, root):
    search(page, root, "?q=Лавров")
    by_name = set(all_addresses(page))
    search(page, root, "?person=sergey-lavrov")
    assert set(all_addresses(page)) <= by_name


def test_a_native_form_is_introduced_and_leads_to_the_person(page, root):
    search(page, root, "?q=Лавров")
    note = page.locator("[data-part=note]")
    expect(note).to_contain_text("Sergei Lavrov")
    expect(note.locator("[lang=ru]").first).to_have_text("Сергей Лавров")
    note.get_by_role("link", name="Sergey Lavrov").click()
    expect(page.locator("h1")).to_have_text("Sergey Lavrov")


def test_words_are_marked_with_their_first_names(page, root):
    search(page, root, "?q=Lavrov")
    marks = page.locator(f"{ENTRIES} mark").all_inner_texts()
    assert "Sergey Lavrov" in marks
    assert all("Lavrov" in mark for mark in marks)


def test_every_result_shows_why_it_was_found(page, http_site):
    search(page, http_site, "?q=delivery+rifle")
    for entry in page.locator(ENTRIES).all():
        shown = entry.inner_text().lower()
        assert "deliver" in shown or "rifle" in shown


def test_some_words_find_and_all_words_are_said(page, root):
    search(page, root, "?q=oil+payments+roubles")
    assert re.search(r"cuttings, \d{4} to \d{4}\..* all your words\.", status(page))
    whole = page.locator(ENTRIES, has_text="All your words")
    assert 0 < whole.count() < page.locator(ENTRIES).count()


def test_both_spellings_and_every_inflection_find_the_same(page, root):
    found = []
    for word in ("defence", "defense"):
        search(page, root, f"?q={word}")
        found.append(set(all_addresses(page)))
    assert found[0] == found[1] != set()


@pytest.mark.parametrize("code", ["S-400", "s400", "S\u2011400"])
def test_a_code_is_found_with_and_without_its_hyphen(page, http_site, code):
    search(page, http_site, f"?q={quote(code)}")
    assert page.locator(ENTRIES).count() > 3
    assert all("400" in mark for mark in page.locator(f"{ENTRIES} mark").all_inner_texts())


def test_no_line_breaks_at_the_hyphen_of_a_code(page, http_site):
    search(page, http_site, "?q=S-400")
    headings = page.locator(f"{ENTRIES} h3", has_text="S-400")
    assert headings.count() >= 3
    for heading in headings.all():
        code = heading.locator(".code", has_text="S-400")
        assert code.evaluate("code => getComputedStyle(code).whiteSpace") == "nowrap"


def test_a_minus_leaves_articles_out(page, http_site):
    search(page, http_site, "?q=Lavrov")
    every = set(all_addresses(page))
    search(page, http_site, "?q=Lavrov+-Goa")
    assert set(all_addresses(page)) < every


def test_words_in_quotes_stand_side_by_side(page, root):
    search(page, root, "?q=missile+cruise")
    apart = set(all_addresses(page))
    search(page, root, "?q=%22cruise+missile%22")
    together = set(all_addresses(page))
    assert together < apart
    assert "articles/2011/brahmos-first-launch-2001.html" in together
    search(page, root, "?q=%22missile+cruise%22")
    assert status(page) == "No cutting fits."


def test_counts_are_what_choosing_gives(page, root):
    search(page, root, "?q=Lavrov")
    box = page.get_by_role("checkbox", name="Jaishankar, S.")
    count = int(box.locator("xpath=..").locator("data").get_attribute("value"))
    box.check()
    settle(page)
    assert "person=s-jaishankar" in page.url
    assert page.locator(ENTRIES).count() == count
    expect(page.get_by_role("checkbox", name="Jaishankar, S.")).to_be_focused()


def test_each_filter_narrows_and_sources_add_up(page, http_site):
    search(page, http_site)
    for facet in ("person", "place", "organisation", "tag", "source"):
        search(page, http_site)
        choice = page.locator(f"input[name={facet}]").first
        count = int(choice.locator("xpath=..").locator("data").get_attribute("value"))
        choice.check()
        settle(page)
        assert len(all_addresses(page)) == count
    second = page.locator("input[name=source]").nth(1)
    more = int(second.locator("xpath=..").locator("data").get_attribute("value"))
    second.check()
    settle(page)
    assert len(all_addresses(page)) == count + more


def test_years_narrow_by_number_by_slider_and_by_address(page, root):
    search(page, root, "?q=Lavrov&from=2021&to=2021")
    assert "2021." in status(page)
    by_address = addresses(page)
    assert by_address
    search(page, root, "?q=Lavrov")
    for end in ("From", "to"):
        page.get_by_role("spinbutton", name=end, exact=True).fill("2021")
        page.keyboard.press("Enter")
        settle(page)
    assert addresses(page) == by_address
    slider = page.get_by_role("slider", name="To year")
    slider.focus()
    page.keyboard.press("ArrowRight")
    settle(page)
    assert "to=2022" in page.url
    assert len(addresses(page)) >= len(by_address)


def test_histogram_says_its_numbers(page, http_site):
    search(page, http_site, "?q=Lavrov&from=2021&to=2022")
    said = page.locator("[data-part=chart] svg").get_attribute("aria-label")
    assert re.search(r"Matches by year: .*\d+ in 2021", said)
    assert "The range 2021 to 2022 is chosen." in said


def test_results_are_sorted_by_day_on_demand(page, http_site):
    search(page, http_site, "?q=India")
    page.get_by_label("Newest first").check()
    settle(page)
    days = page.locator(f"{ENTRIES} time").evaluate_all("all => all.map(each => each.dateTime)")
    assert days[0] > days[-1]
    assert [day[:4] for day in days] == sorted((day[:4] for day in days), reverse=True)
    page.get_by_label("Oldest first").check()
    settle(page)
    assert page.locator(f"{ENTRIES} time").first.get_attribute("datetime").startswith("1971")


def test_some_at_a_time_and_the_focus_goes_to_the_first_new_one(page, root):
    search(page, root, "?q=India")
    assert page.locator(ARTICLES).count() == 10
    page.get_by_role("button", name="Show 20 more").click()
    settle(page)
    assert page.locator(ARTICLES).count() == 30
    expect(page.locator(f"{ENTRIES} h3 a").nth(10)).to_be_focused()


def test_a_mistyped_word_is_answered_with_the_likely_one(page, root):
    search(page, root, "?q=lavrof")
    assert "Did you mean lavrov?" in status(page)
    instead = addresses(page)
    page.get_by_role("status").get_by_role("link", name="lavrov").click()
    settle(page)
    assert addresses(page) == instead != []
    expect(page.get_by_label("Search the archive")).to_have_value("lavrov")
    assert page.url.endswith("?q=lavrov")


def test_a_known_word_beside_an_unknown_one_is_searched_for(page, http_site):
    search(page, http_site, "?q=oil+lavrof")
    assert "Did you mean lavrov?" in status(page)
    alone = set(all_addresses(page))
    search(page, http_site, "?q=oil")
    assert set(all_addresses(page)) == alone


def test_the_day_of_an_article_can_be_asked_for(page, http_site):
    search(page, http_site, "?q=6+April+2021+Lavrov")
    assert page.locator(f"{ENTRIES} time").first.inner_text() == "6 Apr 2021"


def test_us_finds_the_united_states_where_nobody_says_us(page, http_site):
    search(page, http_site, "?q=US")
    capital = set(all_addresses(page))
    search(page, http_site, "?q=us")
    assert set(all_addresses(page)) == capital != set()


def test_a_word_from_nowhere_finds_nothing(page, root):
    search(page, root, "?q=xyzzyqqq")
    assert "No cutting has the word" in status(page)
    assert page.locator(ENTRIES).count() == 0
    assert not page.locator("[data-part=when]").is_visible()


def test_filters_that_no_article_fits_say_so(page, http_site):
    search(page, http_site, "?q=Lavrov&to=1980")
    assert status(page) == "No cutting fits."


def test_one_result_is_one_cutting(page, http_site):
    search(page, http_site, "?to=1971")
    assert status(page) == "One cutting, 1971."


def test_back_and_forward_go_through_the_searches(page, root):
    search(page, root)
    ask(page, "Lavrov")
    first = addresses(page)
    ask(page, "oil")
    second = addresses(page)
    assert first != second
    page.go_back()
    settle(page)
    expect(page.get_by_label("Search the archive")).to_have_value("Lavrov")
    first_link = re.compile(re.escape(first[0]))
    expect(page.locator(f"{ENTRIES} h3 a").first).to_have_attribute("href", first_link)
    assert addresses(page) == first
    page.go_forward()
    settle(page)
    assert addresses(page) == second


def test_the_masthead_of_every_page_searches(page, root):
    page.goto(f"{root}people/sergey-lavrov.html")
    page.get_by_label("Search the archive").fill("oil")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q=oil"))
    settle(page)
    assert page.locator(ENTRIES).count() > 1


def test_everything_can_be_done_by_keyboard(page, root):
    search(page, root)
    page.locator("body").press("/")
    field = page.get_by_label("Search the archive")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    page.keyboard.type("S/400 Lavrov")
    expect(field).to_have_value("S/400 Lavrov")
    page.keyboard.press("Enter")
    settle(page)
    reached = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "(e => e.name || e.dataset.year || e.closest('h3') && 'result' || e.tagName)"
                "(document.activeElement)"
            )
        )
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
        if "result" in reached:
            break
    assert {"person", "tag", "source", "from", "to", "sort", "result"} <= reached


def test_a_phone_shows_results_first_and_filters_on_demand(open_page, http_site):
    page = open_page(viewport={"width": 390, "height": 844})
    search(page, http_site, "?q=Lavrov")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("[data-part=panel] input").count() == 0
    page.get_by_text("Narrow by person").click()
    page.get_by_role("checkbox", name="Jaishankar, S.").check()
    settle(page)
    assert "person=s-jaishankar" in page.url


def test_screen_readers_get_names_for_everything(page, http_site):
    search(page, http_site, "?q=Lavrov")
    tree = page.locator("main").aria_snapshot()
    for line in (
        'combobox "Search the archive"',
        'group "People"',
        'heading "When" [level=2]',
        'slider "From year"',
        'spinbutton "From"',
        'group "Sort"',
        'heading "Results" [level=2]',
        "status:",
    ):
        assert line in tree, tree


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query", ["", "?q=Lavrov&from=2021", "?q=lavrof", "?q=xyzzyqqq", "?to=1971"]
)
def test_axe_finds_nothing_in_any_state(open_page, http_site, query, scheme):
    page = open_page(color_scheme=scheme, bypass_csp=True)
    search(page, http_site, query)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


def test_without_javascript_the_page_leads_on(open_page, root):
    page = open_page(java_script_enabled=False)
    page.goto(f"{root}search.html?q=Lavrov")
    page.get_by_role("main").get_by_role("link", name="people").click()
    expect(page.locator("h1")).to_have_text("People")


def test_an_index_that_cannot_be_loaded_is_owned_up_to(page, faults, http_site):
    page.route("**/search/manifest.js", lambda route: route.abort())
    page.goto(f"{http_site}search.html?q=Lavrov")
    expect(page.get_by_role("status")).to_contain_text("could not be read")
    faults.clear()


def test_the_browser_reads_words_as_the_index_does(page, http_site):
    search(page, http_site)
    texts = [text for text, _ in FORMS]
    found = page.evaluate(
        "texts => texts.map(text => cuttings.tokens.words(text).map(word => word.forms))", texts
    )
    assert found == [[list(word.forms) for word in words(text)] for text in texts]


def test_scores_in_the_browser_are_those_of_the_reference(page, http_site, site):
    from pathlib import Path

    from plugins.archive.content import read_content
    from plugins.archive.library import Library
    from plugins.search.reading import Reading

    root = Path(__file__).resolve().parents[2]
    library = Library.of(read_content(root / "content"))
    documents = list(map(Reading(library).document, library.articles()))
    search(page, http_site)
    for query in ("oil", "Лавров", "defence rifles Amethi", "S-400 sanctions"):
        found = page.evaluate(
            SCORES,
            query,
        )
        expected = bm25(documents, [set(unit) for unit in found["units"]])
        assert len(found["scores"]) == len(expected)
        for id_, score in expected.items():
            assert found["scores"][f"articles/{id_}.html"] == pytest.approx(score, rel=1e-9)


def test_long_lists_and_many_files_are_read_as_the_layout_says(page, http_site):
    documents = [
        document(
            f"2021/{number:04}",
            title=f"title{number % 700}",
            body=f"{'oil ' * (number % 3 + 1)}{'gas' if number % 7 else 'summit'} w{number}",
        )
        for number in range(2_200)
    ]
    files = build(documents)
    assert any(path.endswith("/asked.js") for path in files)

    def answer(route):
        path = f"search/{urlsplit(route.request.url).path.partition('/search/')[2]}"
        route.fulfill(body=files[path], content_type="text/javascript")

    page.route(f"{http_site}search/**", answer)
    search(page, http_site)
    found = page.evaluate(SCORES, "oil gas summit title7 w2047")
    expected = bm25(documents, [set(unit) for unit in found["units"]])
    assert len(found["scores"]) == len(expected) == len(documents)
    for id_, score in expected.items():
        assert found["scores"][f"articles/{id_}.html"] == pytest.approx(score, rel=1e-9)


def asked_for(page, http_site, query):
    """The files of the index that a search fetches, without its results."""
    found = []
    page.on("request", lambda request: found.append(urlsplit(request.url).path))
    search(page, http_site, f"?q={quote(query)}")
    own = [path.partition("/search/")[2] for path in found if "/search/" in path]
    return [path for path in own if "/cards-" not in path]


def test_stop_words_ask_for_no_file(open_page, http_site):
    alone = asked_for(open_page(), http_site, "lavrov moscow")
    beside = asked_for(open_page(), http_site, "the lavrov and what about moscow the of")
    assert sorted(beside) == sorted(alone)


def test_what_the_manifest_says_is_not_asked_for(open_page, http_site):
    """Of a small segment all but its words; and that some of the six words begin no name."""
    files = asked_for(open_page(), http_site, "visits defence talks oil weapons missiles")
    assert len([path for path in files if path.startswith("names/names-")]) < 6
    own = {path.partition("/")[2] for path in files if not path.startswith("names/")}
    assert not own & {"meta.js", "lengths.js", "asked.js"}


def test_hostile_words_in_the_address_are_text(page, root):
    attack = "<img src=x onerror=alert(1)>"
    search(page, root, f"?q={quote(attack)}&person={quote(attack)}&from=1e9&sort=x")
    assert page.locator("main img").count() == 0
    assert json.dumps(page.get_by_label("Search the archive").input_value()) == json.dumps(attack)


def test_a_page_that_was_open_when_the_site_was_published_anew_goes_on(chromium, tmp_path):
    """The files of the index that it knows are gone; the new ones have the new article."""
    content = tmp_path / "content"
    copytree(SAMPLE, content)
    with hosted(build_site(content, tmp_path)) as root, chromium.new_context() as context:
        page = context.new_page()
        search(page, root)
        write_article(content, "2021/airships", "They fly again.", title="Zeppelins", source="mint")
        build_site(content, tmp_path)
        ask(page, "zeppelins")
        assert addresses(page) == ["articles/2021/airships.html"]
        ask(page, "Lavrov")
        assert len(addresses(page)) > 5


@pytest.mark.parametrize("variant", ["Aaaron", "Zzyzx"])
def test_a_page_that_was_open_when_a_name_was_added_finds_it(chromium, tmp_path, variant):
    """The new name is in a file with another address, or in one that the page has not read."""
    content = tmp_path / "content"
    copytree(SAMPLE, content)
    with hosted(build_site(content, tmp_path)) as root, chromium.new_context() as context:
        page = context.new_page()
        search(page, root, "?q=Lavrov")
        found = addresses(page)
        record = content / "authorities" / "people" / "sergey-lavrov.yaml"
        text = record.read_text("utf-8")
        record.write_text(text.replace("variants:\n", f"variants:\n- {variant}\n"), "utf-8")
        build_site(content, tmp_path)
        ask(page, variant)
        assert addresses(page)
        assert set(addresses(page)) <= set(found)
        ask(page, "Lavrov")
        assert addresses(page) == found


def test_a_page_says_so_when_the_index_is_gone_altogether(chromium, tmp_path):
    with hosted(build_site(SAMPLE, tmp_path)) as root, chromium.new_context() as context:
        page = context.new_page()
        search(page, root)
        rmtree(tmp_path / "out" / "search")
        ask(page, "Lavrov")
        assert "could not be read" in status(page)
