"""Home: the front page, the collection at a glance, the page for addresses that lead nowhere.

In: the newest articles, counts by year, the most used headings. Out: `index.html`,
`collection.html` and `404.html`. `CHART_CAPTIONS` are a curator's words beside the chart of the
front page; `DESCRIPTION`, `SITESUBTITLE` and `COLLECTION` stand at its head. No other page counts
the whole archive.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import Offer, Page

from .front import front_view, missing_view
from .glance import glance_view


def add_pages(_library: Library) -> Iterator[Page]:
    yield Page("index.html", "home", front_view)
    yield Page("collection.html", "collection", glance_view)
    yield Page("404.html", "404", missing_view)


def add_touched(_library: Library, changes: Changes) -> Iterator[Offer]:
    """The front page shows the newest and counts all, as the glance does; the third depends on
    nothing."""
    if changes:
        yield Page("index.html", "home", front_view, changes.why.anything)
        yield Page("collection.html", "collection", glance_view, changes.why.anything)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
