"""The words of a page as lines, in the page's order, each with where it stands.

A line is what stands between two tags that break a text: blocks, `br`, cells. Every text
outside scripts, styles and templates is in one, hidden or not, and so is the description (`alt`)
of every picture.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import html

from ..lines import squeeze

Element: TypeAlias = html.HtmlElement

# What stands within a line of text. Any other tag breaks it.
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
SILENT = frozenset({"script", "style", "template"})
RAW = frozenset({"iframe", "noembed", "noframes", "xmp"})  # their tags come as text
TAG = re.compile(r"<[^>]*>")
BREAKS = frozenset({"br", "hr", "wbr", "img", "input"})  # stand within a block of text
HIDDEN_TAGS = frozenset({"noscript", "head", "iframe", "object", "svg", "select", "dialog"})


@dataclass(slots=True)
class Line:
    """A line of a page.

    `block` is the element whose text it is; lines of one block that follow each other are parted
    by `br`. `linked` counts the characters that are links, `strong` those in bold. `kind` is
    "text", "title" (the window's) or "alt".
    """

    text: str
    block: Element
    kind: str = "text"
    linked: int = 0
    strong: int = 0
    hidden: bool = False
    tags: tuple[str, ...] = ()
    number: int = 0
    links: tuple[str, ...] = ()
    apart: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass(slots=True)
class Pen:
    """The line that is being written: its pieces, and how many of their letters are links."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    strong: int = 0
    link_closed: bool = False
    links: list[str] = field(default_factory=list)


def lines_of(tree: Element) -> list[Line]:
    """Every line of a page that has words, numbered from 1."""
    found: list[Line] = []
    empty = False
    for line in every_line(tree):
        if line.text:
            line.number, line.apart = len(found) + 1, empty
            found.append(line)
        empty = not line.text
    return found


def every_line(tree: Element) -> Iterator[Line]:
    """Walk the tree without recursion: saved pages nest as deep as they like."""
    pen = Pen()
    # (element, its block, links around, bold around, hidden, whether it is being left)
    state = State(tree)
    waiting: list[tuple[Element, State, bool]] = [(tree, state, False)]
    current = state
    while waiting:
        element, around, leaving = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag:  # a comment
            put(pen, element.tail, around)
            continue
        if leaving:
            if breaks(tag) and tag not in BREAKS:
                yield written(pen, current)
                pen = Pen()
            elif tag in ("a", "label"):
                pen.link_closed = True
            current = around
            put(pen, element.tail, around)
            continue
        inside = around.within(element, tag)
        if breaks(tag):
            yield written(pen, around)
            pen = Pen()
        elif tag in ("a", "label") and pen.link_closed:
            pen.pieces.append(" ")
        alt = element.get("alt")
        if alt and alt.strip():
            yield written(pen, around)
            pen = Pen()
            yield Line(squeeze(alt), element, "alt", hidden=inside.hidden, tags=inside.tags)
        waiting.append((element, around, True))
        current = inside
        if tag not in SILENT:
            if tag == "a" and element.get("href"):
                pen.links.append(element.get("href", ""))
            text = element.text or ""
            put(pen, TAG.sub("", text) if tag in RAW else text, inside)
            waiting.extend((child, inside, False) for child in reversed(element))


@dataclass(frozen=True, slots=True)
class State:
    """What is around a piece of text."""

    block: Element
    tags: tuple[str, ...] = ()
    linked: bool = False
    strong: bool = False
    hidden: bool = False

    def within(self, element: Element, tag: str) -> "State":
        is_block = breaks(tag) and tag not in BREAKS
        return State(
            element if is_block else self.block,
            (*self.tags, tag) if is_block else self.tags,
            self.linked or tag == "a",
            self.strong or tag in ("b", "strong"),
            self.hidden or tag in HIDDEN_TAGS or is_hidden(element),
        )


def breaks(tag: str) -> bool:
    """Whether a tag breaks a line; elements of a page's own making (`x-y`) don't."""
    return tag not in INLINE and "-" not in tag


def is_hidden(element: Element) -> bool:
    """Whether an element says that it isn't shown; style sheets are not read."""
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        element.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    )


def put(pen: Pen, text: str | None, state: State) -> None:
    if not text:
        return
    pen.pieces.append(text)
    pen.link_closed = False
    letters = len(text.strip())
    pen.linked += letters if state.linked else 0
    pen.strong += letters if state.strong else 0


def written(pen: Pen, state: State) -> Line:
    kind = "title" if state.tags[-1:] == ("title",) and "head" in state.tags else "text"
    return Line(
        squeeze("".join(pen.pieces)),
        state.block,
        kind,
        pen.linked,
        pen.strong,
        state.hidden,
        state.tags,
        links=tuple(pen.links),
    )
