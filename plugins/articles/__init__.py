"""Articles: a page for each, its pictures, tombstones and redirects.

In: every article of the Library. Out: `articles/<year>/<name>.html`, a tombstone there when
the article is withdrawn, a redirect at each older address, `images/<file>` for pictures
that everybody may keep, and `reading.html`, which says what stands on an article's page.
`text` and `rights` of the front matter are obeyed here; no setting changes that.
`DIGEST_LICENCE` is named under each digest.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import Offer

from .offers import article_page, image_file, reading_page, redirect_page, tombstone_page
from .touched import touched


def add_pages(library: Library) -> Iterator[Offer]:
    for id_ in library.articles():
        yield article_page(id_)
    for id_ in library.withdrawn():
        yield tombstone_page(id_)
    for alias, id_ in library.aliases():
        yield redirect_page(alias, id_)
    for file in library.images():
        yield image_file(file)
    yield reading_page()


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
