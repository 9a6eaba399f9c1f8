"""Atlas: the places of the archive on a map.

In: the records of places that articles name, as far as their position is on record. Out:
`map.html`, where there is at least one. The map is a drawing in the page, with no tiles and no
request to anybody; beside it stands a list that says the same. No settings.

`projection` turns degrees into a plane, `frame` chooses what is shown of it, `land` draws the
coasts, `labels` finds room for names, `view` puts the page together.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import Offer, Page

from .view import map_view

PATH = "map.html"


def add_pages(_library: Library) -> Iterator[Page]:
    yield Page(PATH, "map", map_view)


def add_touched(_library: Library, changes: Changes) -> Iterator[Offer]:
    """Any change of what is filed under a place may make its mark larger or smaller."""
    if any(kind == "places" for kind, _ in changes.refs):
        yield Page(PATH, "map", map_view, changes.why.anything)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
