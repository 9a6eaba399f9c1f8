"""Which files of the index each kind of question fetches, by a reader who has none of them.

Counted are the files under `search/`, as compressed bodies. The page itself, its style and its
scripts are the same for every question: `page` has them.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, ViewportSize

from .browser import PHONE, WIDE, opened
from .host import Host, Transfer
from .questions import Questions, asked

TURNS = 2  # of every mix of words
EACH = 12  # questions of every other kind
INDEX = "search/"
OPEN_PANEL = "search => { search.querySelector('[data-part=filters]').open = true; }"
FACETS = ("people", "places", "organisations", "tags", "sources")
OPEN_FACET = "details => { details.open = true; }"
# What the page does with a word that nobody wrote; in two steps, to tell their files apart.
LOOK_UP = """async word => {
    const index = await cuttings.search.open();
    await cuttings.search.run(index, cuttings.address.read(`?q=${word}`));
}"""
CORRECT = """async word => {
    const found = await cuttings.spelling.suggest(await cuttings.search.open(), word);
    return found.length;
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was asked for on one visit, and the files that it took."""

    asked: str
    files: tuple[Transfer, ...]

    @property
    def bytes(self) -> int:
        return sum(each.bytes for each in self.files)

    @property
    def requests(self) -> int:
        return len(self.files)

    @property
    def kinds(self) -> Counter[str]:
        """Bytes by kind of file: words, list, cards..."""
        found = Counter[str]()
        for each in self.files:
            found[kind(each.path)] += each.bytes
        return found


def kind(path: str) -> str:
    """`words` of `search/0f.../words-12ab....js`."""
    return path.rpartition("/")[2].removesuffix(".js").partition("-")[0]


Read = Callable[[Page, str], object]


@dataclass(frozen=True, slots=True)
class Visitor:
    """Comes each time as if for the first time."""

    browser: Browser
    host: Host

    def sees(self, query: str, screen: ViewportSize = PHONE) -> Visit:
        """The list of results, as the page shows it at first."""
        with opened(self.browser, self.host, query, screen):
            return self.visit(query)

    def counts(self, query: str) -> Iterator[Visit]:
        """Once the list is there: the panel of filters opened, and one facet in it after the other.
        Of a small archive all of them are open at once, and the first one takes it all."""
        with opened(self.browser, self.host, query, PHONE) as page:
            self.host.account()
            page.locator("cuttings-search").evaluate(OPEN_PANEL)
            for facet in FACETS:
                details = f"[data-facet={facet}]"
                page.locator(details).evaluate(OPEN_FACET)
                # All are hidden until the first is counted; one without values stays so.
                counted = f"{details}:not([aria-busy])"
                done = page.locator(f"{counted}[hidden], {counted} input")
                done.first.wait_for(state="attached")
                yield self.visit(f"{query}, {facet}")

    def corrects(self, word: str) -> Visit:
        """What finding a mistyped word's neighbours takes, when the word was not found."""
        with opened(self.browser, self.host, "", PHONE) as page:
            page.evaluate(LOOK_UP, word)
            self.host.account()
            page.evaluate(CORRECT, word)
            return self.visit(word)

    def page(self) -> Visit:
        """Everything besides the index: markup, style, scripts."""
        with opened(self.browser, self.host, "", PHONE):
            files = self.host.account()
        return Visit("", tuple(each for each in files if not each.path.startswith(INDEX)))

    def visit(self, query: str) -> Visit:
        files = self.host.account()
        return Visit(query, tuple(each for each in files if each.path.startswith(INDEX)))


def visits(visitor: Visitor, questions: Questions) -> Iterator[tuple[str, Visit]]:
    """The kind of question (a name of `goals.py`) and one visit after the other."""
    for _ in range(TURNS):
        for words in questions.every_mix():
            yield "words", visitor.sees(asked(words))
            yield "wide", visitor.sees(asked(words), WIDE)
            yield from (("counts", visit) for visit in visitor.counts(asked(words)))
    for _ in range(EACH):
        yield "sentence", visitor.sees(asked(questions.sentence()))
        yield "filters", visitor.sees(questions.filters())
        yield "spelling", visitor.corrects(questions.mistyped())
    yield "page", visitor.page()
