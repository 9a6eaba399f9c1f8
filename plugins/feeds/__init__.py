"""Feeds: what is new, in Atom and in JSON Feed 1.1.

In: the articles that were added last, and the corrections made last. Out: `feed.xml` and
`feed.json` of everything, with the texts that may be shown; `tags/<id>.xml` and `.json` and the
same for sources, people, places and organisations, with summaries, for records that have enough
articles (`archive.following`); `corrections.xml` and `.json`; all of them in `feeds.opml`; and
`feeds.html`, which says so to people. Without SITEURL the links of a feed are relative to it.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.following import LEAST
from plugins.archive.library import Library
from plugins.archive.model import KINDS
from plugins.archive.pages import Offer

from .offers import list_of_feeds, of_corrections, of_everything, of_one_record, page_of_feeds
from .touched import touched


def add_pages(library: Library) -> Iterator[Offer]:
    yield page_of_feeds()
    yield list_of_feeds()
    yield from of_everything()
    yield from of_corrections()
    for kind in KINDS:
        for ref in library.in_use(kind, LEAST[kind]):
            yield from of_one_record(kind, ref)


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
