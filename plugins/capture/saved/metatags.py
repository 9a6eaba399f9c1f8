"""The `meta` and `link` elements of a page's head, and its `time` elements."""

import re
from collections.abc import Iterator
from typing import Any

from .told import Told, absolute, cleaned

OG, META = "OpenGraph", "meta"
# name in small letters: field, family, how sure
NAMES: dict[str, tuple[str, str, str]] = {
    "og:title": ("title", OG, "likely"),
    "og:description": ("summary", OG, "likely"),
    "og:url": ("source_url", OG, "likely"),
    "og:site_name": ("publisher", OG, "sure"),
    "og:locale": ("language", OG, "likely"),
    "og:image": ("images", OG, "likely"),
    "og:image:url": ("images", OG, "likely"),
    "og:image:secure_url": ("images", OG, "likely"),
    "og:article:published_time": ("published", OG, "sure"),
    "og:article:modified_time": ("modified", OG, "sure"),
    "og:updated_time": ("modified", OG, "likely"),
    "og:pubdate": ("published", OG, "likely"),
    "article:published_time": ("published", OG, "sure"),
    "article:published": ("published", OG, "sure"),
    "article:modified_time": ("modified", OG, "sure"),
    "article:modified": ("modified", OG, "sure"),
    "article:author": ("authors", OG, "likely"),
    "article:author_name": ("authors", OG, "likely"),
    "article:section": ("section", OG, "likely"),
    "og:section": ("section", OG, "likely"),
    "article:publisher": ("publisher", OG, "likely"),
    "citation_title": ("title", META, "likely"),
    "citation_author": ("authors", META, "sure"),
    "citation_authors": ("authors", META, "likely"),
    "citation_publication_date": ("published", META, "likely"),
    "citation_online_date": ("published", META, "likely"),
    "citation_date": ("published", META, "likely"),
    "citation_journal_title": ("publisher", META, "likely"),
    "citation_publisher": ("publisher", META, "likely"),
    "citation_language": ("language", META, "likely"),
    "citation_public_url": ("source_url", META, "likely"),
    "twitter:title": ("title", META, "likely"),
    "twitter:description": ("summary", META, "likely"),
    "twitter:image": ("images", META, "likely"),
    "twitter:image:src": ("images", META, "likely"),
    "parsely-title": ("title", META, "likely"),
    "parsely-author": ("authors", META, "sure"),
    "parsely-pub-date": ("published", META, "sure"),
    "parsely-section": ("section", META, "likely"),
    "parsely-link": ("source_url", META, "likely"),
    "parsely-image-url": ("images", META, "likely"),
    "sailthru.title": ("title", META, "likely"),
    "sailthru.author": ("authors", META, "likely"),
    "sailthru.date": ("published", META, "likely"),
    "sailthru.description": ("summary", META, "likely"),
    "cxenseparse:recs:publishtime": ("published", META, "likely"),
    "cxenseparse:author": ("authors", META, "likely"),
    "title": ("title", META, "likely"),
    "headline": ("title", META, "likely"),
    "hdl": ("title", META, "likely"),
    "author": ("authors", META, "likely"),
    "authors": ("authors", META, "likely"),
    "article.author": ("authors", META, "likely"),
    "byl": ("authors", META, "likely"),
    "byline": ("authors", META, "likely"),
    "description": ("summary", META, "likely"),
    "abstract": ("summary", META, "likely"),
    "date": ("published", META, "likely"),
    "pubdate": ("published", META, "likely"),
    "pub_date": ("published", META, "likely"),
    "publishdate": ("published", META, "likely"),
    "publish-date": ("published", META, "likely"),
    "publish_date": ("published", META, "likely"),
    "published": ("published", META, "likely"),
    "publication_date": ("published", META, "likely"),
    "publication-date": ("published", META, "likely"),
    "published_time": ("published", META, "likely"),
    "article.published": ("published", META, "likely"),
    "article_date_original": ("published", META, "likely"),
    "originalpublicationdate": ("published", META, "likely"),
    "displaydate": ("published", META, "likely"),
    "ptime": ("published", META, "likely"),
    "last-modified": ("modified", META, "doubtful"),
    "lastmod": ("modified", META, "likely"),
    "last_updated_date": ("modified", META, "likely"),
    "modified": ("modified", META, "likely"),
    "article.updated": ("modified", META, "likely"),
    "utime": ("modified", META, "likely"),
    "section": ("section", META, "likely"),
    "article.section": ("section", META, "likely"),
    "copyright": ("rights", META, "likely"),
    "rights": ("rights", META, "likely"),
    "rights-standard": ("rights", META, "likely"),
    "license": ("rights", META, "likely"),
    "usageterms": ("rights", META, "likely"),
    "application-name": ("publisher", META, "likely"),
    "apple-mobile-web-app-title": ("publisher", META, "doubtful"),
    "publisher": ("publisher", META, "likely"),
    "source": ("publisher", META, "doubtful"),
    "language": ("language", META, "doubtful"),
    "content-language": ("language", META, "likely"),
}
DUBLIN_CORE = {
    "title": "title",
    "creator": "authors",
    "contributor": "authors",
    "date": "published",
    "issued": "published",
    "created": "published",
    "available": "published",
    "modified": "modified",
    "publisher": "publisher",
    "rights": "rights",
    "license": "rights",
    "accessrights": "rights",
    "rightsholder": "rights",
    "description": "summary",
    "abstract": "summary",
    "language": "language",
}
DUBLIN = re.compile(r"^(?:dc|dcterms?|dcsext)[.:](?:date[.:]|terms[.:])?(\w+)$")
ADDRESSES = frozenset({"source_url", "images"})
LINKS = {
    "canonical": ("source_url", "page", "sure"),
    "image_src": ("images", "page", "likely"),
    "license": ("rights", "page", "sure"),
}
# Around an article: what a time tells there is not its own.
MOST_TIMES = 500
BESIDE = frozenset({"aside", "footer", "nav"})
COMMENTS = re.compile(r"\b(?:comment|related|recommend|sidebar|most-read|trending)", re.IGNORECASE)
PUBLISHED = re.compile(r"publish|posted|entry-date|pubdate", re.IGNORECASE)
UPDATED = re.compile(r"updat|modif", re.IGNORECASE)


