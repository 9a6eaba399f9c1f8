"""Results that one can use: languages, events, citations, downloads, marks on the article."""

import csv
import io
import json
import re
from itertools import pairwise
from shutil import copytree
from urllib.parse import quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.archives import write_article
from tests.building import ADDRESS, SAMPLE
from tests.hosting import hosted
from tests.unit.search.fake import build
from tests.unit.search.samples import document

ENTRIES = "[data-part=list] > li"
PEOPLE = [
    "sergey-lavrov",
    "s-jaishankar",
    "narendra-modi",
    "vladimir-putin",
    "rajnath-singh",
    "sergei-shoigu",
]
HOSTILE = "<img src=x onerror=alert(1)>"
MORE = ("Much more. ", "And so on. ", "Nothing else. ")
DAY = "2024-05-{0:02}"


def write_results(content):
    """The sample archive, an event that three papers report, two other languages, an attack."""
    copytree(SAMPLE, content)
    reports = (
        ("the-hindu", ["Asha Rao", "PTI, New Delhi"], "Zeppelins over Delhi"),
        ("mint", [], "A zeppelin, and another zeppelin: zeppelins"),
        ("india-today", ["Ivan\tPetrov"], '=HYPERLINK("x")'),
    )
    for number, (source, authors, title) in enumerate(reports):
        write_article(
            content,
            f"2024/zeppelin-{number}",
            f"Zeppelins fly again, the U.S. looks on and tells us nothing.\n\n{MORE[number] * 80}",
            title=title,
            source=source,
            authors=authors,
            event="zeppelins",
            date=f"{DAY.format(number + 1)}T10:00:00+05:30",
            happened="2024-04",
            people=PEOPLE if number == 1 else [],
            tags=["defence"],
            summary='-1 of "them", a zeppelin,\nis ours',
            source_url=f"https://example.org/{number}" if number else None,
            archived_url=f"https://kept.example/{number}",
        )
    write_article(content, "2024/other", f"Zeppelin {HOSTILE}", title=HOSTILE, source="mint")
    write_article(
        content, "2024/hindi", "ज़ेपेलिन zeppelin उड़ते हैं।", title="ज़ेपेलिन", source="mint", lang="hi"
    )
    write_article(
        content, "2024/russian", "Цеппелин, zeppelin.", title="Полёт", source="mint", lang="ru"
    )
    return content


@pytest.fixture(scope="session")
def results_site(build_once):
    return build_once("results-site", write_results, "--site-url", ADDRESS)


@pytest.fixture(params=["http", "file"])
def root(request, results_site):
    """The address of the site, over HTTP and from disk, with a trailing slash."""
    if request.param == "file":
        yield f"{results_site.as_uri()}/"
        return
    with hosted(results_site) as address:
        yield address


@pytest.fixture
def http_root(results_site):
    with hosted(results_site) as address:
        yield address


def search(page, root, parameters):
    page.goto(f"{root}search.html{parameters}")
    settle(page)


def settle(page):
    expect(page.locator("cuttings-search[aria-busy]")).to_have_count(0)


def shown(page):
    """All articles in the list, each with those below it on the same event."""
    return page.locator(ENTRIES).evaluate_all(
        "all => all.map(li => [...li.querySelectorAll('h3 a, .also a')]"
        ".map(link => link.getAttribute('href').split('?')[0]))"
    )


def open_takeaway(page):
    page.get_by_text("Cite or download these").click()
    expect(page.locator("[data-part=citations] li").first).to_be_visible()


def said(page):
    return page.locator("[data-part=said]")


def download(page, name):
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name, exact=True).click()
    found = waiting.value
    return found.suggested_filename, found.path().read_bytes().decode()


def ris(text):
    """References of a RIS file, each a list of (tag, value)."""
    assert text.endswith("ER  - \r\n")
    found, open_ = [], None
    for line in text.split("\r\n"):
        if not line:
            assert open_ is None
            continue
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()
        if tag == "TY":
            assert open_ is None
            open_ = []
        open_.append((tag, value))
        if tag == "ER":
            found.append(open_)
            open_ = None
    return found


