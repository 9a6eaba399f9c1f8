"""What the page of a record shows, and what it leaves out."""

import pytest

from plugins.archive.following import Feeds
from plugins.archive.languages import language_name
from plugins.archive.model import Organisation, Person, Place, Tag
from plugins.authorities.card import card, position, standfirst
from plugins.authorities.record import record_view

LAVROV = {
    "heading": "Sergey Lavrov",
    "sort": "Lavrov, Sergey",
    "role": "Minister of Foreign Affairs of Russia",
    "note": "In office since 2004.",
    "country": "Russia",
    "variants": ("Sergei Lavrov",),
    "scripts": {"ru": ("Сергей Лавров", "Сергей Викторович Лавров"), "hi": ("सर्गेई लावरोव",)},
    "see_also": ("x",),
    "wikidata": "Q58217",
}


def rows(library, kind, id_):
    return [
        (row.term, [i if isinstance(i, str) else i.address for i in row.items], row.lang)
        for row in card(library, kind, id_)
    ]


def test_the_card_has_all_that_is_known(archive):
    library = archive(people={"lavrov": LAVROV, "x": {"heading": "X"}})
    assert rows(library, "people", "lavrov") == [
        ("Also written", ["Sergei Lavrov"], ""),
        ("In Russian", ["Сергей Лавров", "Сергей Викторович Лавров"], "ru"),
        ("In Hindi", ["सर्गेई लावरोव"], "hi"),
        ("Country", ["Russia"], ""),
        ("Note", ["In office since 2004."], ""),
        ("Wikidata", ["https://www.wikidata.org/wiki/Q58217"], ""),
        ("See also", ["people/x.html"], ""),
    ]
    assert rows(library, "people", "x") == []


def test_a_place_has_its_position_and_a_source_its_home_page(archive):
    library = archive(
        places={"delhi": {"heading": "Delhi", "country": "India", "lat": 28.6139, "lon": 77.209}},
        sources={"mint": {"heading": "Mint", "homepage": "https://www.mint.example/x"}},
    )
    assert rows(library, "places", "delhi") == [
        ("Country", ["India"], ""),
        ("Position", ["28.6139° N, 77.209° E"], ""),
    ]
    assert rows(library, "sources", "mint") == [("Home page", ["https://www.mint.example/x"], "")]
    assert card(library, "sources", "mint")[0].items[0].heading == "mint.example"


def test_a_tag_knows_what_is_above_below_and_beside_it(archive, site):
    tags = {
        "defence": {"heading": "Defence"},
        "air": {"heading": "Air", "broader": "defence"},
        "naval": {"heading": "Naval", "broader": "defence"},
        "jets": {"heading": "Jets", "broader": "air"},
    }
    library = archive(tags=tags)
    assert rows(library, "tags", "air") == [
        ("Narrower", ["tags/jets.html"], ""),
        ("Part of", ["tags/defence.html"], ""),
        ("Beside it", ["tags/naval.html"], ""),
    ]
    assert record_view("tags", "jets", library, site)["trail"] == (
        ("tags/defence.html", "Defence"),
        ("tags/air.html", "Air"),
        ("tags/index.html", "Tag"),
    )


def test_a_ring_of_broader_tags_ends(archive, site):
    tags = {
        "a": {"heading": "A", "broader": "b"},
        "b": {"heading": "B", "broader": "a"},
    }
    trail = record_view("tags", "a", archive(tags=tags), site)["trail"]
    assert trail == (("tags/b.html", "B"), ("tags/index.html", "Tag"))


@pytest.mark.parametrize(
    ("lat", "lon", "words"),
    [
        (55.752, 37.6175, "55.752° N, 37.6175° E"),
        (-34.6, -58.0, "34.6° S, 58° W"),
        (0.0, 0.0, "0° N, 0° E"),
    ],
)
def test_a_position_is_written_as_text(lat, lon, words):
    assert position(lat, lon) == words


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Person(heading="X", role="Envoy", note="Note."), "Envoy."),
        (Person(heading="X", role="Chairman, Acme Inc."), "Chairman, Acme Inc."),
        (Person(heading="X", note="Known for one thing."), "Known for one thing."),
        (Organisation(heading="X"), ""),
        (Tag(heading="X", scope="Used for x", note="Note."), "Used for x."),
        (Place(heading="X", country="India"), ""),
    ],
)
def test_the_standfirst_is_role_scope_or_note(record, words):
    assert standfirst(record) == words


@pytest.mark.parametrize(
    ("code", "name"), [("ru", "Russian"), ("zh-Hant", "Chinese"), ("xx", "xx")]
)
def test_a_language_has_a_name_or_keeps_its_code(code, name):
    assert language_name(code) == name


def test_no_article_means_no_chart_and_no_feed(archive, site):
    view = record_view("tags", "new", archive(tags={"new": {"heading": "New"}}), site)
    assert view["rows"] == view["companies"] == view["feeds"] == view["listing"].groups == ()


def test_one_article_means_no_chart(archive, site):
    library = archive([{"day": "2021-04-06", "tags": ("t",)}], tags={"t": {"heading": "T"}})
    view = record_view("tags", "t", library, site)
    assert view["rows"] == ()
    assert [group.label for group in view["listing"].groups] == ["2021"]
    assert view["feeds"] == (Feeds("T", "tags/t.xml", "tags/t.json"),)


def test_marks_are_named_in_the_order_of_the_days(archive, site):
    articles = [
        {"day": "2021-04-07", "people": ("p",)},
        {"day": "2021-04-06", "people": ("p",)},
        {"day": "2021-04-30", "happened": "2021-04", "people": ("p",)},
    ]
    library = archive(articles, people={"p": {"heading": "P"}})
    (row,) = record_view("people", "p", library, site)["rows"]
    assert [mark.title for mark in row.marks] == ["6 Apr: Report 1", "7 Apr: Report 0", "Report 2"]
    assert row.address == "#y2021"


def test_rows_of_a_crowded_record_lead_to_its_years(archive, site):
    articles = [{"day": f"2021-{n % 12 + 1:02}-01", "people": ("p",)} for n in range(101)]
    library = archive(articles, people={"p": {"heading": "P"}})
    view = record_view("people", "p", library, site)
    assert [row.address for row in view["rows"]] == ["people/p/2021.html"]
    assert view["merged"]


def test_who_appears_with_a_person_is_ranked_and_leaves_out_the_person(archive, site):
    articles = [
        {"day": "2021-04-06", "people": ("p", "q"), "tags": ("t",)},
        {"day": "2021-04-07", "people": ("p", "q", "r")},
    ]
    people = {id_: {"heading": id_.upper()} for id_ in "pqr"}
    library = archive(articles, people=people, tags={"t": {"heading": "T"}})
    found = record_view("people", "p", library, site)["companies"]
    assert [(c.title, [(h.id, n) for h, n in c.pairs]) for c in found] == [
        ("Appears with", [("q", 2), ("r", 1)]),
        ("Filed most under", [("t", 1)]),
    ]
