"""Feeds, read as a stranger's reader would: Atom by feedparser, the list of them by listparser,
JSON feeds by a schema."""

import json
from calendar import timegm
from datetime import datetime
from shutil import copytree
from urllib.parse import urldefrag, urljoin

import feedparser
import listparser
import pytest
from lxml import html

from tests.archives import write_article, write_record
from tests.building import ADDRESS, GOOD, build_site, pages
from tests.crawl import parsed
from tests.hostile import ATTACKS
from tests.json_feed import faults

ALL_SITES = ("site", "addressed_site", "good_site", "large_site", "extreme_site", "hostile_site")
LENGTH = 30
KINDS = ("people", "places", "organisations", "sources", "tags")


def names_of(site, ending="xml"):
    """The output paths of the feeds of articles."""
    found = [path for kind in KINDS for path in sorted((site / kind).glob(f"*.{ending}"))]
    return [f"feed.{ending}", *(path.relative_to(site).as_posix() for path in found)]


def feeds_of(site):
    return {name: read(site, name) for name in names_of(site)}


def json_of(site, name):
    """As read from ADDRESS: (feed, its items by id), links absolute."""
    feed = json.loads((site / name).read_bytes())
    assert faults(feed) == [], name
    for thing in (feed, *feed["items"]):
        for key in {"home_page_url", "feed_url", "url"} & set(thing):
            thing[key] = urljoin(f"{ADDRESS}/{name}", thing[key])
    return feed, {item["id"]: item for item in feed["items"]}


def read(site, name):
    """As fetched from ADDRESS: a reader knows where a feed came from."""
    headers = {
        "content-location": f"{ADDRESS}/{name}",
        "content-type": "application/atom+xml; charset=utf-8",
    }
    data = (site / name).read_bytes()
    return feedparser.parse(data, response_headers=headers, sanitize_html=False)


def path_of(address):
    """The output path of an absolute address of the site."""
    assert address.startswith(f"{ADDRESS}/"), address
    return urldefrag(address.removeprefix(f"{ADDRESS}/")).url or "index.html"


@pytest.fixture(params=ALL_SITES)
def any_site(request):
    return request.getfixturevalue(request.param)


def test_every_feed_is_sound(any_site):
    for name, feed in feeds_of(any_site).items():
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        assert feed.version == "atom10", name
        assert feed.feed.id, name
        assert feed.feed.title, name
        assert feed.feed.author_detail.name, name
        assert datetime.fromisoformat(feed.feed.updated).tzinfo, name


def test_every_tag_and_source_has_feeds_and_so_have_names_that_come_again(site):
    least = {"tags": 1, "sources": 1, "people": 5, "places": 5, "organisations": 5}
    for kind in KINDS:
        found = [p for p in pages(site) if p.startswith(f"{kind}/") and "index" not in p]
        with_feeds = []
        for page in found:
            articles = parsed(site, page).xpath("count(//article[contains(@class, 'entry')])")
            own = page.removesuffix(".html")
            there = [(site / f"{own}.{ending}").is_file() for ending in ("xml", "json")]
            assert there == [articles >= least[kind]] * 2, page
            root = parsed(site, page)
            told = root.xpath("//link[@type='application/atom+xml']/@href")
            assert told == ["../feed.xml"] + [f"../{own}.xml"] * there[0], page
            told = root.xpath("//link[@type='application/feed+json']/@href")
            assert told == [f"../{own}.json"] * there[0], page
            with_feeds += [page] * there[0]
        assert with_feeds, kind


def test_both_formats_say_the_same(any_site):
    assert [n.removesuffix(".xml") for n in names_of(any_site)] == [
        n.removesuffix(".json") for n in names_of(any_site, "json")
    ]
    for name, feed in feeds_of(any_site).items():
        other, items = json_of(any_site, name.replace(".xml", ".json"))
        assert other["title"] == feed.feed.title, name
        assert list(items) == [entry.id for entry in feed.entries], name
        for entry in feed.entries:
            item = items[entry.id]
            assert item["url"] == entry.link
            assert " ".join(item["title"].split()) == " ".join(entry.title.split())
            assert datetime.fromisoformat(item["date_published"]).tzinfo
            via = [link.href for link in entry.links if link.rel == "via"]
            assert [item["external_url"]] * len(via) == via if via else "external_url" not in item