# Languages


def test_languages_filter_and_add_up(page, root):
    search(page, root, "?q=zeppelin")
    group = page.get_by_role("group", name="Languages")
    assert group.get_by_role("checkbox").count() == 3
    group.get_by_role("checkbox", name="Hindi").check()
    settle(page)
    assert "language=hi" in page.url
    assert shown(page) == [["articles/2024/hindi.html"]]
    expect(group.get_by_role("checkbox", name="Hindi")).to_be_focused()
    group.get_by_role("checkbox", name="Russian").check()
    settle(page)
    assert {one for (one,) in shown(page)} == {
        "articles/2024/hindi.html",
        "articles/2024/russian.html",
    }
    search(page, root, "?language=hi")
    assert shown(page) == [["articles/2024/hindi.html"]]


def test_an_archive_in_one_language_has_no_choice_of_languages(page, http_site):
    search(page, http_site, "?q=Lavrov")
    assert page.get_by_role("group", name="Sources").count() == 1
    assert page.get_by_role("group", name="Languages").count() == 0


# Events


def test_articles_on_one_event_stand_together_and_none_is_lost(page, root):
    search(page, root, "?q=zeppelin")
    groups = shown(page)
    (event,) = [group for group in groups if len(group) > 1]
    assert sorted(event) == [f"articles/2024/zeppelin-{number}.html" for number in range(3)]
    assert event[0] == "articles/2024/zeppelin-1.html"
    expect(page.locator(".also")).to_contain_text("Also on this (2):")
    assert sum(map(len, groups)) == 6
    expect(page.get_by_role("status").first).to_contain_text("Six cuttings")


def test_grouping_keeps_the_order_of_the_best_and_of_the_others(page, http_root):
    search(page, http_root, "?q=zeppelin")
    ranked = page.evaluate(
        """async () => {
            const index = await cuttings.search.open();
            const result = await cuttings.search.run(index, cuttings.address.read("?q=zeppelin"));
            return (await cuttings.order.top(result, "best", 30)).map(({ card }) => card[0]);
        }"""
    )
    place = {address: number for number, address in enumerate(ranked)}
    groups = shown(page)
    assert [group[0] for group in groups] == sorted((group[0] for group in groups), key=place.get)
    for group in groups:
        assert group == sorted(group, key=place.get)


def test_one_other_article_on_an_event_is_named_with_its_source_and_date(page, http_root):
    search(page, http_root, "?q=zeppelin&source=the-hindu&source=mint")
    also = page.locator(".also")
    expect(also).to_have_text("Also on this: Zeppelins over Delhi, The Hindu, April 2024")


def test_sorted_by_date_every_article_stands_alone(page, http_root):
    search(page, http_root, "?q=zeppelin&sort=newest")
    assert [len(group) for group in shown(page)] == [1] * 6


# Citations


def test_citations_are_those_of_the_articles_own_pages(page, http_root):
    search(page, http_root, "?q=zeppelin")
    open_takeaway(page)
    cited = page.locator("[data-part=citations] li").all_inner_texts()
    assert len(cited) == 6
    search(page, http_root, "?q=Lavrov")
    open_takeaway(page)
    cited += page.locator("[data-part=citations] li").all_inner_texts()[:2]
    links = [f"articles/{re.search(r'articles/(.*html)', text)[1]}" for text in cited]
    assert "articles/2024/zeppelin-0.html" in links
    for link, text in zip(links, cited, strict=True):
        page.goto(f"{http_root}{link}")
        assert page.locator(".cite .quote").first.inner_text() == text


def test_citations_are_copied_and_it_is_said(open_page, http_root):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    search(page, http_root, "?q=zeppelin")
    open_takeaway(page)
    page.get_by_role("button", name="Copy these").click()
    expect(said(page)).to_have_text("Copied 6 citations.")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied == page.locator("[data-part=citations] li").all_inner_texts()


