"""What the panel of filters fetches, and when: lists of a large archive are large."""

from collections import Counter
from random import Random
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import expect

from plugins.search import cut, facets
from plugins.search.documents import Label
from tests.browser.test_query_language import PAPER, TAG, lay
from tests.browser.test_search import search, settle, status
from tests.unit.search.fake import build
from tests.unit.search.samples import LAVROV, MINISTRY, SHOIGU, document, label

LABELS = (TAG, PAPER, LAVROV, MINISTRY, SHOIGU)
SMALL = 2_000
PANEL = "[data-part=panel]"


@pytest.fixture(scope="module")
def large():
    """More articles than have every facet counted; each has two of five records."""
    return build(
        [
            document(
                f"2021/{n:04}",
                f"2021-01-{1 + n % 28:02}",
                body="Oil.",
                labels=(label(LABELS[n % 5]), label(LABELS[(n + 1) % 5])),
            )
            for n in range(SMALL + 1)
        ],
        (),
    )


@pytest.fixture
def asked(page):
    """What the files of the index that were asked for begin with: people, cards..."""
    found = []

    def note(request):
        path = urlsplit(request.url).path
        if "/search/" in path:
            found.append(path.rpartition("/")[2].removesuffix(".js").partition("-")[0])

    page.on("request", note)
    return found


def facet(page, kind):
    return page.locator(f"{PANEL} [data-facet={kind}]")


def open_facet(page, kind):
    facet(page, kind).locator("summary").first.click()
    expect(facet(page, kind).locator("input").first).to_be_visible()


def test_in_a_large_archive_a_facet_is_counted_when_it_is_opened(page, http_site, large, asked):
    lay(page, http_site, large)
    search(page, http_site, "?q=oil")
    expect(facet(page, "people").locator("input")).to_have_count(2)
    assert "people" in asked
    assert not {"places", "organisations", "tags", "sources"} & set(asked)
    open_facet(page, "tags")
    assert "tags" in asked
    count = facet(page, "tags").locator("data").first.get_attribute("value")
    facet(page, "tags").get_by_role("checkbox").check()
    settle(page)
    assert f"tag={TAG.id}" in page.url
    assert f"{int(count):,}" in status(page)
    assert not {"places", "organisations", "sources"} & set(asked)


SKEWED = {"oil": 1, "gas": 7, "zinc": 60, "radium": 480}
FOREMOST = """async ([words, facet, most, whole]) => {
    const index = await cuttings.search.open();
    const result = await cuttings.search.run(index, cuttings.address.read(`?q=${words}`));
    return cuttings.counts.foremost(result, facet, most, whole);
}"""


@pytest.fixture(scope="module")
def skewed():
    """Documents of several segments, and their index in many short files: some records are in most
    articles, most in few."""
    chance = Random(7)
    kinds = ("people", "tags")
    records = {
        kind: [
            Label(kind=kind, id=f"{kind}-{n:03}", heading=f"N{n}", sort=f"N{n}") for n in range(300)
        ]
        for kind in kinds
    }
    documents = [
        document(
            f"2021/{n:04}",
            f"2021-0{1 + n // 300}-{1 + n % 28:02}",
            body=" ".join(word for word, one_in in SKEWED.items() if n % one_in == 0),
            labels=tuple(
                records[kind][int(300 * chance.random() ** 4)] for kind in kinds for _ in range(3)
            ),
        )
        for n in range(2_400)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cut, "LARGE", 2_400)
        patch.setattr(facets, "TARGET", 1_500)
        return documents, build(documents, ())


@pytest.mark.parametrize("word", SKEWED)
@pytest.mark.parametrize("kind", ["people", "tags"])
def test_counts_are_exact_and_foremost_where_the_page_says_so(page, http_site, skewed, word, kind):
    documents, files = skewed
    lay(page, http_site, files)
    search(page, http_site, "")
    counts = Counter(
        id_
        for each in documents
        if word in each.body.split()
        for id_ in {label.id for label in each.labels if label.kind == kind}
    )
    expected = [many for _, many in counts.most_common()]
    for most, whole in ((8, False), (20, True)):
        found = page.evaluate(FOREMOST, [word, kind, most, whole])
        shown = [value["count"] for value in found["values"]]
        assert {value["id"]: value["count"] for value in found["values"]}.items() <= counts.items()
        assert shown == sorted(shown, reverse=True)
        assert found["isExact"] or not whole
        if found["isExact"]:
            assert shown == expected[:most]
        assert found["isAll"] == (len(expected) <= most)