def test_every_link_in_a_text_of_json_leads_to_a_file(any_site):
    _, items = json_of(any_site, "feed.json")
    for item in items.values():
        text = html.fragment_fromstring(item.get("content_html", ""), create_parent="div")
        for link in text.xpath("//a/@href"):
            there = urljoin(f"{ADDRESS}/feed.json", link)
            if there.startswith(ADDRESS):
                assert (any_site / path_of(there)).is_file(), (item["url"], link)
            assert there.startswith(("http://", "https://", "mailto:")), link


def test_the_list_of_feeds_has_each_once(any_site):
    found = listparser.parse((any_site / "feeds.opml").read_text("utf-8"))
    assert not found.bozo
    addresses = [urljoin(f"{ADDRESS}/feeds.opml", feed.url) for feed in found.feeds]
    assert len(addresses) == len(set(addresses))
    assert {path_of(address) for address in addresses} == {*names_of(any_site), "corrections.xml"}
    assert all(feed.title for feed in found.feeds)


def test_corrections_have_a_feed_in_both_formats(good_site):
    feed = read(good_site, "corrections.xml")
    assert not feed.bozo
    other, items = json_of(good_site, "corrections.json")
    assert list(items) == [entry.id for entry in feed.entries]
    assert other["title"] == feed.feed.title
    assert feed.entries
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    told = " ".join(path.read_text("utf-8") for path in GOOD.glob("articles/*/*.md"))
    for entry in feed.entries:
        assert entry.updated[:10] in told
        assert " ".join(entry.content[0].value.split()) in " ".join(told.split())
        assert (good_site / path_of(entry.link)).is_file()


def test_the_page_of_feeds_leads_to_them(site):
    told = set(parsed(site, "feeds.html").xpath("//main//a/@href"))
    assert told > {"feed.xml", "feed.json", "corrections.xml", "corrections.json", "feeds.opml"}
    for page in pages(site):
        links = parsed(site, page).xpath("//footer//a[text()='Feeds']/@href")
        assert len(links) == 1, page


def test_every_entry_has_what_readers_need(any_site):
    for name, feed in feeds_of(any_site).items():
        assert len(feed.entries) <= LENGTH, name
        for entry in feed.entries:
            assert entry.title, name
            assert entry.id.startswith("urn:uuid:"), name
            published, updated = (entry.published_parsed, entry.updated_parsed)
            assert timegm(updated) >= timegm(published) - 86_400, (name, entry.title)
            assert (any_site / path_of(entry.link)).is_file(), entry.link
        assert (any_site / path_of(feed.feed.link)).is_file(), name


def test_every_link_in_the_text_of_an_entry_leads_to_a_file(any_site):
    for name, feed in feeds_of(any_site).items():
        for entry in feed.entries:
            assert name == "feed.xml" or not entry.get("content"), name
            text = "".join(content.value for content in entry.get("content", ()))
            for link in html.fragment_fromstring(text, create_parent="div").xpath("//a/@href"):
                if link.startswith(ADDRESS):
                    assert (any_site / path_of(link)).is_file(), (name, entry.link, link)
                assert link.startswith(("http://", "https://", "mailto:")), (name, link)


def test_ids_are_unique_in_a_feed_and_the_same_in_all_of_them(any_site):
    by_link = {}
    feed_ids = []
    for name, feed in feeds_of(any_site).items():
        ids = [entry.id for entry in feed.entries]
        assert len(ids) == len(set(ids)), name
        feed_ids.append(feed.feed.id)
        for entry in feed.entries:
            by_link.setdefault(entry.link, set()).add(entry.id)
    assert len(feed_ids) == len(set(feed_ids))
    assert {link: ids for link, ids in by_link.items() if len(ids) > 1} == {}
    assert len(set.union(*by_link.values())) == len(by_link)


