"""The page says whether its text is the one that was published, over HTTP and from disk."""

from hashlib import sha256

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.archive.text import render
from tests.building import GOOD
from tests.hostile import ATTACKS
from tests.unit.archive.text.texts import ALL_EXAMPLES, article

LIT = "articles/2020/lighthouse-lit.html"
SAME, OTHER = "Unchanged since publication.", "Not the text that was published."
WITHOUT_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined })"
OWN = "texts => Promise.all(texts.map(text => reading.sha256(text)))"
WORDS = """markups => markups.map(markup => {
    const element = document.createElement('div');
    element.innerHTML = markup;
    return reading.words(element);
})"""
# The last letter of the text, which may stand deep inside.
CHANGE_A_LETTER = """() => {
    const walker = document.createTreeWalker(document.getElementById('text'), NodeFilter.SHOW_TEXT);
    let last;
    while (walker.nextNode()) if (/[a-z]/.test(walker.currentNode.data)) last = walker.currentNode;
    last.data = last.data.replace(/[a-z](?=[^a-z]*$)/, letter => letter === 'x' ? 'y' : 'x');
}"""


def said(page):
    page.get_by_role("button", name="Check this text").click()
    answer = page.locator("text-check output:not(:empty)")
    answer.wait_for()
    return answer.inner_text()


@pytest.fixture(params=["http", "disk"])
def address(request, host, good_site):
    return f"{host('good_site') if request.param == 'http' else good_site.as_uri() + '/'}{LIT}"


@pytest.mark.parametrize("subtle", [True, False], ids=["the browser's", "our own"])
def test_an_unchanged_text_passes_and_a_changed_letter_fails(page, address, subtle):
    if not subtle:
        page.add_init_script(WITHOUT_SUBTLE)
    page.goto(address)
    assert page.evaluate("!!crypto.subtle") == subtle
    assert said(page) == SAME
    page.evaluate(CHANGE_A_LETTER)
    assert said(page) == OTHER
    page.reload()
    assert said(page) == SAME


def test_every_text_passes(page, host, good_site):
    """In Hindi and in Arabic, with tables and code, and with words marked that a search found."""
    arabic = f"articles/2021/{'long-' * 38}3.html"
    for site, path in (
        ("good_site", "articles/2021/ferry-in-hindi.html"),
        ("good_site", f"{LIT}?found=lamp,stair"),
        ("extreme_site", arabic),
    ):
        page.goto(f"{host(site)}{path}")
        assert said(page) == SAME, path


def test_the_digest_is_of_the_text_that_the_library_shows(page, host):
    page.goto(f"{host('good_site')}{LIT}")
    shown = page.locator("text-check code").inner_text().replace(" ", "").removeprefix("sha256")
    plain = Library.of(read_content(GOOD)).body("2020/lighthouse-lit").plain
    assert shown == sha256(plain.encode()).hexdigest()


def test_our_own_digest_is_that_of_the_standard(page, host):
    texts = ["é" * size for size in range(140)] + ["x" * 100_000, "ड़ Москва \U0001f5de\n"]
    page.add_init_script(WITHOUT_SUBTLE)
    page.goto(f"{host('good_site')}{LIT}")
    assert page.evaluate(OWN, texts) == [sha256(text.encode()).hexdigest() for text in texts]


def test_the_page_reads_any_text_as_the_build_does(page, host):
    texts = [*ALL_EXAMPLES, *ATTACKS.values(), *map(article, range(300))]
    bodies = [render(text, "articles/2021/x.md") for text in texts]
    page.goto(f"{host('good_site')}{LIT}")
    found = page.evaluate(WORDS, [body.linked for body in bodies])
    assert [body.plain for body in bodies] == found


def test_without_javascript_the_digest_stands_there_and_no_button(open_page, host):
    page = open_page(java_script_enabled=False)
    page.goto(f"{host('good_site')}{LIT}")
    assert page.locator("text-check code").is_visible()
    assert page.locator("text-check button").count() == 0


@pytest.mark.parametrize("kept", ["articles/2020/count-of-boats", "articles/2021/withdrawn-report"])
def test_where_no_text_is_shown_there_is_nothing_to_check(page, host, kept):
    page.goto(f"{host('good_site')}{kept}.html")
    assert page.locator("text-check").count() == 0
