"""Feeds: Atom for everything and for each tag, and a sitemap.

In: the articles that were added last. Out: `feed.xml`, `tags/<id>.xml`; where the site knows
its address (SITEURL), also `sitemap.xml`, which names one sitemap a year and one for the rest
under `sitemaps/`. Without SITEURL a feed's links are relative to it and there is no sitemap.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import File, Gone, Offer
from plugins.archive.reasons import LISTS, say

from .atom import everything, tag_feed
from .sitemap import index, rest, year_map


def add_pages(library: Library) -> Iterator[File]:
    yield File("feed.xml", everything)
    for heading, _ in library.headings("tags"):
        yield File(f"tags/{heading.id}.xml", partial(tag_feed, heading.id))
    yield File("sitemap.xml", index)
    yield File("sitemaps/pages.xml", rest)
    for year, _ in library.years():
        yield File(f"sitemaps/{year:04}.xml", partial(year_map, year))


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """Feeds and sitemaps that a change can reach; those of the whole site by any."""
    if not changes:
        return
    why = changes.why
    yield File("feed.xml", everything, why.anything)
    for kind, ref in changes.refs:
        if kind == "tags":
            path = f"tags/{ref}.xml"
            there = library.has_record("tags", ref)
            because = why.record("tags", ref)
            yield File(path, partial(tag_feed, ref), because) if there else Gone(path, because)
    yield File("sitemap.xml", index, why.anything)
    yield File("sitemaps/pages.xml", rest, why.anything)
    for year in changes.years:
        path = f"sitemaps/{year:04}.xml"
        there = library.count(year=year) > 0
        because = say(*why.lists(LISTS, year=year))
        yield File(path, partial(year_map, year), because) if there else Gone(path, because)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
