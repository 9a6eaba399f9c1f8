"""Atom feeds: whole, escaped, and without an address that nobody knows."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from plugins.archive.model import KINDS
from plugins.feeds import add_pages, atom, channels
from tests.unit.articles.samples import write

ATOM = "{http://www.w3.org/2005/Atom}"


def everything(library, site):
    return atom.feed(channels.everything(library, site), site)


def of_tag(ref, library, site):
    return atom.feed(channels.of_record("tags", ref, library, site), site)


def entries(feed):
    return ElementTree.fromstring(feed).findall(f"{ATOM}entry")


def links(node):
    return {link.get("rel"): link.get("href") for link in node.findall(f"{ATOM}link")}


def test_links_are_relative_to_the_feed_without_an_address(archive, site):
    library = archive({"2021/a": "tags: [trade]"})
    feed = of_tag("trade", library, site)
    assert links(ElementTree.fromstring(feed)) == {
        "self": "../tags/trade.xml",
        "alternate": "../tags/trade.html",
    }
    assert links(entries(feed)[0]) == {"alternate": "../articles/2021/a.html"}


def test_links_are_absolute_and_ids_stay_with_an_address(archive, site, site_with_address):
    library = archive({"2021/a": "source_url: https://example.com/x"})
    here, there = everything(library, site), everything(library, site_with_address)
    assert links(entries(there)[0]) == {
        "alternate": "https://example.org/c/articles/2021/a.html",
        "via": "https://example.com/x",
    }
    ids = [
        [node.text for node in ElementTree.fromstring(f).iter(f"{ATOM}id")] for f in (here, there)
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_text_is_what_may_be_shown_and_escaped_once(archive, site):
    library = archive({"2021/a": "summary: A < B & C\ntext: digest"}, body="One & <two>.")
    (entry,) = entries(everything(library, site))
    assert entry.find(f"{ATOM}summary").text == "A < B & C"
    content = entry.find(f"{ATOM}content")
    assert content.get("type") == "html"
    assert content.text == library.body("2021/a").html


def test_what_may_stand_in_an_attribute_comes_back_as_it_was(archive, site):
    library = archive({"2021/a": 'tags: [trade]\nauthors: ["A \\"B\\" & <C>"]'})
    entry = entries(everything(replace_heading(library, 'Trade "x" & <y>'), site))[0]
    assert entry.find(f"{ATOM}category").get("label") == 'Trade "x" & <y>'
    assert entry.find(f"{ATOM}author/{ATOM}name").text == 'A "B" & <C>'


def replace_heading(library, heading):
    """The same Library with another name for its tag."""
    entry = library.entry("2021/a")
    tags = tuple(replace(tag, heading=heading) for tag in entry.tags)
    library.latest = lambda *_, **__: (replace(entry, tags=tags),)
    return library


def test_a_record_has_summaries_only(archive, site):
    library = archive(
        {"2021/a": "tags: [trade]\nsummary: In short.", "2021/b": "tags: [trade]"},
        body="The text. " * 50,
    )
    found = entries(of_tag("trade", library, site))
    assert [entry.find(f"{ATOM}content") for entry in found] == [None, None]
    summaries = sorted(entry.find(f"{ATOM}summary").text for entry in found)
    assert summaries[0] == "In short."
    assert summaries[1].endswith("text. …")
    assert len(summaries[1]) <= 282


def test_metadata_has_its_summary_only(archive, site):
    library = archive(
        {"2021/a": "summary: Short.\ntext: metadata\ntags: [trade]"}, body="Secret words."
    )
    for feed in (everything(library, site), of_tag("trade", library, site)):
        assert b"Short." in feed
        assert b"Secret" not in feed
        assert entries(feed)[0].find(f"{ATOM}content") is None


def test_metadata_without_a_summary_shows_nothing(archive, site):
    library = archive({"2021/a": "text: metadata\ntags: [trade]"}, body="Secret words.")
    for feed in (everything(library, site), of_tag("trade", library, site)):
        (entry,) = entries(feed)
        assert b"Secret" not in feed
        assert entry.find(f"{ATOM}summary") is None


def test_withdrawn_articles_are_in_no_feed(archive, site):
    library = archive(
        {
            "2021/a": "tags: [trade]\nwithdrawn: {date: 2022-01-01, reason: Gone.}\n"
            "corrections: [{date: 2021-12-01, note: A number.}]"
        }
    )
    assert entries(everything(library, site)) == []
    assert entries(of_tag("trade", library, site)) == []
    assert channels.corrections(library, site).items == ()


def test_an_empty_feed_was_never_updated(archive, site):
    root = ElementTree.fromstring(everything(archive({}), site))
    assert root.find(f"{ATOM}updated").text == "1970-01-01T00:00:00Z"


def test_updated_is_the_latest_day_of_the_front_matter(archive, site):
    library = archive(
        {
            "2021/a": "",
            "2021/b": "added: 2024-05-06",
            "2021/c": "added: 2024-05-06\ncorrections: [{date: 2025-01-02, note: Mended.}]",
        }
    )
    times = {
        entry.find(f"{ATOM}link").get("href"): entry.find(f"{ATOM}updated").text
        for entry in entries(everything(library, site))
    }
    assert times == {
        "articles/2021/a.html": "2021-04-06T09:58:00Z",
        "articles/2021/b.html": "2024-05-06T00:00:00Z",
        "articles/2021/c.html": "2025-01-02T00:00:00Z",
    }


def test_corrections_are_the_newest_first_with_day_note_and_article(archive, site):
    library = archive(
        {
            "2021/a": "corrections: [{date: 2022-01-01, note: One & <two>.}, "
            "{date: 2023-01-01, note: First.}, {date: 2023-01-01, note: Second.}]",
            "2021/b": "corrections: [{date: 2022-06-01, note: Between.}]",
            "2021/c": "status: draft\ncorrections: [{date: 2024-06-01, note: Hidden.}]",
        }
    )
    found = entries(atom.feed(channels.corrections(library, site), site))
    assert [
        (
            entry.find(f"{ATOM}updated").text[:10],
            links(entry)["alternate"],
            entry.find(f"{ATOM}content").text,
        )
        for entry in found
    ] == [
        ("2023-01-01", "articles/2021/a.html", "First."),
        ("2023-01-01", "articles/2021/a.html", "Second."),
        ("2022-06-01", "articles/2021/b.html", "Between."),
        ("2022-01-01", "articles/2021/a.html", "One & <two>."),
    ]
    assert len({entry.find(f"{ATOM}id").text for entry in found}) == 4
    assert found[0].find(f"{ATOM}title").text == "Correction: Ministers meet"


@pytest.mark.parametrize(("number", "kinds"), [(4, ["sources", "tags"]), (5, list(KINDS))])
def test_records_have_feeds_from_so_many_articles_on(archive, tmp_path, number, kinds):
    for path in ("places/oslo.yaml", "organisations/un.yaml"):
        write(tmp_path / "content/authorities" / path, "heading: Name\n")
    front = "people: [ann-lee]\ntags: [trade]\nplaces: [oslo]\norganisations: [un]\n"
    library = archive({f"2021/a{n}": front for n in range(number)})
    offered = {offer.path for offer in add_pages(library)}
    ids = {"people": "ann-lee", "places": "oslo", "organisations": "un", "sources": "gazette"}
    for kind in KINDS:
        for ending in ("xml", "json"):
            there = f"{kind}/{ids.get(kind, 'trade')}.{ending}" in offered
            assert there == (kind in kinds), kind


def test_a_record_that_no_article_names_has_none(archive):
    offered = {offer.path for offer in add_pages(archive({"2021/a": ""}))}
    assert "tags/trade.xml" not in offered
    assert {"feed.xml", "feed.json", "corrections.xml", "corrections.json"} <= offered
