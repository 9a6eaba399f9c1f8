"""A text as numbered lines, without the characters that have no place in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.characters import CONTROL

# Form feeds and the line separators of Unicode end a line, as a newline does.
BREAK = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# Soft hyphens, spaces of no width, joiners of words: pages are full of them, and a word with
# one inside is found by no search. The joiners of letters stay: Hindi is written with them.
UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
QUOTED = re.compile(r"^(?:\s?>)+")
FEWEST_QUOTED = 3  # lines; fewer are a quotation in a text


@dataclass(frozen=True, slots=True)
class Removed:
    """A character that was taken out of line `line` (from 1): unseen, or the > of a mail."""

    line: int
    char: str

    @property
    def name(self) -> str:
        return self.char if self.char == ">" else f"U+{ord(self.char):04X}"

    @property
    def kind(self) -> str:
        return "quoting mark" if self.char == ">" else "control character"


def clean(text: str) -> tuple[tuple[str, ...], tuple[Removed, ...]]:
    """The lines of a text, and the control characters that were removed from them."""
    lines = BREAK.split(text)
    removed = tuple(
        Removed(number, char)
        for number, line in enumerate(lines, start=1)
        for char in line
        if unwanted(char)
    )
    if removed:
        lines = ["".join(c for c in line if not unwanted(c)) for line in lines]
    return tuple(lines), removed


def unwanted(char: str) -> bool:
    """Controls that aren't white space, which no file may hold, and what is never seen."""
    return (CONTROL.match(char) is not None and not char.isspace()) or char in UNSEEN


def unquoted(
    lines: tuple[str, ...], mail: frozenset[int]
) -> tuple[tuple[str, ...], tuple[Removed, ...]]:
    """The lines of a mail that quotes a text, with spaces for the marks: most lines have them.

    `mail` are the lines of its headers, which don't count.
    """
    marked = [QUOTED.match(line) for line in lines]
    written = sum(bool(line.strip()) for n, line in enumerate(lines, start=1) if n not in mail)
    most = 4 * sum(map(bool, marked)) >= 3 * written
    if sum(map(bool, marked)) < FEWEST_QUOTED or not most:
        return lines, ()
    removed = tuple(
        Removed(number, ">")
        for number, match in enumerate(marked, start=1)
        for _ in range(match[0].count(">") if match else 0)
    )
    pairs = zip(lines, marked, strict=True)
    return tuple(" " * m.end() + line[m.end() :] if m else line for line, m in pairs), removed


def squeeze(text: str) -> str:
    """The words of a text with one space between them."""
    return " ".join(text.split())


def solid_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a line stand, as (start, end)."""
    for match in re.finditer(r"\S+", text):
        yield match.span()
