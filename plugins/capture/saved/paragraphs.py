"""The markup of a page's text as Markdown: headings, lists, quotations, tables.

Links and emphasis are left away: they are no words, and addresses of links rot.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..marks import QUOTE, Mark
from .lines import Element, Line

LISTS = ("ul", "ol")
FEWEST = 2  # rows and columns of a table that is one
LONGEST_CELL = 25  # words; a table with longer ones places text on the page
PARAGRAPHS = frozenset({"p", "li", "blockquote", "dd", "dt", "td", "th", "pre"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of the page that make one paragraph, or one table."""

    lines: tuple[Line, ...]
    mark: Mark


def paragraphs(kept: Sequence[Line]) -> Iterator[Paragraph]:
    """The text in paragraphs, in order."""
    ranks = sorted({rank for line in kept if (rank := heading(line))})
    levels = {rank: min(2 + number, 4) for number, rank in enumerate(ranks)}
    group: list[Line] = []
    begun: set[Element] = set()
    last: Element | None = None
    for line in [*kept, None]:
        if group and (line is None or not joins(group, line)):
            made = paragraph(group, levels, begun, last)
            item = around(group[-1].block, ("li",))
            last = item if made.mark.first != made.mark.rest and item in begun else None
            yield made
            group = []
        if line is not None:
            group.append(line)


def joins(group: list[Line], line: Line) -> bool:
    """Whether a line goes on with the paragraph: a cell with its table, a line after a `br`."""
    last, table = group[-1], data_table(line)
    if table is not None:
        return data_table(last) is table
    return (
        line.block is last.block
        and line.number <= last.number + 2  # a picture may stand between
        and not line.apart
        and line.block.tag in PARAGRAPHS
        and data_table(last) is None
    )


def paragraph(
    group: list[Line], levels: dict[int, int], begun: set[Element], last: Element | None
) -> Paragraph:
    line = group[0]
    if data_table(line) is not None:
        return Paragraph(tuple(group), Mark(rows=rows(group)))
    quote = QUOTE if "blockquote" in line.tags else ""
    if rank := heading(line):
        return Paragraph(tuple(group), Mark(quote + "#" * levels[rank] + " ", quote))
    item = around(line.block, ("li",))
    if item is None or not any(tag in LISTS for tag in line.tags):
        return Paragraph(tuple(group), Mark(quote, quote))
    depth = "    " * sum(outer in begun for outer in item.iterancestors("li"))
    if item in begun:
        return Paragraph(tuple(group), Mark(f"{quote}{depth}    ", f"{quote}{depth}    "))
    begun.add(item)
    tight = last is not None and last is not item and one_list(last, item)
    return Paragraph(
        tuple(group), Mark(f"{quote}{depth}{sign(item)}", f"{quote}{depth}    ", tight)
    )


def one_list(last: Element, item: Element) -> bool:
    """Whether two items stand in one list, or one of them in a list of the other."""
    return (
        last.getparent() is item.getparent()
        or last in item.iterancestors("li")
        or (
            item in last.iterancestors("li")
            or any(e.getparent() is item.getparent() for e in last.iterancestors("li"))
        )
    )


def sign(item: Element) -> str:
    """What an item of a list begins with: its number, or a hyphen."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    number = sum(other.tag == "li" for other in item.itersiblings(preceding=True))
    start = parent.get("start") or ""
    return f"{number + (int(start) if start.isdecimal() and len(start) < 6 else 1)}. "


def heading(line: Line) -> int:
    """The rank of a heading, 1 to 6; 0 for any other line."""
    tag = str(line.block.tag)
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0


def around(element: Element, tags: Sequence[str]) -> Element | None:
    """The innermost element of some tags that holds an element, or is it."""
    while element is not None and element.tag not in tags:
        element = element.getparent()
    return element


def data_table(line: Line) -> Element | None:
    """The table of a cell, if it is one of data: old pages place their text by tables."""
    table = around(line.block, ("table",)) if "table" in line.tags else None
    if table is None or len(list(table.iter("table"))) > 1 or "table" in str_tags(table):
        return None
    found = [[*row.iterchildren("td", "th")] for row in table.iter("tr")]
    if len(found) < FEWEST or max(map(len, found)) < FEWEST:
        return None
    words = [len(cell.text_content().split()) for row in found for cell in row]
    return table if max(words, default=0) <= LONGEST_CELL else None


def str_tags(table: Element) -> set[str]:
    return {str(parent.tag) for parent in table.iterancestors()}


def rows(group: list[Line]) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The cells of a table row by row; each row as long as the longest."""
    table: Element = around(group[0].block, ("table",))
    numbers: dict[Element, list[int]] = {}
    outside: list[int] = []
    for line in group:
        cell = around(line.block, ("td", "th"))
        if cell is None:
            outside.append(line.number)
        else:
            numbers.setdefault(cell, []).append(line.number)
    found: list[tuple[tuple[int, ...], ...]] = [((number,),) for number in outside]
    for row in table.iter("tr"):
        cells = tuple(tuple(numbers.get(cell, ())) for cell in row.iterchildren("td", "th"))
        if any(cells):
            found.append(cells)
    width = max(map(len, found), default=0)
    return tuple((*row, *((),) * (width - len(row))) for row in found)
