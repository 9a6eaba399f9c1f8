"""How a paragraph is marked in Markdown, where a capture tells: heading, list, quotation, table."""

from dataclasses import dataclass

QUOTE = "> "


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before the first line of a paragraph and before the others.

    `tight` joins an item of a list to the one before; `rows` are the cells of a table, each the
    numbers of its lines.
    """

    first: str = ""
    rest: str = ""
    tight: bool = False
    rows: tuple[tuple[tuple[int, ...], ...], ...] = ()


def joined(paragraphs: list[tuple[Mark, str]]) -> str:
    """Paragraphs with an empty line between them, except between items of a list."""
    text, last = "", None
    for mark, words in paragraphs:
        if last is not None:
            quoted = mark.first.startswith(QUOTE) and last.first.startswith(QUOTE)
            text += "\n" if mark.tight else f"\n{QUOTE.strip()}\n" if quoted else "\n\n"
        text, last = text + words, mark
    return text