def test_frequent_words_do_not_read_rare_values(page, http_site, skewed, asked):
    _, files = skewed
    lay(page, http_site, files)
    search(page, http_site, "?q=oil")
    whole = [path for path in files if "/people-lists-" in path]
    assert 0 < asked.count("people") < len(whole) / 2


def test_values_further_back_are_counted_when_somebody_asks_for_more(page, http_site, skewed):
    _, files = skewed
    lay(page, http_site, files)
    search(page, http_site, "?q=oil")
    people = facet(page, "people")
    expect(people.locator("label")).to_have_count(8)
    people.locator("fieldset summary").focus()
    page.keyboard.press("Enter")
    expect(people.locator("label")).to_have_count(20)
    expect(people.locator("fieldset summary")).to_be_focused()
    expect(people.locator("label").last).to_be_visible()
    many = [int(one.get_attribute("value")) for one in people.locator("data").all()]
    assert many == sorted(many, reverse=True)


def test_of_values_that_were_not_all_looked_at_it_says_so(page, http_site, skewed):
    _, files = skewed
    lay(page, http_site, files)
    search(page, http_site, "?q=zinc")
    people = facet(page, "people")
    expect(people.locator("fieldset > .note")).to_contain_text("most frequent people")
    people.locator("fieldset summary").click()
    expect(people.locator("label")).to_have_count(20)
    expect(people.locator(".note")).to_have_count(0)


def test_what_is_chosen_has_its_count_however_rare(page, http_site, skewed):
    documents, files = skewed
    lay(page, http_site, files)
    rare = next(
        label.id
        for each in documents
        for label in each.labels
        if label.id > "people-280" and label.kind == "people"
    )
    search(page, http_site, f"?q=oil&person={rare}")
    box = facet(page, "people").locator("label", has=page.locator(f"input[value={rare}]"))
    expect(box.locator("input")).to_be_checked()
    many = sum(rare in {label.id for label in each.labels} for each in documents)
    assert box.locator("data").get_attribute("value") == str(many)


def test_what_is_chosen_stands_open_and_is_kept_while_others_are_chosen(page, http_site, large):
    lay(page, http_site, large)
    search(page, http_site, f"?q=oil&organisation={quote(MINISTRY.id)}")
    box = facet(page, "organisations").get_by_role("checkbox").first
    expect(box).to_be_checked()
    facet(page, "organisations").locator("summary").first.click()
    expect(box).to_be_hidden()
    facet(page, "people").get_by_role("checkbox").first.check()
    settle(page)
    assert f"organisation={MINISTRY.id}" in page.url
    assert "person=" in page.url


def test_opening_a_facet_keeps_the_focus_on_it(page, http_site, large):
    lay(page, http_site, large)
    search(page, http_site, "?q=oil")
    summary = facet(page, "tags").locator("summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(facet(page, "tags").get_by_role("checkbox").first).to_be_visible()
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(facet(page, "tags").get_by_role("checkbox").first).to_be_focused()


def test_a_facet_without_values_is_not_shown_and_comes_back(page, http_site, large):
    lay(page, http_site, large)
    search(page, http_site, "?q=oil")
    open_facet(page, "tags")
    field = page.get_by_label("Search the archive")
    field.fill("person:sergei-shoigu source:mint")
    field.press("Enter")
    settle(page)
    expect(facet(page, "tags")).to_be_hidden()
    field.fill("oil")
    field.press("Enter")
    settle(page)
    expect(facet(page, "tags").get_by_role("checkbox").first).to_be_visible()


def test_in_a_small_archive_every_facet_stands_open(page, http_site):
    search(page, http_site, "?q=Lavrov")
    for kind in ("people", "places", "organisations", "tags", "sources"):
        expect(facet(page, kind).get_by_role("checkbox").first).to_be_visible()
