"""What may be typed: phrases, OR, minus, fields, begun words, switches, limits of time."""

from urllib.parse import quote, urlsplit

import pytest

from tests.browser.test_search import search, status
from tests.unit.search.fake import build
from tests.unit.search.samples import LAVROV, MINISTRY, SHOIGU, document, label

TAG = LAVROV.__class__(kind="tags", id="oil-price", heading="Oil price", sort="Oil price")
PAPER = LAVROV.__class__(kind="sources", id="mint", heading="Mint", sort="Mint")
DOCUMENTS = [
    document("2020/a", "2020-03-14", title="A", body="Oil price talks.", labels=(label(TAG),)),
    document("2020/b", "2020-03-15", title="B", body="The price of oil.", labels=(label(PAPER),)),
    document("2020/c", "2020-04-01", title="C", body="Gas price talks.", labels=(label(LAVROV),)),
    document("2021/d", "2021-01-01", title="D", body="Gas and coal.", labels=(label(SHOIGU),)),
    document("2021/e", "2021-12-31", title="E", body="Electricity from coal, oils."),
    document("2022/f", "2022-01-01", title="F", body="Electrical goods, us or them."),
    document(
        "2022/g",
        "2022-06-01",
        title="G",
        body="Sergei said no.",
        labels=(label(MINISTRY),),
        lang="hi",
    ),
]
# What a query finds, by the last letter of the address; in any order.
FOUND = {
    "oil": "abe",
    "oil OR gas": "abcde",
    "oil | gas": "abcde",
    '"oil price"': "a",
    '"price oil"': "",
    '"price of oil"': "b",
    "“oil price”": "a",
    '"oil price" talks': "a",
    '"oil price" OR "gas price"': "ac",
    '"oil price" OR coal': "ade",
    '"oil price" OR the': "a",
    'the OR "oil price"': "a",
    'price -"oil price"': "bc",
    "price -talks": "b",
    "price -gas -oil": "",
    "-price": "defg",
    "electri*": "ef",
    "electric*": "ef",
    "electrical": "ef",
    "person:lavrov": "c",
    "person:Лавров": "c",
    "PERSON:sergey-lavrov": "c",
    'person:"Sergei Lavrov" gas': "c",
    "gas -person:lavrov": "d",
    "person:lavrov person:shoigu": "",
    "org:mea": "g",
    'organisation:"Ministry of External Affairs"': "g",
    'tag:"oil price"': "a",
    "tag:oil-price": "a",
    "source:mint": "b",
    "price source:mint": "b",
    "language:hi": "g",
    "language:Hindi": "g",
    "-lang:hindi said": "",
    "from:2021": "defg",
    "to:2020": "abc",
    "from:2020-03-15 to:2021-12-31": "bcde",
    "from:2020-04 to:2020-04": "c",
    "price from:2020-03-15": "bc",
    "price to:2020-03-14": "a",
    "to:2020-03": "ab",
    "from:2030": "",
    "12:30 https://oil": "abe",
    '"': "abcdefg",
    '"oil': "abe",
    'coal "price of': "abcde",
}
RUN = """async ([query, given]) => {
    const index = await cuttings.search.open();
    const state = { ...cuttings.address.read('?q=' + encodeURIComponent(query)), ...given };
    const result = await cuttings.search.run(index, state, given);
    const hits = cuttings.search.isEmpty(index, state) ? [] :
        await cuttings.order.top(result, state.sort, 10_000);
    return { found: hits.map(({ card }) => card[0].at(-6)), total: result.total, some: result.some,
             unread: result.unread, whole: result.whole,
             unplaced: result.query.unplaced.map(({ value }) => value) };
}"""


@pytest.fixture
def ask(page, http_site):
    """Ask a small index, laid under the real page."""
    files = build(DOCUMENTS, (LAVROV, SHOIGU, MINISTRY, TAG, PAPER))
    lay(page, http_site, files)
    search(page, http_site)
    return lambda query, **given: page.evaluate(RUN, [query, given])


def lay(page, root, files):
    def answer(route):
        path = f"search/{urlsplit(route.request.url).path.partition('/search/')[2]}"
        route.fulfill(body=files[path], content_type="text/javascript")

    page.route(f"{root}search/**", answer)


def test_what_is_typed_finds_what_it_says(ask):
    wrong = {}
    for query, expected in FOUND.items():
        found = "".join(sorted(ask(query)["found"]))
        if found != expected:
            wrong[query] = found
    assert not wrong


