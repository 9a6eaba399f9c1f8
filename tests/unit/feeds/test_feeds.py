"""Feeds and sitemaps: whole, escaped, and without an address that nobody knows."""

from xml.etree import ElementTree

from plugins.feeds import add_pages
from plugins.feeds.atom import everything, tag_feed
from plugins.feeds.sitemap import index, rest, year_map

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(feed):
    return ElementTree.fromstring(feed).findall(f"{ATOM}entry")


def links(node):
    return {link.get("rel"): link.get("href") for link in node.findall(f"{ATOM}link")}


def test_links_are_relative_to_the_feed_without_an_address(archive, site):
    library = archive({"2021/a": "tags: [trade]"})
    feed = tag_feed("trade", library, site)
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


def test_metadata_has_its_summary_only(archive, site):
    library = archive({"2021/a": "summary: Short.\ntext: metadata"}, body="Secret.")
    feed = everything(library, site)
    assert b"Short." in feed
    assert b"Secret" not in feed
    assert entries(feed)[0].find(f"{ATOM}content") is None


def test_withdrawn_articles_are_in_no_feed(archive, site):
    library = archive({"2021/a": "tags: [trade]\nwithdrawn: {date: 2022-01-01, reason: Gone.}"})
    assert entries(everything(library, site)) == []
    assert entries(tag_feed("trade", library, site)) == []


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


def test_there_is_no_sitemap_without_an_address(archive, site):
    library = archive({"2021/a": ""})
    assert (index(library, site), rest(library, site), year_map(2021, library, site)) == (
        b"",
        b"",
        b"",
    )


def test_the_sitemap_leads_to_every_listed_article(archive, site_with_address):
    library = archive(
        {
            "2021/a": "aliases: [articles/2020/old.html]",
            "2021/b": "withdrawn: {date: 2022-01-01, reason: Gone.}",
        }
    )
    offered = {file.path for file in add_pages(library)}
    base = "https://example.org/c/"
    maps = locations(index(library, site_with_address))
    assert {address.removeprefix(base) for address in maps} <= offered
    assert locations(year_map(2021, library, site_with_address)) == [f"{base}articles/2021/a.html"]
    assert base in locations(rest(library, site_with_address))


def locations(data):
    return [node.text for node in ElementTree.fromstring(data).iter(f"{SITEMAP}loc")]
