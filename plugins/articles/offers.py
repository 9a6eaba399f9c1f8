"""The files that the room offers, one by one; `why` is told where changes lead to them."""

from functools import partial

from plugins.archive.pages import File, Page
from plugins.archive.permalinks import article_address

from .page import article_view
from .pictures import image_bytes
from .provenance import READING
from .reading_page import reading_view
from .tombstones import redirect_view, tombstone_view


def article_page(id_: str, why: str = "") -> Page:
    return Page(article_address(id_), "article", partial(article_view, id_), why)


def reading_page() -> Page:
    """The same whatever the articles say, so no change of them leads to it."""
    return Page(READING, "reading", reading_view)


def tombstone_page(id_: str, why: str = "") -> Page:
    return Page(article_address(id_), "tombstone", partial(tombstone_view, id_), why)


def redirect_page(alias: str, id_: str, why: str = "") -> Page:
    return Page(alias, "redirect", partial(redirect_view, id_), why)


def image_file(file: str, why: str = "") -> File:
    return File(f"images/{file}", partial(image_bytes, file), why)