@pytest.mark.parametrize(
    ("query", "found", "some"),
    [
        ("price talks", "ac", 3),
        ("price coal", "", 5),
        ("price coal OR oil", "ab", 5),
        ("gas OR oil price OR coal", "abcde", 5),
        ("the price of oil", "ab", 4),
        ("price nowhere", "", 3),
        ("price nowhere OR talks", "ac", 3),
    ],
)
def test_all_words_can_be_wanted(ask, query, found, some):
    answer = ask(query, all=True)
    assert "".join(sorted(answer["found"])) == found
    assert answer["some"] == some


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("oil", "ab"),
        ("oils", "e"),
        ("Sergei", "dg"),
        ("Sergey", "c"),
        ("Лавров", ""),
        ("electric*", ""),
        ('"oil price"', "a"),
        ('"oils price"', ""),
        ("coal -oil", "de"),
    ],
)
def test_the_spelling_typed_can_be_wanted_and_no_other(ask, query, found):
    assert "".join(sorted(ask(query, exact=True)["found"])) == found


def test_the_last_word_may_be_only_begun_while_typing(ask):
    assert ask("pric gas", typing=True)["found"] == ask("gas")["found"]
    assert sorted(ask("gas pri", typing=True)["found"]) == ["a", "b", "c", "d"]
    assert sorted(ask("gas pri")["found"]) == ["c", "d"]
    assert sorted(ask("pri ", typing=True)["found"]) == []
    assert ask("person:lav", typing=True)["unplaced"] == []
    assert ask("лавр", typing=True)["found"] == ask("Лавров")["found"] == ["c"]
    assert sorted(ask("lavr*")["found"]) == ["c"]


def test_a_field_that_names_nothing_finds_nothing_and_says_so(page, http_site):
    lay(page, http_site, build(DOCUMENTS, (LAVROV,)))
    search(page, http_site, f"?q={quote('oil person:nobody')}")
    assert status(page) == "No person here is called nobody."
    assert page.locator("[data-part=list] > li").count() == 0
    search(page, http_site, f"?q={quote('oil from:yesterday')}")
    assert "yesterday is no date" in status(page).replace("“", "").replace("”", "")


def test_limits_that_were_typed_are_shown_by_the_control_and_kept_in_the_address(page, http_site):
    lay(page, http_site, build(DOCUMENTS, ()))
    search(page, http_site, f"?q={quote('price from:2020-03-15 to:2021')}")
    assert page.get_by_label("Search the archive").input_value() == "price"
    assert page.get_by_role("spinbutton", name="From").input_value() == "2020"
    assert page.get_by_role("spinbutton", name="to").input_value() == "2021"
    address = page.evaluate("cuttings.address.write(cuttings.address.read(location.search))")
    assert address == "?q=price&from=2020-03-15&to=2021"


def test_more_articles_than_are_read_for_a_phrase_are_counted(page, http_site):
    documents = [
        document(f"2021/{number:04}", body="oil price" if number % 2 else "price, but oil first")
        for number in range(300)
    ]
    lay(page, http_site, build(documents, ()))
    search(page, http_site)
    answer = page.evaluate(RUN, ['"oil price"', {}])
    assert 0 < answer["total"] <= 120
    assert answer["unread"] == 180
    assert page.evaluate(RUN, ['"oil price"', {"from": "2022"}])["unread"] == 180
    search(page, http_site, f"?q={quote(chr(34) + 'oil price' + chr(34))}")
    assert "180 cuttings more have the words in quotes" in status(page)


def test_of_hits_that_are_level_only_the_latest_are_read(page, http_site):
    """They have the same words and the same length; each has a file of its own."""
    days = [f"2021-01-{1 + n % 28:02}" for n in range(300)]
    documents = [document(f"2021/{n:04}", day, body="oil") for n, day in enumerate(days)]
    asked = []
    lay(page, http_site, build(documents, ()))
    page.on("request", lambda request: asked.append(request.url))
    search(page, http_site, "?q=oil")
    assert page.locator("[data-part=list] > li").count() == 10
    shown = page.locator("[data-part=list] time").evaluate_all("all => all.map(e => e.dateTime)")
    assert set(shown) == {"2021-01-28"}
    # Two segments: of 256 and of the 44 that are left.
    assert len([url for url in asked if "/cards-" in url]) <= 20
