"""Citing an article from its page: three styles, a copy, files; and the same as a search says."""

import json
from shutil import copytree

import pytest
import rispy
from playwright.sync_api import expect
from pybtex.database import parse_string

from tests.archives import write_article
from tests.building import ADDRESS, GOOD
from tests.hosting import hosted

LIT = "articles/2020/lighthouse-lit.html"
FORMATS = ("BibTeX", "RIS", "CSL-JSON")


def write_cited(content):
    """The good archive with what is hard to cite: TeX's signs, a question, a digest's bylines."""
    copytree(GOOD, content)
    write_article(
        content,
        "2021/signs",
        "Lumen.",
        title=r"Is 100% of {A} & B_C worth $5 \ #1 ~ ^?",
        source="lumen-courier",
        authors=["Łukasz O'Brien", "Press & Sons {Lumen}", "Third"],
        summary='He "said"\nso.',
        source_url="https://courier.example/a_b?c=%20&d=1",
        lang="en",
    )
    write_article(
        content,
        "2021/told",
        "Lumen.",
        title="कौन देगा।",
        source="lumen-courier",
        authors=["Asha Rao"],
        text="digest",
        lang="hi",
    )
    return content


@pytest.fixture(scope="session")
def cited_site(build_once):
    return build_once("cited-site", write_cited, "--site-url", ADDRESS)


@pytest.fixture(params=["http", "file"])
def root(request, cited_site):
    if request.param == "file":
        yield f"{cited_site.as_uri()}/"
        return
    with hosted(cited_site) as address:
        yield address


@pytest.fixture
def http_root(cited_site):
    with hosted(cited_site) as address:
        yield address


def saved(page, press):
    with page.expect_download() as waiting:
        press()
    found = waiting.value
    return found.suggested_filename, found.path().read_bytes().decode()


def from_article(page, root, path, name):
    page.goto(f"{root}{path}")
    return saved(page, page.locator(".files").get_by_role("link", name=name).click)


def from_search(page, root, query, name):
    page.goto(f"{root}search.html{query}")
    expect(page.locator("[data-part=citations] li").first).to_be_visible()
    return saved(page, page.get_by_role("button", name=name, exact=True).click)[1]


def articles_of(site):
    """Those that can be cited: no redirect, nothing withdrawn."""
    paths = sorted((site / "articles").rglob("*.html"))
    return [p.relative_to(site).as_posix() for p in paths if 'class="quote"' in p.read_text()]


def of_articles(site, page, root, name):
    """What the file of each article holds."""
    found = []
    for path in articles_of(site):
        page.goto(f"{root}{path}")
        link = page.locator(".files").get_by_role("link", name=name, exact=True)
        read = "async (address) => (await (await fetch(address)).text())"
        found.append(page.evaluate(read, link.get_attribute("href")))
    return found


# Files


@pytest.mark.parametrize("name", FORMATS)
def test_files_are_saved_over_http_and_from_disk(page, root, name):
    file, text = from_article(page, root, LIT, name)
    assert file == f"2020-lighthouse-lit.{ {'BibTeX': 'bib', 'RIS': 'ris'}.get(name, 'json') }"
    assert "Lighthouse “Old Wick” lit again: B-12 lamp shines over Port Lumen" in text
    assert page.url == f"{root}{LIT}"


def test_files_are_saved_without_javascript(open_page, root):
    page = open_page(java_script_enabled=False)
    _, text = from_article(page, root, "articles/2020/beacon-on-old-wick.html", "CSL-JSON")
    assert json.loads(text)[0]["title"] == "Маяк снова горит"


@pytest.mark.parametrize("name", FORMATS)
def test_an_article_says_of_itself_what_a_search_says_of_it(open_page, cited_site, http_root, name):
    page = open_page(bypass_csp=True)  # for the test's own fetch of a link's data
    here = of_articles(cited_site, page, http_root, name)
    assert len(here) == 7
    there = from_search(page, http_root, "?q=lumen+wick+маяк#takeaway", name)
    if name == "CSL-JSON":
        own = {each["id"]: each for text in here for each in json.loads(text)}
        assert {each["id"]: each for each in json.loads(there)} == own
    elif name == "RIS":
        assert {text.strip() for text in here} == {
            f"TY  - NEWS{each}".strip() for each in there.split("TY  - NEWS")[1:]
        }
        assert len(rispy.loads(there)) == len(here)
    else:
        assert {text.strip() for text in here} == {
            f"@article{each}".strip() for each in there.split("@article")[1:]
        }
        assert len(parse_string(there, "bibtex").entries) == len(here)


