"""Which lines of a page are the article's text.

trafilatura has the first word; `alignment` finds its choice among the lines. Then come our own
steps, each of which brings lines back that are made like those kept, or takes some out and says
what they are. Every rule speaks of how news pages are made, none of a site.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from ..boilerplate import HIGHLIGHTS
from ..captions import read_caption
from ..meta import read_meta
from . import furniture
from .extractors import PROSE
from .lines import Element, Line, breaks
from .paragraphs import heading

LINKED = 0.8  # of a line's letters: a line that is a link
SHARE = 0.15  # of the text's words: what is made like so many of them is text too
GAP = 12  # lines that may stand between two paragraphs of a text
LONGEST_CAPTION = 60  # words
WITHIN = frozenset({"ul", "ol", "li", "blockquote", "table", "tbody", "thead", "tr", "dl"})
BOXES = frozenset({"div", "section", "article", "center", "main", "body", "td"})
TEXTS = frozenset({
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "th", "dd", "dt", *BOXES,
})  # fmt: skip
ASIDE = frozenset({"nav", "footer", "form", "button", "figure", "figcaption", "aside", "select"})
CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_DAY = 200  # characters


class Body:
    """The choice of lines, by index, as it is being made; `why` says what a line is instead."""

    def __init__(self, lines: Sequence[Line], titles: Iterable[str], host: str) -> None:
        self.lines = lines
        self.titles = leveled(titles)
        self.summaries: frozenset[str] = frozenset()
        self.host = host
        self.kept: set[int] = set()
        self.why: dict[int, str] = {}

    def drop(self, number: int, why: str) -> None:
        self.kept.discard(number)
        self.why.setdefault(number, why)

    def in_order(self) -> list[int]:
        return sorted(self.kept)

    def what(self, line: Line) -> str | None:
        """What a line is, by its words or its links, if it is no text."""
        return furniture.kind_of(line) or ("related" if self.leads_on(line) else None)

    def leads_on(self, line: Line) -> bool:
        """Whether a line is nothing but links to other pages of the same paper."""
        if not line.links or line.linked < LINKED * len(line.text):
            return False
        return all(own(link, self.host) for link in line.links)


def choose(
    lines: Sequence[Line],
    first: set[int],
    titles: Iterable[str],
    host: str = "",
    summaries: Iterable[str] = (),
) -> Body:
    """The lines of the text: our steps on a first choice.

    `titles` are all forms of the headline, `summaries` of the standfirst, as the page tells them;
    `host` is where it came from.
    """
    body = Body(lines, titles, host)
    body.kept = set(first)
    body.summaries = leveled(summaries)
    for step in STEPS:
        step(body)
    return body


def level(text: str) -> str:
    """A text without what one printing and the next differ in."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def leveled(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(level, texts)))


def own(link: str, host: str) -> bool:
    """Whether a link leads to a page of the same site."""
    try:
        there = (urlsplit(link.strip()).hostname or "").lower()
    except ValueError:
        return False
    if not there:
        return not link.lower().startswith(("mailto:", "tel:"))
    return site(there) == site(host)


def site(host: str) -> str:
    """A host without `www.`, `m.`, `edition.` in front; `co.uk` counts as one ending."""
    parts = host.lower().split(".")
    kept = 3 if len(parts) > 2 and len(parts[-2]) <= 3 else 2
    return ".".join(parts[-kept:])


def drop_titles(body: Body) -> None:
    for number in body.in_order():
        if level(body.lines[number].text) in body.titles:
            body.drop(number, "repeated title")


def bring_back(body: Body) -> None:
    """Lines between the first and the last that stand or are made like those kept.

    Before the first and after the last only paragraphs that are near and made like them.
    """
    kept = body.in_order()
    if not kept:
        return
    makes, homes = Counter[tuple[str, ...]](), Counter[Element]()
    for number in kept:
        makes[make(body.lines[number])] += body.lines[number].words
        homes[home(body.lines[number])] += body.lines[number].words
    enough = SHARE * sum(makes.values())
    last = kept[-1]
    for number in range(max(kept[0] - GAP, 0), len(body.lines)):
        if number > last + GAP:
            break
        line = body.lines[number]
        if number in body.kept or number in body.why or not may_be_text(line) or body.what(line):
            continue
        near = homes[home(line)] >= enough and belongs(line)
        alike = makes[make(line)] >= enough and is_paragraph(line)
        quoted = "blockquote" in line.tags[-3:] and not ASIDE & set(line.tags)
        if number < kept[0]:
            taken = near and alike
        elif number < kept[-1]:
            taken = near or alike or quoted
        else:
            taken = alike
        if taken:
            body.kept.add(number)
            last = max(last, number)


def may_be_text(line: Line) -> bool:
    return line.kind == "text" and not line.hidden and bool(level(line.text))


