"""Absolute addresses: none where the site does not know its own, right ones where it does."""

import json
import re
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.building import ADDRESS, GOOD, files, pages
from tests.crawl import links, meta, parsed

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
PLAIN = ("site", "good_site", "large_site")
ADDRESSED = ("addressed_site", "addressed_good_site")


@pytest.fixture(params=PLAIN)
def plain_site(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(params=ADDRESSED)
def known_site(request):
    return request.getfixturevalue(request.param)


def is_moved(site, page):
    return bool(parsed(site, page).xpath("//meta[@http-equiv='refresh']"))


def file_at(site, address):
    """The file that an absolute address of the site leads to."""
    assert address.startswith(f"{ADDRESS}/"), address
    path = urlsplit(address.removeprefix(f"{ADDRESS}/")).path or "index.html"
    return site / path


def test_without_an_address_no_page_names_one(plain_site):
    for page in pages(plain_site):
        root = parsed(plain_site, page)
        assert root.xpath("//link[@rel='canonical']") == [], page
        assert meta(root, "og:url") is None, page
        for block in root.xpath("//script[@type='application/ld+json']/text()"):
            data = json.loads(block)
            assert "url" not in data, page
            assert "url" not in data["isPartOf"], page


def test_without_an_address_feeds_link_relatively(plain_site):
    feeds = sorted(plain_site.rglob("*.xml"))
    assert feeds
    for feed in feeds:
        for link in etree.parse(feed).iter("{*}link"):
            relative = not urlsplit(link.get("href")).scheme
            assert relative == (link.get("rel") != "via"), (feed, link.get("href"))
            assert not relative or (feed.parent / link.get("href")).is_file(), feed


def test_without_an_address_there_is_no_sitemap(plain_site):
    assert list(plain_site.rglob("*sitemap*")) == []


def test_with_an_address_every_page_names_its_own(known_site):
    for page in pages(known_site):
        found = parsed(known_site, page).xpath("//link[@rel='canonical']/@href")
        if page == "404.html":
            assert found == []
            continue
        assert len(found) == 1, page
        own = f"{ADDRESS}/" if page == "index.html" else f"{ADDRESS}/{page}"
        assert (found == [own]) != is_moved(known_site, page), page
        assert file_at(known_site, found[0]).is_file(), page


def test_an_older_address_names_the_article_or_record_that_it_leads_to(addressed_good_site):
    moved = [page for page in pages(addressed_good_site) if is_moved(addressed_good_site, page)]
    assert moved
    for page in moved:
        root = parsed(addressed_good_site, page)
        target = file_at(addressed_good_site, root.xpath("//link[@rel='canonical']/@href")[0])
        path = target.relative_to(addressed_good_site).as_posix()
        body = parsed(addressed_good_site, path)
        assert not is_moved(addressed_good_site, path), page
        is_article = bool(body.xpath("//body[@class='article']"))
        assert is_article == page.startswith("articles/"), page
        assert path.partition("/")[0] == page.partition("/")[0]


def test_with_an_address_an_article_gives_it_to_those_who_share_it(known_site):
    articles = [
        p for p in pages(known_site) if parsed(known_site, p).xpath("//body[@class='article']")
    ]
    assert articles
    for page in articles:
        root = parsed(known_site, page)
        assert meta(root, "og:url") == f"{ADDRESS}/{page}"
        data = json.loads(root.xpath("//script[@type='application/ld+json']/text()")[0])
        assert data["url"] == f"{ADDRESS}/{page}"
        assert data["isPartOf"]["url"] == f"{ADDRESS}/"


def test_with_an_address_feeds_are_absolute_and_lead_to_files(known_site):
    others = re.compile("sitemap|opensearch")
    feeds = [path for path in known_site.rglob("*.xml") if not others.search(str(path))]
    assert feeds
    for feed in feeds:
        root = etree.parse(feed).getroot()
        own = root.xpath("*[local-name()='link'][@rel='self']/@href")
        assert own == [f"{ADDRESS}/{feed.relative_to(known_site).as_posix()}"]
        for link in root.iter("{*}link"):
            if link.get("rel") != "via":
                assert file_at(known_site, link.get("href")).is_file(), feed


def test_with_an_address_other_files_for_programs_have_it_too(known_site):
    feeds = [known_site / "feed.json", *known_site.glob("tags/*.json")]
    assert len(feeds) > 1
    for feed in feeds:
        found = json.loads(feed.read_bytes())
        own = f"{ADDRESS}/{feed.relative_to(known_site).as_posix()}"
        assert found["feed_url"] == own
        for address in (found["home_page_url"], *(item["url"] for item in found["items"])):
            assert file_at(known_site, address).is_file(), feed
    for node in etree.parse(known_site / "feeds.opml").iter("outline"):
        for name in {"xmlUrl", "htmlUrl"} & set(node.attrib):
            assert file_at(known_site, node.get(name)).is_file(), name
    (page, own) = etree.parse(known_site / "opensearch.xml").getroot().iter("{*}Url")
    assert file_at(known_site, page.get("template").partition("?")[0]).is_file()
    assert file_at(known_site, own.get("template")).is_file()


def test_the_sitemap_holds_every_page_that_is_to_be_found_and_no_other(known_site):
    index = etree.parse(known_site / "sitemap.xml")
    maps = index.xpath("//s:sitemap/s:loc/text()", namespaces=SITEMAP)
    assert {file_at(known_site, loc) for loc in maps} == set((known_site / "sitemaps").iterdir())
    found = [
        file_at(known_site, loc).relative_to(known_site).as_posix()
        for one in maps
        for loc in etree.parse(file_at(known_site, one)).xpath(
            "//s:url/s:loc/text()", namespaces=SITEMAP
        )
    ]
    assert len(found) == len(set(found))
    assert [page for page in found if not (known_site / page).is_file()] == []
    hidden = {page for page in pages(known_site) if meta(parsed(known_site, page), "robots")}
    assert hidden & set(found) == set()
    assert "404.html" in hidden
    articles = {p for p in pages(known_site) if p.startswith("articles/")} - hidden
    assert articles - set(found) == set()
    assert "index.html" in found


def test_the_sitemap_dates_every_article(known_site):
    for path in sorted((known_site / "sitemaps").glob("[0-9]*.xml")):
        for url in etree.parse(path).getroot():
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", url.findtext("s:lastmod", None, SITEMAP)), path


def test_the_error_page_has_absolute_links_as_it_is_served_at_any_depth(known_site):
    found = [link for link in links(known_site) if link.page == "404.html"]
    assert len(found) > 10
    for link in found:
        if not link.address.startswith("#"):
            assert file_at(known_site, link.address).is_file(), link.address


def test_only_the_error_page_and_the_head_differ_between_the_two(good_site, addressed_good_site):
    """And what can be cited: there the address is part of the citation."""
    for page in pages(good_site):
        plain, known = (parsed(s, page) for s in (good_site, addressed_good_site))
        # The page of feeds names files that are there with an address only.
        is_own = known.xpath("//body[@class='article' or @class='tombstone' or @class='data']")
        if page not in ("404.html", "feeds.html") and not is_own:
            assert etree.tostring(plain.find("body")) == etree.tostring(known.find("body")), page


def test_an_address_with_a_slash_at_its_end_is_the_same(build_once, addressed_good_site):
    slashed = build_once("slashed-good-site", GOOD, "--site-url", f"{ADDRESS}/")
    assert files(slashed) == files(addressed_good_site)
