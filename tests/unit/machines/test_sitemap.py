"""Sitemaps: every listed page, by its absolute address or not at all."""

from xml.etree import ElementTree

from plugins.machines import add_pages
from plugins.machines.sitemap import index, rest, year_map

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


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
    found = locations(rest(library, site_with_address))
    assert {base, f"{base}sources/gazette.html", f"{base}feeds.html"} <= set(found)
    assert f"{base}tags/trade.html" not in found


def locations(data):
    return [node.text for node in ElementTree.fromstring(data).iter(f"{SITEMAP}loc")]
