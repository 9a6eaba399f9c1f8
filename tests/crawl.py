"""What the pages of a built site point at, read with lxml rather than with code of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from lxml import html
from lxml.html import HtmlElement

from tests.building import pages

# Attributes that hold an address, by who follows them: a reader who presses, or the browser.
FOLLOWED = (("a", "href"), ("area", "href"), ("form", "action"), ("button", "formaction"))
FETCHED = (
    ("img", "src"), ("img", "srcset"), ("source", "src"), ("source", "srcset"), ("script", "src"),
    ("iframe", "src"), ("embed", "src"), ("object", "data"), ("video", "src"), ("video", "poster"),
    ("audio", "src"), ("track", "src"), ("input", "src"), ("use", "href"), ("image", "href"),
)  # fmt: skip
# `rel` of links that only tell where something is; the browser fetches every other kind.
TOLD = {"alternate", "canonical", "license", "next", "prev", "author", "search", "help"}
TOLD |= {"schema.DCTERMS"}
REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Link:
    """An address in page `page`, as written there. `fetched`: no reader has to press."""

    page: str
    address: str
    fetched: bool

    @property
    def is_internal(self) -> bool:
        parts = urlsplit(self.address)
        return not parts.scheme and not parts.netloc

    @property
    def path(self) -> str:
        """The output path that an internal link leads to."""
        path = unquote(urlsplit(self.address).path)
        return normpath(join(dirname(self.page), path)) if path else self.page

    @property
    def anchor(self) -> str:
        return unquote(urlsplit(self.address).fragment)


@cache
def parsed(site: Path, page: str) -> HtmlElement:
    return html.document_fromstring((site / page).read_bytes())


def links(site: Path) -> Iterator[Link]:
    """Every address on every page of a site."""
    for page in pages(site):
        yield from links_of(page, parsed(site, page))


def links_of(page: str, root: HtmlElement) -> Iterator[Link]:
    for found, fetched in ((FOLLOWED, False), (FETCHED, True)):
        for tag, attribute in found:
            for value in root.xpath(f"//{tag}/@{attribute}"):
                yield Link(page, str(value), fetched)
    for element in root.iter("link"):
        fetched = not set(element.get("rel", "").split()) <= TOLD
        yield Link(page, element.get("href", ""), fetched)
    for content in root.xpath("//meta[@http-equiv='refresh']/@content"):
        match = REFRESH.fullmatch(str(content))
        assert match, f"{page}: a refresh that leads nowhere: {content}"
        yield Link(page, match[1], fetched=False)


def anchors(site: Path, page: str) -> set[str]:
    return set(map(str, parsed(site, page).xpath("//@id")))


def text_of(element: HtmlElement) -> str:
    """The words of an element with single, ordinary spaces."""
    return " ".join(element.text_content().split())


def meta(root: HtmlElement, name: str) -> str | None:
    """The content of a <meta> by its name or property; None if it is not there."""
    found = root.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content")
    assert len(found) <= 1, f"{name} is there {len(found)} times"
    return str(found[0]) if found else None
