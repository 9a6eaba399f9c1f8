"""What was probably meant: typing errors, and names written in other ways."""

import re
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from bench.search.reader import Index
from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.archive.names.sounds import sound
from plugins.search.forms import is_listed
from plugins.search.reading import Reading
from plugins.search.tokens import keys
from tests.building import SAMPLE
from tests.unit.search import generated
from tests.unit.search.fake import build
from tests.unit.search.mistakes import errors
from tests.unit.search.samples import document
from tests.unit.search.test_sounds import GROUPS
from tests.unit.search.variants import chosen, family

from .test_search import ENTRIES, addresses, all_addresses, root, search, settle, status

__all__ = ["root"]
# What the page does with a query: the words it offers for an unknown one, and what it finds.
ANSWERS = """async queries => {
    const index = await cuttings.search.open();
    const answers = [];
    for (const query of queries) {
        const state = cuttings.address.read('?q=' + encodeURIComponent(query));
        let result = await cuttings.search.run(index, state);
        const { unknown, q } = await cuttings.corrections.find(index, state, result.query);
        if (q !== state.q) result = await cuttings.search.run(index, { ...state, q });
        const hits = await cuttings.order.top(result, 'best', 1_000);
        answers.push({
            offers: unknown.length ? unknown[0].offers.map(({ form }) => form) : null,
            terms: result.query.units.flatMap(unit => unit.terms),
            found: hits.map(hit => hit.card[0]),
        });
    }
    return answers;
}"""
ERRORS = 300
VARIANTS = 200


class Archive:
    """Documents and names of an index, and the forms it knows."""

    def __init__(self, documents, names, files):
        self.index = Index(files)
        self.names = names
        self.labelled = {}
        for each in documents:
            for label in each.labels:
                self.labelled.setdefault(label.entity, []).append(each.address)
        words = [item for part in self.index.segments for item in part.words.items()]
        self.met = {form for form, (seen, _, _) in words if seen and is_listed(form)}
        people = [name for name in names if name.kind == "people"]
        self.surnames = {key for name in people for key in keys(family(name))}


@pytest.fixture(scope="module")
def sample(site):
    """The real content."""
    reading = Reading(Library.of(read_content(SAMPLE)))
    documents = list(map(reading.document, reading.library.articles()))
    files = {str(path): path.read_bytes() for path in (site / "search").rglob("*.js")}
    return Archive(documents, reading.names(), files)


@pytest.fixture(scope="module")
def made_up():
    """Made-up articles, and the files of their index."""
    documents, names = generated.archive(600)
    files = build(documents, names)
    return Archive(documents, names, files), files


@pytest.fixture(params=["sample", "made_up"])
def archive(request, page, http_site):
    """An archive, open in the page."""
    found = request.getfixturevalue(request.param)
    if request.param == "made_up":
        found, files = found
        serve(page, http_site, files)
    search(page, http_site)
    return found


def serve(page, site, files):
    """Another index in place of the site's."""

    def answer(route):
        path = f"search/{urlsplit(route.request.url).path.partition('/search/')[2]}"
        route.fulfill(body=files[path], content_type="text/javascript")

    page.route(f"{site}search/**", answer)


def corrected(page, archive, words):
    """Of one-letter errors in words, the share that the first suggestion mends, and the first
    three. A word that counts as another form of the right one is mended."""
    known = archive.met | {key for name in archive.names for _, form in name.written
                           for key in keys(form)}  # fmt: skip
    pairs = errors(words, known, ERRORS)
    first = three = 0
    for (word, _), answer in zip(
        pairs, page.evaluate(ANSWERS, [error for _, error in pairs]), strict=True
    ):
        offers = answer["offers"]
        silently = offers is None and archive.index.terms(word) & set(answer["terms"])
        first += bool(silently or (offers and offers[0] == word))
        three += bool(silently or word in (offers or ()))
    return first / ERRORS, three / ERRORS


def test_a_mistyped_name_is_corrected_by_the_first_suggestion(page, archive):
    first, three = corrected(page, archive, archive.surnames)
    assert first >= 0.95
    assert three >= 0.97


