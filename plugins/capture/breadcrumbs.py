"""The breadcrumb a newspaper prints above an article: Home > News > India > the title."""

import re
from dataclasses import dataclass

from .lines import squeeze

LONGEST = 1_000  # characters of a line with a long title in it
STRONG = re.compile(r"\s*(?:>|›|»|→|::)\s*")
# These also stand in titles and in lines of text, so they need a "Home" in front.
WEAK = re.compile(r"\s*[/|]\s*")
HOME = frozenset({"home", "homepage", "home page", "главная", "होम"})
SPACED = re.compile(r"\s(?:>|›|»|→|::)|(?:>|›|»|→|::)\s")


@dataclass(frozen=True, slots=True)
class Breadcrumb:
    """Where each part stands in its line, as (start, end)."""

    line: int
    parts: tuple[tuple[int, int], ...]


def read_breadcrumb(line: str, number: int) -> Breadcrumb | None:
    """The parts of a breadcrumb; None if the line is none."""
    if len(line) > LONGEST:
        return None
    strong = split(line, STRONG)
    if len(strong) > 1:
        words = [squeeze(line[start:end]) for start, end in strong]
        sections = words[:-1]
        if words[0].casefold() in HOME or (
            len(words) > 2
            and all(0 < len(part.split()) <= 4 for part in sections)
            and len(SPACED.findall(line)) >= len(sections)
        ):
            return Breadcrumb(number, tuple(strong))
        return None
    weak = split(line, WEAK)
    if len(weak) > 1 and squeeze(line[weak[0][0] : weak[0][1]]).casefold() in HOME:
        return Breadcrumb(number, tuple(weak))
    return None


def split(line: str, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """The runs between separators; none if the line begins with one, as a quotation does."""
    indent = len(line) - len(line.lstrip())
    end = len(line.rstrip())
    parts, at = [], indent
    for gap in separator.finditer(line, indent, end):
        if gap.start() == indent:
            return []
        parts.append((at, gap.start()))
        at = gap.end()
    if at < end:
        parts.append((at, end))
    return parts


def is_home(part: str) -> bool:
    return squeeze(part).casefold() in HOME


def alike(one: str, other: str) -> bool:
    """Whether two prints of a title are the same; the second may be cut short with dots."""
    one, other = level(one), level(other)
    cut = re.sub(r"\s*(?:\.{3}|…)$", "", other)
    return one == other or (cut != other and len(cut.split()) >= 3 and one.startswith(cut))


def level(text: str) -> str:
    """A title without what one printing and the next differ in."""
    return squeeze(text).casefold().translate(str.maketrans("‘’“”", "''\"\""))
