"""OPML 2.0: all feeds in one file, for a reader to take in at once. Each once, as Atom."""

from plugins.archive.following import LEAST, feeds_at, stem_of
from plugins.archive.library import Library, filing_key
from plugins.archive.markup import Element
from plugins.archive.site import Site

from .links import address

PATH = "feeds.opml"
GROUPS = {
    "sources": "Sources",
    "tags": "Tags",
    "people": "People",
    "places": "Places",
    "organisations": "Organisations",
}


def outline(library: Library, site: Site) -> bytes:
    root = Element.root("opml", version="2.0")
    head = root.add("head")
    head.add("title", f"Feeds of {site.name}")
    body = root.add("body")
    add_feed(body, site.name, "feed", "index.html", site)
    add_feed(body, f"Corrections · {site.name}", "corrections", "index.html", site)
    for kind, words in GROUPS.items():
        headings = [library.heading(kind, ref) for ref in library.in_use(kind, LEAST[kind])]
        if headings:
            group = body.add("outline").set("text", words)
            for heading in sorted(headings, key=filing_key):
                stem = stem_of(kind, heading.id)
                add_feed(group, heading.heading, stem, heading.address, site)
    return root.bytes()


def add_feed(parent: Element, title: str, stem: str, page: str, site: Site) -> None:
    """`type` is "rss" for feeds of any format."""
    one = parent.add("outline").set("text", title).set("type", "rss")
    one.set("xmlUrl", address(PATH, feeds_at(stem, title).atom, site))
    one.set("htmlUrl", address(PATH, page, site))