def test_without_a_clipboard_the_citations_are_selected(page, root):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    search(page, root, "?q=zeppelin")
    open_takeaway(page)
    page.get_by_role("button", name="Copy these").click()
    expect(said(page)).to_contain_text("selected")
    assert "Zeppelins over Delhi" in page.evaluate("String(getSelection())")


def test_data_for_citations_is_loaded_when_it_is_asked_for(page, http_root):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    search(page, http_root, "?q=zeppelin")
    assert not [path for path in asked if "/cites-" in path or "citations.js" in path]
    open_takeaway(page)
    assert [path for path in asked if "/cites-" in path]


def test_citations_follow_the_search(page, root):
    search(page, root, "?q=zeppelin")
    open_takeaway(page)
    page.get_by_role("checkbox", name="Hindi").check()
    settle(page)
    expect(page.locator("[data-part=citations] li")).to_have_count(1)
    expect(page.locator("[data-part=citations] li")).to_contain_text("ज़ेपेलिन")


# Downloads


def test_csl_json_describes_the_original_publication(page, root):
    search(page, root, "?q=zeppelin")
    order = [address for group in shown(page) for address in group]
    open_takeaway(page)
    name, text = download(page, "CSL-JSON")
    assert name == "Cuttings-zeppelin.json"
    items = {item["id"]: item for item in json.loads(text)}
    assert {f"articles/{id_}.html" for id_ in items} == set(order)
    found = items["2024/zeppelin-0"]
    assert found.pop("keyword") == "Defence"
    assert found == {
        "id": "2024/zeppelin-0",
        "type": "article-newspaper",
        "title": "Zeppelins over Delhi",
        "author": [{"literal": "Asha Rao"}, {"literal": "PTI, New Delhi"}],
        "container-title": "The Hindu",
        "issued": {"date-parts": [[2024, 5, 1]]},
        "language": "en",
        "URL": "https://kept.example/0",
        "archive": "Cuttings",
        "archive_location": f"{ADDRESS}/articles/2024/zeppelin-0.html",
        "abstract": "-1 of “them”, a zeppelin,\nis ours",
    }
    assert "URL" not in items["2024/hindi"]
    assert "author" not in items["2024/hindi"]
    expect(said(page)).to_have_text("6 in Cuttings-zeppelin.json.")


def test_ris_has_a_tag_a_line_and_ends_each_reference(page, root):
    search(page, root, "?q=zeppelin")
    open_takeaway(page)
    _, text = download(page, "RIS")
    by_id = {dict(each)["ID"]: each for each in ris(text)}
    assert len(by_id) == 6
    assert by_id["2024/zeppelin-0"] == [
        ("TY", "NEWS"),
        ("ID", "2024/zeppelin-0"),
        ("TI", "Zeppelins over Delhi"),
        ("AU", "Asha Rao"),
        ("AU", "PTI, New Delhi"),
        ("T2", "The Hindu"),
        ("DA", "2024/05/01"),
        ("PY", "2024"),
        ("UR", "https://kept.example/0"),
        ("LA", "en"),
        ("KW", "Defence"),
        ("N2", "-1 of “them”, a zeppelin, is ours"),
        ("DB", "Cuttings"),
        ("AV", f"{ADDRESS}/articles/2024/zeppelin-0.html"),
        ("ER", ""),
    ]
    assert ("AU", "Ivan Petrov") in by_id["2024/zeppelin-2"]