def belongs(line: Line) -> bool:
    """Whether a line is a part of the text that surrounds it, not of a box put into it."""
    if line.block.tag not in TEXTS or ASIDE & set(line.tags[-2:]):
        return False
    return line.block.tag not in BOXES or 2 * line.linked < len(line.text)


def is_paragraph(line: Line) -> bool:
    return (
        line.words >= PROSE and 2 * line.linked < len(line.text) and not ASIDE & {*line.tags[-3:]}
    )


def make(line: Line) -> tuple[str, ...]:
    """How a line is made: tags and classes of its block and of what is around it."""
    parent = line.block.getparent()
    around = () if parent is None else (str(parent.tag), parent.get("class") or "")
    return (str(line.block.tag), line.block.get("class") or "", *around)


def home(line: Line) -> Element:
    """What a paragraph stands in; a list or a quotation stands in what is around it."""
    block = line.block
    if block.tag in BOXES and any(isinstance(e.tag, str) and breaks(e.tag) for e in block):
        return block  # text between other blocks
    parent = block.getparent()
    while parent is not None and parent.tag in WITHIN:
        parent = parent.getparent()
    return block if parent is None else parent


def drop_furniture(body: Body) -> None:
    for number in body.in_order():
        kind = body.what(body.lines[number])
        if kind is not None:
            body.drop(number, kind)


def drop_captions(body: Body) -> None:
    """What stands in a figure, or after a picture and repeats its description or has a credit."""
    described, at = "", -2
    for number, line in enumerate(body.lines):
        if line.kind == "alt":
            described, at = level(line.text), number
        elif number in body.kept:
            in_figure = not {"figure", "figcaption"}.isdisjoint(line.tags)
            credited = (
                line.words <= LONGEST_CAPTION and at == number - 1 and read_caption(line.text)
            )
            if in_figure or level(line.text) == described or credited:
                body.drop(number, "caption")


def drop_highlights(body: Body) -> None:
    """A list above the text, below a line such as "Highlights"; its lines are highlights."""
    label = False
    for number in range(max(body.kept, default=-1) + 1):
        line = body.lines[number]
        if HIGHLIGHTS.match(line.text):
            label = True
            body.drop(number, "label")
        elif label and "li" in line.tags:
            body.drop(number, "highlight")
        elif label or (number in body.kept and line.words >= PROSE):
            return


def drop_headings(body: Body) -> None:
    """A heading that nothing follows, or something that was left out."""
    for number in reversed(body.in_order()):
        if heading(body.lines[number]):
            below = next((n for n in range(number + 1, len(body.lines)) if is_text(body, n)), None)
            if below is None or below in body.why or number == max(body.kept):
                body.drop(number, "navigation" if below is None else body.why.get(below, "related"))


def is_text(body: Body, number: int) -> bool:
    return body.lines[number].kind == "text"


def drop_above(body: Body) -> None:
    """Above the text: headings and the standfirst, which are made otherwise; day and time."""
    for number, following in pairwise([*body.in_order(), None]):
        assert number is not None
        line = body.lines[number]
        below = None if following is None else body.lines[following]
        if below is not None and is_standfirst(body, line, below):
            body.drop(number, "summary")
        elif is_day(line):
            body.drop(number, "date line")
        elif line.words >= PROSE:
            return


def drop_bylines(body: Body) -> None:
    """Who wrote it, in a paragraph like those of the text: above its first, or below its last."""
    order = body.in_order()
    for some in (order, order[::-1]):
        for number in some:
            line = body.lines[number]
            if is_byline(line):
                body.drop(number, "byline")
            elif line.words >= PROSE:
                break


def is_byline(line: Line) -> bool:
    """A line of "By" and names, with nothing else but what stands beside names."""
    meta = read_meta(line.text, 0, lambda _: None) if len(line.text) <= LONGEST_DAY else None
    return meta is not None and any(piece.kind == "by" for piece in meta.pieces)


def is_standfirst(body: Body, line: Line, below: Line) -> bool:
    """A summary that the page tells of, parted from the text; a heading that is not the text's."""
    apart = below.number > line.number + 1 and make(line) != make(below)
    told = level(line.text) in body.summaries
    return (told and apart) or (heading(line) > 0 and home(below) is not home(line))


def is_day(line: Line) -> bool:
    """A line of day and time, in words that we know or in others."""
    if line.words <= PROSE and CLOCK.search(line.text) and YEAR.search(line.text):
        return True
    meta = read_meta(line.text, 0, lambda _: None) if len(line.text) <= LONGEST_DAY else None
    return meta is not None and bool(meta.stamps)


STEPS = (
    drop_titles,
    bring_back,
    drop_furniture,
    drop_captions,
    drop_above,
    drop_bylines,
    drop_highlights,
    drop_headings,
)