def test_a_search_cites_as_the_articles_do(page, cited_site, http_root):
    page.goto(f"{http_root}search.html?q=lumen+wick+маяк#takeaway")
    expect(page.locator("[data-part=citations] li").first).to_be_visible()
    there = page.locator("[data-part=citations] li").all_text_contents()
    here = []
    for path in articles_of(cited_site):
        page.goto(f"{http_root}{path}")
        here += page.locator(".quote").all_text_contents()[:1]
    assert len(here) == 7
    assert sorted(there) == sorted(here)


# On the page


def test_one_style_is_open_and_another_by_a_key(page, root):
    page.goto(f"{root}{LIT}")
    styles = page.locator("cite-this details")
    assert styles.locator("summary").all_inner_texts() == ["Chicago", "APA", "MLA"]
    assert page.locator(".quote:visible").count() == 1
    styles.nth(1).locator("summary").focus()
    page.keyboard.press("Enter")
    expect(styles.nth(1).locator(".quote")).to_be_visible()
    expect(styles.nth(0).locator(".quote")).to_be_hidden()


def test_all_styles_open_without_javascript(open_page, root):
    page = open_page(java_script_enabled=False)
    page.goto(f"{root}{LIT}")
    assert page.get_by_role("button", name="Copy").count() == 0
    page.locator("summary", has_text="MLA").click()
    expect(page.locator(".quote:visible")).to_contain_text("14 May 2020")


def test_a_citation_is_copied_with_its_italics_and_it_is_said(open_page, http_root):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{http_root}{LIT}")
    page.locator("summary", has_text="APA").click()
    page.get_by_role("button", name="Copy, APA").focus()
    page.keyboard.press("Enter")
    expect(page.locator("cite-this [role=status]:visible")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator(".quote:visible").inner_text()
    rich = page.evaluate(
        "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    )
    assert "<i>The Lumen Courier</i>" in rich


def test_without_a_clipboard_the_citation_is_selected(page, root):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{root}{LIT}")
    page.get_by_role("button", name="Copy, Chicago").click()
    expect(page.locator("cite-this [role=status]:visible")).to_contain_text("selected")
    assert "Bruno Quill" in page.evaluate("String(getSelection())")


def test_everything_in_it_is_large_enough_to_press(open_page, http_root):
    page = open_page(viewport={"width": 320, "height": 640}, has_touch=True)
    page.goto(f"{http_root}{LIT}")
    for box in page.locator(".cite :is(summary, button:visible, a)").all():
        assert box.bounding_box()["height"] >= 24, box.inner_text()
        assert box.bounding_box()["width"] >= 24, box.inner_text()


def test_the_open_citation_is_printed_and_nothing_to_press(page, http_root):
    page.goto(f"{http_root}{LIT}")
    page.emulate_media(media="print")
    expect(page.locator(".quote").first).to_be_visible()
    for gone in (".files", "cite-this button", "cite-this details:nth-of-type(2)"):
        assert not page.locator(gone).first.is_visible(), gone


# Of a list


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("people/asha-tamm.html", "person=asha-tamm"),
        ("tags/ferries.html", "tag=ferries"),
        ("places/port-lumen.html", "place=port-lumen"),
        ("organisations/harbour-office.html", "organisation=harbour-office"),
        ("sources/lumen-courier.html", "source=lumen-courier"),
    ],
)
def test_what_a_page_lists_is_cited_by_the_search(page, root, path, query):
    page.goto(f"{root}{path}")
    listed = page.locator("main .entries h3 a, main .entries h4 a").evaluate_all(
        "all => all.map(a => a.getAttribute('href').replace('../', ''))"
    )
    page.get_by_role("link", name="Cite or download these").click()
    expect(page.locator("[data-part=citations] li").first).to_be_visible()
    assert query in page.url
    cited = page.locator("[data-part=citations] li").all_inner_texts()
    assert listed
    assert sorted(f"{ADDRESS}/{path}" for path in listed) == sorted(
        text.rstrip(".").rpartition(" ")[2] for text in cited
    )


def test_a_record_without_articles_has_nothing_to_cite(page, http_root):
    page.goto(f"{http_root}people/nobody-yet.html")
    assert page.get_by_role("link", name="Cite or download these").count() == 0
