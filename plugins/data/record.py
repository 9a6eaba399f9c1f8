"""The file beside an article's page: its record as JSON, with its text where that may be shown.

Keys are those of the front matter, with `filed` and `original_gone` as in the tables, and keys
without a value are left out. Records that it names come with their heading and address. Of a
withdrawn article there is what its page says.
"""

from functools import partial
from typing import Any

import msgspec

from plugins.archive.library import Library
from plugins.archive.model import Article
from plugins.archive.permalinks import article_address, article_data_address
from plugins.archive.site import Site
from plugins.archive.store import filed_under

from .values import LEFT, At, Row, address, said

NAMING = ("people", "places", "organisations", "tags")


def article_json(id_: str, library: Library, site: Site) -> bytes:
    article = library.article(id_)
    at = partial(address, article_data_address(id_), site=site)
    values = left(article, library, at) if article.withdrawn else whole(article, library, site, at)
    gone = library.gone_since(article)
    values["original_gone"] = gone.isoformat() if gone else None
    own = {"id": id_, "address": at(article_address(id_)), "archive": site.name}
    return as_json(own | {key: value for key, value in values.items() if value not in (None, [])})


def whole(article: Article, library: Library, site: Site, at: At) -> Row:
    """All that the page of a listed article shows of it."""
    values = said(article)
    del values["status"]
    values["source"] = heading(library, "sources", article.source, at)
    for kind in NAMING:
        values[kind] = [heading(library, kind, ref, at) for ref in values[kind]]
    for image in values["images"]:
        if "file" in image:
            image["address"] = at(f"images/{image['file']}")
    values["filed"] = filed_under(article).isoformat()
    if article.text == "digest":
        values["licence"] = {"name": site.licence_name, "address": site.licence_url}
    values["body"] = library.body(article.id).plain or None
    return values


def left(article: Article, library: Library, at: At) -> Row:
    """What is left of a withdrawn article."""
    values = {key: value for key, value in said(article).items() if key in LEFT}
    values["source"] = heading(library, "sources", article.source, at)
    return values


def heading(library: Library, kind: str, ref: str, at: At) -> Row:
    found = library.heading(kind, ref)
    return {"id": ref, "heading": found.heading, "address": at(found.address)}


def as_json(value: Any) -> bytes:
    """With line ends, for people who open the file."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
