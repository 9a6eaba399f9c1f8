"""Articles: a page for each, its pictures, tombstones and redirects.

In: every article of the Library. Out: `articles/<year>/<name>.html`, a tombstone there when
the article is withdrawn, a redirect at each older address, and `images/<file>` for pictures
that everybody may keep. `text` and `rights` of the front matter are obeyed here; no setting
changes that. `DIGEST_LICENCE` is named under each digest.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.library import Library
from plugins.archive.model import Article
from plugins.archive.pages import File, Page
from plugins.archive.permalinks import article_address

from .page import article_view
from .pictures import image_bytes, published_files
from .tombstones import redirect_view, tombstone_view


def add_pages(library: Library) -> Iterator[Page | File]:
    files: set[str] = set()
    for id_ in library.articles():
        article = library.article(id_)
        yield Page(article_address(id_), "article", partial(article_view, id_))
        yield from redirects(article)
        files.update(published_files(article, library.images))
    for id_ in library.withdrawn():
        yield Page(article_address(id_), "tombstone", partial(tombstone_view, id_))
        yield from redirects(library.article(id_))
    for file in sorted(files):
        yield File(f"images/{file}", partial(image_bytes, file))


def redirects(article: Article) -> Iterator[Page]:
    for alias in article.aliases:
        yield Page(alias, "redirect", partial(redirect_view, article.id))


def register() -> None:
    signals.get_pages.connect(add_pages)
