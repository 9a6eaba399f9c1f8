"""Which sitemaps a change can reach; the other files of the room hang on settings alone."""

from collections.abc import Iterator
from functools import partial

from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import File, Gone, Offer
from plugins.archive.reasons import LISTS, say

from .sitemap import index, rest, year_map


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    came_or_went = ""
    for year in changes.years:
        path = f"sitemaps/{year:04}.xml"
        count = library.count(year=year)
        because = say(*changes.why.lists(LISTS, year=year))
        yield File(path, partial(year_map, year), because) if count else Gone(path, because)
        if bool(count) != bool(count - changes.delta(year=year)):
            came_or_went = came_or_went or because
    if came_or_went:
        yield File("sitemap.xml", index, came_or_went)
    because = came_or_went or newly_in_use(library, changes)
    if because:
        yield File("sitemaps/pages.xml", rest, because)


def newly_in_use(library: Library, changes: Changes) -> str:
    """Why a record has its first article, or has none any more; empty if that is so of none."""
    for kind, ref in changes.refs:
        count = library.count(kind, ref)
        if bool(count) != bool(count - changes.delta(kind, ref)):
            return changes.why.record(kind, ref)
    return ""