def test_a_mistyped_word_is_corrected_by_the_first_suggestion(page, archive):
    first, three = corrected(page, archive, archive.met - archive.surnames)
    assert first >= 0.90
    assert three >= 0.97


def test_people_are_found_by_other_spellings_other_alphabets_and_initials(page, archive):
    bearers = [name for name in archive.names if name.entity in archive.labelled]
    rows = chosen(bearers, VARIANTS)
    answers = page.evaluate(ANSWERS, [variant for _, variant, _ in rows])
    missed = [
        (variant, name.heading)
        for (_, variant, name), answer in zip(rows, answers, strict=True)
        if not comes_up(archive, name, answer["found"])
    ]
    assert len(rows) == VARIANTS
    assert len(missed) <= 0.02 * VARIANTS, missed


def comes_up(archive, name, found):
    """All articles about a person are found, and the first is about one of that surname."""
    same = [each.entity for each in archive.names if family(each) == family(name)]
    about = {address for entity in same for address in archive.labelled.get(entity, ())}
    return set(archive.labelled[name.entity]) <= set(found) and found[0] in about


@pytest.mark.parametrize("typed", ["Lavorv", "Ukriane", "lavrof", "Rajnaht", "presdent"])
def test_the_likely_word_is_searched_for_and_offered(page, root, typed):
    search(page, root, f"?q={typed}")
    assert re.match(r"No cutting has the word .*\. Did you mean \w+", status(page))
    assert page.locator(ENTRIES).count() > 0


@pytest.mark.parametrize("typed", ["xyzzyq", "qqqqzzzz", "bfrtxk", "жщщжъ"])
def test_a_word_that_is_near_to_nothing_is_given_no_suggestion(page, root, typed):
    search(page, root, f"?q={quote(typed)}")
    assert "Did you mean" not in status(page)
    assert page.locator(ENTRIES).count() == 0


def test_a_name_in_another_spelling_counts_beside_known_words(page, root):
    search(page, root, "?q=Lawrow")
    alone = set(all_addresses(page))
    search(page, root, "?q=oil+Lawrow")
    assert "Did you mean lavrov?" in status(page)
    assert alone <= set(all_addresses(page))
    page.get_by_role("status").get_by_role("link", name="lavrov").click()
    settle(page)
    expect(page.get_by_label("Search the archive")).to_have_value("oil lavrov")


def test_a_rare_word_beside_a_frequent_one_is_searched_for_and_doubted(page, http_site):
    frequent = [document(f"2021/{number}", body="the treaty") for number in range(300)]
    serve(page, http_site, build([*frequent, document("2021/rare", body="the traety")]))
    search(page, http_site, "?q=traety")
    assert status(page).startswith("Did you mean treaty? One cutting")
    assert addresses(page) == ["articles/2021/rare.html"]
    page.get_by_role("status").get_by_role("link", name="treaty").click()
    settle(page)
    assert "300 cuttings" in status(page)


def test_a_frequent_word_is_not_doubted(page, root):
    search(page, root, "?q=oil")
    assert "Did you mean" not in status(page)


def test_few_files_are_read_for_a_suggestion(page, made_up, http_site):
    _, files = made_up
    serve(page, http_site, files)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, http_site, "?q=parlament")
    assert "Did you mean parliament?" in status(page)
    for_errors = [url for url in asked if re.search(r"/(forms|starts-|ends-|sounds-)", url)]
    assert len(for_errors) <= 20


def test_the_browser_hears_names_as_the_index_does(page, http_site, made_up):
    archive, _ = made_up
    words = [key for group in GROUPS for key in keys(group)]
    words += sorted(key for name in archive.names for _, form in name.written for key in keys(form))
    search(page, http_site)
    heard = page.evaluate(
        """async words => {
            const { manifest } = await cuttings.search.open();
            const tables = await cuttings.chunks.load(manifest.names, 'forms');
            return words.map(word => cuttings.sounds.key(tables, word));
        }""",
        words,
    )
    assert heard == list(map(sound, words))
