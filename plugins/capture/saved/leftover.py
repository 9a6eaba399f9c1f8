"""What a line of a page is that is in no field and not in the text: its kind in the report."""

import re
from collections.abc import Iterator

from . import furniture
from .lines import Element, Line

LINKED = 0.8  # of its letters
KINDS = {"title": "title of the window", "alt": "description of a picture"}
TAGS = {
    "nav": "navigation", "menu": "navigation", "footer": "foot of the page",
    "aside": "beside the text", "form": "form", "button": "form", "select": "form",
    "fieldset": "form", "textarea": "form", "figure": "caption", "figcaption": "caption",
    "iframe": "frame", "noframes": "frame", "head": "head of the page", "svg": "drawing",
}  # fmt: skip
# By words in classes and ids, as pages of any kind name such parts.
NAMED = tuple(
    (kind, re.compile(rf"(?:^|[-_\s])(?:{words})(?:$|[-_\s])", re.IGNORECASE))
    for kind, words in (
        ("comment", r"comments?|disqus|replies|discussion"),
        ("related", r"related|recommend(?:ed|ations?)|more|trending|popular|most|outbrain|taboola"),
        ("advertisement", r"ads?|advert\w*|sponsor\w*|promo\w*|dfp|banner"),
        ("subscription prompt", r"newsletters?|subscri\w+|paywall|signup|sign|register|login"),
        ("sharing prompt", r"shar(?:e|ing)|social|follow"),
        ("byline", r"by-?line|authors?|contributors?"),
        ("date line", r"date|time|timestamp|published|updated"),
        ("caption", r"captions?|credits?|gallery|slideshow|lightbox"),
        ("tags", r"tags?|topics?|keywords"),
        ("navigation", r"nav\w*|menus?|bread-?crumbs?|header|masthead|footer|sidebar"),
    )
)


def kind_of(line: Line) -> str:
    """Its kind in the report: by what it is, by its words, by where it stands; never empty."""
    if line.kind != "text":
        return KINDS[line.kind]
    return next(kinds(line))


def kinds(line: Line) -> Iterator[str]:
    """All that may be said of it, the surest first."""
    spoken = furniture.kind_of(line)
    if spoken is not None:
        yield spoken
    if line.hidden:
        yield "hidden"
    yield from (TAGS[tag] for tag in reversed(line.tags) if tag in TAGS)
    yield from named(line.block)
    yield "navigation" if line.linked >= LINKED * len(line.text) else "around the text"


def named(block: Element) -> Iterator[str]:
    """Kinds by the names of what a line stands in, the nearest first."""
    element: Element | None = block
    for _ in range(8):
        if element is None:
            return
        name = f"{element.get('class') or ''} {element.get('id') or ''}"
        yield from (kind for kind, pattern in NAMED if pattern.search(name))
        element = element.getparent()
