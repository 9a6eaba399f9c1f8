"""Sitemaps: an index, one for each year, one for everything that is no article.

Search engines want absolute addresses, so all of them are empty (which means: not written)
where the site does not know its own. One a year, so that an added article changes one, and
so that none comes near the 50,000 addresses that a sitemap may hold.
"""

from plugins.archive.library import Library
from plugins.archive.markup import SITEMAP, Element
from plugins.archive.model import KINDS, Article
from plugins.archive.permalinks import authority_address, page_address, year_address
from plugins.archive.site import Site


def index(library: Library, site: Site) -> bytes:
    if not site.url:
        return b""
    root = Element.root("sitemapindex", SITEMAP)
    names = ["pages", *(f"{year:04}" for year, _ in library.years())]
    for name in names:
        root.add("sitemap").add("loc", site.absolute(f"sitemaps/{name}.xml"))
    return root.bytes()


def year_map(year: int, library: Library, site: Site) -> bytes:
    """The articles filed under a year, oldest first."""
    if not site.url:
        return b""
    root = Element.root("urlset", SITEMAP)
    for entry in library.entries(year=year, newest_first=False):
        url = root.add("url")
        url.add("loc", site.absolute(entry.address))
        url.add("lastmod", changed(library.article(entry.id)))
    return root.bytes()


def rest(library: Library, site: Site) -> bytes:
    """Front page, hand-written pages, the one about reading, times, and each record in use."""
    if not site.url:
        return b""
    paths = [
        "",
        *map(page_address, sorted(library.pages)),
        "collection.html",
        "timeline.html",
        "map.html",
        "feeds.html",
        "reading.html",
        "dates/index.html",
        "dates/days.html",
        "data/index.html",
        *(year_address(year) for year, _ in library.years()),
    ]
    for kind in KINDS:
        paths.append(f"{kind}/index.html")
        paths += [authority_address(kind, ref) for ref in library.in_use(kind)]
    root = Element.root("urlset", SITEMAP)
    for path in paths:
        root.add("url").add("loc", site.absolute(path))
    return root.bytes()


def changed(article: Article) -> str:
    days = [article.date.day, *(correction.date for correction in article.corrections)]
    return max([*days, article.added] if article.added else days).isoformat()