def test_csv_is_a_table_without_formulas(page, root):
    search(page, root, "?q=zeppelin&sort=oldest")
    order = [address for (address,) in shown(page)]
    open_takeaway(page)
    _, text = download(page, "CSV")
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 7
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [row["page"].removeprefix(f"{ADDRESS}/") for row in rows] == order
    by_page = dict(zip(order, rows, strict=True))
    found = by_page["articles/2024/zeppelin-2.html"]
    assert found["title"] == "'=HYPERLINK(“x”)"
    assert found["summary"] == "'-1 of “them”, a zeppelin,\nis ours"
    assert found["original"] == "https://example.org/2"
    assert by_page["articles/2024/zeppelin-0.html"]["authors"] == "Asha Rao; PTI, New Delhi"
    assert by_page["articles/2024/zeppelin-1.html"]["people"].startswith(
        "Lavrov, Sergey; Jaishankar, S.; "
    )
    assert by_page["articles/2024/other.html"]["title"] == HOSTILE
    for row in rows:
        assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t"))]


def test_a_long_list_is_cut_and_that_is_said(page, http_site):
    documents = [
        document(f"2021/{number:04}", body="oil", published="2021-01-01") for number in range(1_100)
    ]
    files = build(documents)

    def answer(route):
        path = f"search/{urlsplit(route.request.url).path.partition('/search/')[2]}"
        route.fulfill(body=files[path], content_type="text/javascript")

    page.route(f"{http_site}search/**", answer)
    search(page, http_site, "?q=oil")
    open_takeaway(page)
    expect(page.locator("[data-part=extent]")).to_have_text(
        "The first 1,000 of 1,100, in this order, as a file:"
    )
    _, text = download(page, "CSV")
    assert text.count("\r\n") == 1_001
    expect(said(page)).to_contain_text("The first 1,000 of 1,100 are in Cuttings-oil.csv;")


def test_the_name_of_a_download_is_made_of_letters(page, http_root):
    search(page, http_root, f"?q={quote('../zeppelin: <b>S-400</b>')}")
    open_takeaway(page)
    name, _ = download(page, "RIS")
    assert name == "Cuttings-zeppelin-b-S-400-b.ris"


# People


def test_an_entry_names_at_most_four_people_with_links(page, http_root):
    search(page, http_root, "?q=zeppelin")
    entry = page.locator(ENTRIES, has_text="A zeppelin, and another").first
    line = entry.locator(".filed", has_text="People")
    assert line.get_by_role("link").count() == 4
    expect(line.get_by_role("link").first).to_have_attribute("href", "people/sergey-lavrov.html")
    expect(line).to_contain_text("and 2 more")


def test_people_that_are_the_reason_are_not_named_twice(page, http_site):
    search(page, http_site, "?q=Lavrov")
    for entry in page.locator(ENTRIES).all():
        assert entry.inner_text().count("Lavrov, Sergey") <= 1


# Marks on the article


def follow(page, root, query, address):
    search(page, root, f"?q={quote(query)}")
    page.locator(f"[data-part=list] a[href^='{address}']").click()
    page.wait_for_url(re.compile(re.escape(address)))


def marks(page):
    return page.locator("mark").all_inner_texts()


def test_the_words_found_are_marked_on_the_page_of_the_article(page, root):
    follow(page, root, "zeppelin", "articles/2024/zeppelin-1.html")
    note = page.locator(".marked")
    expect(note).to_contain_text("words marked")
    found = marks(page)
    assert len(found) == int(note.inner_text().split()[0])
    assert {"zeppelin", "zeppelins", "Zeppelins"} == set(found)
    assert page.locator("h1 mark").count() == 3
    assert page.locator(".standfirst mark").count() == 1
    assert page.evaluate("scrollY") == 0


def test_marks_are_cleared_from_the_page_and_from_the_address(page, root):
    page.goto(f"{root}articles/2024/zeppelin-1.html")
    before = page.locator("main > article").inner_html()
    page.goto(f"{root}articles/2024/zeppelin-1.html?found=zeppelin&x=1")
    page.get_by_role("button", name="Clear").focus()
    page.keyboard.press("Enter")
    assert marks(page) == []
    assert page.url == f"{root}articles/2024/zeppelin-1.html?x=1"
    expect(page.locator("h1")).to_be_focused()
    page.locator("h1").evaluate("title => title.removeAttribute('tabindex')")
    assert page.locator("main > article").inner_html() == before


