"""Microdata: the same as JSON-LD, written into the elements that are seen."""

from collections.abc import Iterator
from typing import Any

from .jsonld import ARTICLES
from .told import Told, absolute, cleaned

FIELDS = {
    "headline": "title",
    "datepublished": "published",
    "datemodified": "modified",
    "author": "authors",
    "creator": "authors",
    "articlesection": "section",
    "description": "summary",
    "alternativeheadline": "summary",
    "publisher": "publisher",
    "copyrightnotice": "rights",
    "copyrightholder": "rights",
    "license": "rights",
    "image": "images",
    "inlanguage": "language",
    "mainentityofpage": "source_url",
}
ADDRESSES = frozenset({"image", "mainentityofpage", "license"})
MOST, MOST_ITEMS, MOST_TRAILS = 5_000, 200, 5


def microdata(tree: Any, address: str | None) -> Iterator[Told]:
    article = item_of(tree)
    for element in tree.xpath("//*[@itemprop]")[:MOST]:
        scope = next((e for e in element.iterancestors() if "itemscope" in e.attrib), None)
        if scope is not article:
            continue
        # Outside any item only what is unmistakable counts, and not much.
        sure = "likely" if article is not None else "doubtful"
        for name in element.get("itemprop").lower().split():
            field = FIELDS.get(name)
            if field is None or (article is None and not name.startswith("date")):
                continue
            for value in values_of(element, name, address):
                yield Told(field, value, f"microdata {name}", sure)
    yield from trails(tree)


def item_of(tree: Any) -> Any:
    """The item of the page's article: of several, the one with the most properties."""
    items = [
        item
        for item in tree.xpath("//*[@itemscope and @itemtype]")[:MOST_ITEMS]
        if item.get("itemtype").rstrip("/").rpartition("/")[2].lower() in ARTICLES
    ]
    return max(items, key=lambda item: len(item.xpath(".//*[@itemprop]")), default=None)


def values_of(element: Any, name: str, address: str | None) -> Iterator[str]:
    if "itemscope" in element.attrib:
        inner = "url" if name in ADDRESSES else "name"
        for part in element.xpath(f".//*[contains(@itemprop, '{inner}')]"):
            yield from value_of(part, name, address)
    else:
        yield from value_of(element, name, address)


def value_of(element: Any, name: str, address: str | None) -> Iterator[str]:
    if name in ADDRESSES:
        given = next(filter(None, map(element.get, ("content", "src", "href", "itemid"))), "")
        value = absolute(given, address) or ""
    else:
        given = element.get("content") or element.get("datetime")
        value = cleaned(element.text_content() if given is None else given)
    if value:
        yield value


def trails(tree: Any) -> Iterator[Told]:
    for trail in tree.xpath("//*[contains(@itemtype, 'BreadcrumbList')]")[:MOST_TRAILS]:
        found = trail.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]")
        names = [cleaned(e.get("content") or e.text_content()) for e in found[:20]]
        if any(names):
            value = " > ".join(name for name in names if name and ">" not in name)
            yield Told("section", value, "microdata BreadcrumbList", "sure")
