"""Machines: what programs are told of the site as a whole.

In: the settings, years and records in use. Out: `robots.txt` and `llms.txt`, which state the
policy MACHINE_READERS; where the site knows its address (SITEURL), also `opensearch.xml`, by
which a browser can search here from its own field, and `sitemap.xml`, which names one sitemap a
year and one for the rest under `sitemaps/`. Nothing here holds a word of an article.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import File, Offer

from .llms import llms
from .opensearch import description
from .robots import robots
from .sitemap import index, rest, year_map
from .touched import touched


def add_pages(library: Library) -> Iterator[File]:
    yield File("robots.txt", robots)
    yield File("llms.txt", llms)
    yield File("opensearch.xml", description)
    yield File("sitemap.xml", index)
    yield File("sitemaps/pages.xml", rest)
    for year, _ in library.years():
        yield File(f"sitemaps/{year:04}.xml", partial(year_map, year))


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