@pytest.mark.parametrize(
    ("query", "address", "found"),
    [
        ("US", "zeppelin-0", ["U.S"]),
        ("ज़ेपेलिन", "hindi", ["ज़ेपेलिन", "ज़ेपेलिन"]),
        ("Цеппелин", "russian", ["Цеппелин"]),
    ],
    ids=["abbreviation", "Hindi", "Russian"],
)
def test_words_are_compared_as_the_index_folds_them(page, http_root, query, address, found):
    follow(page, http_root, query, f"articles/2024/{address}.html")
    page.locator(".marked").wait_for()
    assert marks(page) == found


def test_codes_are_marked_whole(page, http_site):
    search(page, http_site, "?q=s400")
    page.locator("h3 a").first.click()
    page.locator(".marked").wait_for()
    assert all("400" in mark for mark in marks(page))


def test_an_article_that_no_search_led_to_loads_nothing_for_marks(page, http_root):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{http_root}articles/2024/zeppelin-1.html")
    page.wait_for_load_state("networkidle")
    assert not [path for path in asked if path.endswith("found.js")]
    assert marks(page) == []


@pytest.mark.parametrize(
    "attack",
    [HOSTILE, "\\", "((((", "," * 500, "%00", "zeppelin," * 5_000],
    ids=["element", "backslash", "brackets", "commas", "zero", "long"],
)
def test_a_hostile_parameter_is_text(page, root, attack):
    page.goto(f"{root}articles/2024/other.html?found={quote(attack)}")
    page.wait_for_load_state("networkidle")
    assert page.locator("article img").count() == 0
    expect(page.locator("h1")).to_have_text(HOSTILE)


def test_no_mark_is_printed(page, http_root):
    page.goto(f"{http_root}articles/2024/zeppelin-1.html?found=zeppelin")
    page.locator(".marked").wait_for()
    page.emulate_media(media="print")
    expect(page.locator(".marked")).not_to_be_visible()
    drawn = page.locator("mark").first.evaluate(
        "mark => [getComputedStyle(mark).backgroundColor, getComputedStyle(mark).boxShadow]"
    )
    assert drawn == ["rgba(0, 0, 0, 0)", "none"]


# Everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(open_page, http_root, scheme):
    page = open_page(color_scheme=scheme, bypass_csp=True)
    search(page, http_root, "?q=zeppelin")
    open_takeaway(page)
    violations = Axe().run(page).response["violations"]
    page.goto(f"{http_root}articles/2024/zeppelin-1.html?found=zeppelin")
    page.locator(".marked").wait_for()
    violations += Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []


def test_a_phone_shows_all_of_it(open_page, http_root):
    page = open_page(viewport={"width": 360, "height": 740})
    search(page, http_root, "?q=zeppelin")
    open_takeaway(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for box in page.locator(".takeaway button, .takeaway summary").all():
        assert box.bounding_box()["height"] >= 24
    page.goto(f"{http_root}articles/2024/zeppelin-1.html?found=zeppelin")
    page.locator(".marked").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".marked button").bounding_box()["height"] >= 24


def test_everything_can_be_reached_by_keyboard(page, http_root):
    search(page, http_root, "?q=zeppelin")
    page.locator("summary", has_text="Cite or download these").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=citations] li").first).to_be_visible()
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent")
        )
    assert reached == ["Citations", "Copy these", "CSL-JSON", "BibTeX", "RIS", "CSV"]


def test_entries_stay_apart_from_each_other(page, http_root):
    search(page, http_root, "?q=zeppelin")
    boxes = [entry.bounding_box() for entry in page.locator(ENTRIES).all()]
    for above, below in pairwise(boxes):
        assert above["y"] + above["height"] <= below["y"] + 1
