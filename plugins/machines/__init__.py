"""Machines: what programs are told of the site as a whole.

In: years and records in use. Out, where the site knows its address (SITEURL): `sitemap.xml`,
which names one sitemap a year and one for the rest under `sitemaps/`.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import File, Offer

from .sitemap import index, rest, year_map
from .touched import touched


def add_pages(library: Library) -> Iterator[File]:
    yield File("sitemap.xml", index)
    yield File("sitemaps/pages.xml", rest)
    for year, _ in library.years():
        yield File(f"sitemaps/{year:04}.xml", partial(year_map, year))


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
