"""A text as numbered lines, without the characters that have no place in one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.characters import CONTROL

# Form feeds and the line separators of Unicode end a line, as a newline does.
BREAK = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Removed:
    """A control character that was taken out of line `line` (from 1)."""

    line: int
    char: str

    @property
    def name(self) -> str:
        return f"U+{ord(self.char):04X}"


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
    """Controls that aren't white space: they are no words, and a file may not hold them."""
    return CONTROL.match(char) is not None and not char.isspace()


def squeeze(text: str) -> str:
    """The words of a text with one space between them."""
    return " ".join(text.split())


def solid_runs(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a line stand, as (start, end)."""
    for match in re.finditer(r"\S+", text):
        yield match.span()
