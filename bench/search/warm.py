"""Milliseconds from a query to the list of its results, where no file has to be fetched any more.

The page is asked as a reader asks it: words into the field, the form sent. The time ends when
the page says that it is done and its layout is known. The panel of filters is closed; with
`counts` it stands open, and its first facet is counted, too.
"""

from collections.abc import Iterator, Sequence

from playwright.sync_api import Browser, Page

from .browser import PHONE, WIDE, opened
from .host import Host
from .questions import Questions

DISTINCT, ROUNDS = 90, 3
ASK = """async words => {
    const search = document.querySelector("cuttings-search");
    const form = search.querySelector("form");
    form.elements.namedItem("q").value = words;
    const started = performance.now();
    form.requestSubmit();
    await new Promise(done => {
        const observer = new MutationObserver(() => {
            if (!search.hasAttribute("aria-busy")) done(observer.disconnect());
        });
        observer.observe(search, { attributes: true, attributeFilter: ["aria-busy"] });
    });
    search.getBoundingClientRect();
    return performance.now() - started;
}"""


def times(browser: Browser, host: Host, questions: Questions) -> Iterator[tuple[str, list[float]]]:
    """The kind of question (a name of `goals.py`) and milliseconds of each."""
    words = distinct("said", *(questions.words() for _ in range(DISTINCT - 1)))
    sentences = distinct(*(questions.sentence() for _ in range(DISTINCT // 4)))
    with opened(browser, host, "", PHONE) as page:
        yield "warm", asked_again(page, words)
        yield "warm sentence", asked_again(page, sentences)
    with opened(browser, host, "", WIDE) as page:
        yield "warm counts", asked_again(page, words)


def distinct(*queries: str) -> list[str]:
    """Never the same twice running: the page may have nothing to do then."""
    return list(dict.fromkeys(queries))


def asked_again(page: Page, queries: Sequence[str]) -> list[float]:
    """Each once, so that its files are there; then all of them in turn, several times."""
    for query in queries:
        page.evaluate(ASK, query)
    return [page.evaluate(ASK, query) for _ in range(ROUNDS) for query in queries]
