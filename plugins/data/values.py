"""What the front matter and the records say, as plain values, as far as everybody may see it.

Out: text, numbers, truth values, lists and mappings, which JSON can hold. The text of an
article is not among them.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from msgspec import to_builtins

from plugins.archive.model import (
    UNPUBLISHED,
    Article,
    Authority,
    Capture,
    Image,
    may_publish_image,
)
from plugins.archive.permalinks import article_address, authority_address, relative
from plugins.archive.site import Site
from plugins.archive.store import as_text, filed_under

Row = dict[str, Any]
# From an output path to the address that is written down for it.
At = Callable[[str], str]

# What an article's page says of one that was withdrawn; the rest is gone with its text.
LEFT = frozenset(
    {
        "title", "date", "source", "source_url", "archived_url", "authors", "section", "rights",
        "capture", "lang", "corrections", "withdrawn",
    }
)  # fmt: skip


def address(here: str, there: str, site: Site) -> str:
    """Absolute where the site knows its own address, else as a link from file `here`."""
    return site.absolute(there) or relative(here, there)


def article_row(article: Article, gone: date | None, at: At) -> Row:
    """A listed article, whose original is `gone` since a day: a value for each column of the
    table."""
    own = {
        "id": article.id,
        "address": at(article_address(article.id)),
        "filed": filed_under(article).isoformat(),
        "original_gone": gone.isoformat() if gone else None,
    }
    return own | {k: v for k, v in said(article).items() if k not in ("withdrawn", "status")}


def record_row(kind: str, id_: str, record: Authority, at: At) -> Row:
    return {"id": id_, "address": at(authority_address(kind, id_)), **plain(record)}


def said(article: Article) -> Row:
    """The keys of an article, less what may not be shown. Highlights are drawn from the text, so
    where only the record is kept they are withheld like it."""
    shown = replace(
        article,
        highlights=() if article.text == "metadata" else article.highlights,
        images=tuple(map(shown_image, article.images)),
        capture=shown_capture(article.capture),
        body="",
    )
    values = plain(shown)
    del values["id"], values["body"]
    return values


def shown_image(image: Image) -> Image:
    return image if may_publish_image(image.rights) else replace(image, file=None)


def shown_capture(capture: Capture | None) -> Capture | None:
    """Its digest is evidence; the file is not published, and its name would lead nowhere."""
    return replace(capture, file=None) if capture else None


def plain(record: object) -> Row:
    """A record of the model as plain values. Of what is inside lists, what is unknown is left
    out."""
    values: Row = to_builtins(record, enc_hook=as_text)
    return {
        key: known(value) if isinstance(value, dict | tuple) else value
        for key, value in values.items()
        if key not in UNPUBLISHED
    }


def known(value: dict[str, Any] | tuple[Any, ...]) -> dict[str, Any] | list[Any]:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if item is not None}
    if value and isinstance(value[0], dict):
        return [known(item) for item in value]
    return list(value)