def test_ids_stay_when_the_site_gets_another_address(site, addressed_site):
    plain, known = feeds_of(site), feeds_of(addressed_site)
    assert [f.feed.id for f in plain.values()] == [f.feed.id for f in known.values()]
    for name, feed in plain.items():
        assert [e.id for e in feed.entries] == [e.id for e in known[name].entries], name


def test_ids_stay_when_words_change(good_site, tmp_path):
    content = tmp_path / "content"
    copytree(GOOD, content)
    for path in content.glob("articles/*/*.md"):
        path.write_text(path.read_text("utf-8").replace("summary: ", "summary: New "), "utf-8")
    changed = read(build_site(content, tmp_path), "feed.xml")
    before = read(good_site, "feed.xml")
    assert {e.get("summary") for e in changed.entries} != {e.get("summary") for e in before.entries}
    assert {e.id for e in changed.entries} == {e.id for e in before.entries}


def test_the_newest_accession_comes_first(tmp_path):
    content = tmp_path / "content"
    write_record(content, "sources", "paper")
    for name, date, added in (
        ("old-but-new-here", "1999-05-05", "2021-03-03"),
        ("never-noted", "2020-12-31", None),
        ("first", "2020-01-01", "2021-01-01"),
        ("second-same-day", "2020-02-02T10:00:00+05:30", "2021-01-01"),
    ):
        keys = {"date": date} | ({"added": added} if added else {})
        write_article(content, f"{date[:4]}/{name}", f"Text of {name}.", title=name, **keys)
    feed = read(build_site(content, tmp_path), "feed.xml")
    assert [entry.title for entry in feed.entries] == [
        "old-but-new-here", "second-same-day", "first", "never-noted"
    ]  # fmt: skip
    dates = {entry.title: entry.published for entry in feed.entries}
    assert dates["second-same-day"] == "2020-02-02T10:00:00+05:30"
    assert dates["first"] == "2020-01-01T00:00:00Z"


def test_a_feed_shows_no_more_than_the_page(good_site):
    """Neither drafts nor withdrawn articles, and of `text: metadata` no text."""
    entries = read(good_site, "feed.xml").entries
    shown = {path_of(entry.link): entry for entry in entries}
    for path in GOOD.glob("articles/*/*.md"):
        text = path.read_text("utf-8")
        link = f"articles/{path.parent.name}/{path.stem}.html"
        hidden = "\nstatus: draft" in text or "\nwithdrawn:" in text
        assert (link in shown) != hidden, link
        if "\ntext: metadata" in text:
            assert "content" not in shown[link]


def test_a_correction_makes_an_entry_new(tmp_path):
    content = tmp_path / "content"
    write_record(content, "sources", "paper")
    write_article(
        content, "2020/x", "Text.", corrections=[{"date": "2023-04-05", "note": "A number."}]
    )
    entry = read(build_site(content, tmp_path), "feed.xml").entries[0]
    assert entry.updated == "2023-04-05T00:00:00Z"


def test_titles_and_texts_of_a_feed_arrive_as_text(hostile_site):
    entries = read(hostile_site, "feed.xml").entries
    _, items = json_of(hostile_site, "feed.json")
    titles = {entry.title for entry in entries}
    assert {" ".join(f"{attack} {name}".split()) for name, attack in ATTACKS.items()} == {
        " ".join(title.split()) for title in titles
    }
    for entry in entries:
        assert items[entry.id]["content_html"]
        both = entry.content[0].value + items[entry.id]["content_html"]
        root = html.fragment_fromstring(both, create_parent="div")
        bad = "//script|//iframe|//object|//embed|//style|//form|//img|//svg|//x-hurt|//@style"
        assert root.xpath(bad) == [], entry.title
        assert [a for a in root.xpath("//@*") if a.attrname.startswith("on")] == [], entry.title
        assert not [h for h in root.xpath("//@href") if h.lower().strip().startswith("java")]
