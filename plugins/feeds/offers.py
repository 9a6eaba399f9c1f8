"""The files that the room offers, one by one; `why` is told where changes lead to them.

The two formats of a feed come one after the other, so that what is in them is made once.
"""

from collections.abc import Callable, Iterator
from functools import partial

from plugins.archive.following import stem_of
from plugins.archive.library import Library
from plugins.archive.pages import File, Gone, Page
from plugins.archive.site import Site

from . import atom, json_feed, opml
from .channels import corrections, everything, of_record
from .page import feeds_view
from .shapes import Channel

FORMATS = {"xml": atom.feed, "json": json_feed.feed}


def written(
    ending: str, channel: Callable[..., Channel], of: tuple[str, ...], library: Library, site: Site
) -> bytes:
    key = ("channel", channel.__name__, of, site)
    return FORMATS[ending](library.lately(key, partial(channel, *of, library, site)), site)


def files(stem: str, channel: Callable[..., Channel], *of: str, why: str = "") -> Iterator[File]:
    for ending in FORMATS:
        yield File(f"{stem}.{ending}", partial(written, ending, channel, of), why)


def of_everything(why: str = "") -> Iterator[File]:
    yield from files("feed", everything, why=why)


def of_corrections(why: str = "") -> Iterator[File]:
    yield from files("corrections", corrections, why=why)


def of_one_record(kind: str, ref: str, why: str = "") -> Iterator[File]:
    yield from files(stem_of(kind, ref), of_record, kind, ref, why=why)


def none_of_record(kind: str, ref: str, why: str) -> Iterator[Gone]:
    for ending in FORMATS:
        yield Gone(f"{stem_of(kind, ref)}.{ending}", why)


def list_of_feeds(why: str = "") -> File:
    return File(opml.PATH, opml.outline, why)


def page_of_feeds() -> Page:
    return Page("feeds.html", "feeds", feeds_view)