def meta_tags(tree: Any, address: str | None) -> Iterator[Told]:
    for meta in tree.iter("meta"):
        content = meta.get("content") or meta.get("value") or ""
        for given in (meta.get("property"), meta.get("name"), meta.get("http-equiv")):
            for name in (given or "").split():
                yield from told(name, content, address)


def told(given: str, content: str, address: str | None) -> Iterator[Told]:
    """A value under one name, in whatever case it is written."""
    name = given.strip().lower()
    field, family, sure = NAMES.get(name, ("", META, "likely"))
    if not field:
        dublin = DUBLIN.match(name)
        field = DUBLIN_CORE.get(dublin[1], "") if dublin else ""
    value = cleaned(content)
    if field in ADDRESSES:
        value = absolute(value, address) or ""
    if field == "publisher" and value.startswith(("http://", "https://", "www.", "@")):
        return  # a page of a social network, not a name
    if field and value:
        yield Told(field, value, f"{family} {given}", sure)


def links(tree: Any, address: str | None) -> Iterator[Told]:
    """The page's own address, its picture, its licence."""
    for link in tree.iter("link", "a"):
        for rel in (link.get("rel") or "").lower().split():
            # A licence named in the text, as a link, may be that of a picture in it.
            if rel not in LINKS or (link.tag == "a" and rel != "license"):
                continue
            field, family, sure = LINKS[rel]
            found = absolute(link.get("href") or "", address)
            if found:
                sure = "likely" if link.tag == "a" else sure
                yield Told(field, found, f"{family} rel={rel}", sure)


def times(tree: Any) -> Iterator[Told]:
    """`time` elements that stand with the article; those of a comment or a teaser don't."""
    for element in list(tree.iter("time"))[:MOST_TIMES]:
        value = cleaned(element.get("datetime") or "")
        if not value or any(map(is_beside, element.iterancestors())):
            continue
        around = " ".join(
            f"{e.get('class') or ''} {e.get('id') or ''}" for e in (element, element.getparent())
        ) + f" {element.text_content()}"  # fmt: skip
        if UPDATED.search(around) and not PUBLISHED.search(around):
            yield Told("modified", value, "page time", "likely")
        elif element.get("pubdate") is not None or PUBLISHED.search(around):
            yield Told("published", value, "page time", "likely")
        elif element.get("itemprop") is None:
            yield Told("published", value, "page time", "doubtful")


def is_beside(element: Any) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.tag in BESIDE or COMMENTS.search(names) is not None


def languages(tree: Any) -> Iterator[Told]:
    for key in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        value = cleaned(tree.get(key) or "")
        if value:
            yield Told("language", value, "page html lang", "sure")
