"""The breadcrumb a newspaper prints above an article: Home > News > India > the title."""

import re
from dataclasses import dataclass

from .lines import squeeze
from .meta import BYLINE

LONGEST = 1_000  # characters of a line with a long title in it
SIGN = r"(?:>|›|»|→|⟩|❯|::)"
STRONG = re.compile(rf"\s*{SIGN}\s*")
# These also stand in titles and in lines of text: in front of them "Home", or short words of
# which the first is what every newspaper calls a part of itself.
WEAK = re.compile(r"\s*[/|]\s*")
HOME = frozenset({"home", "homepage", "home page", "главная", "होम"})
PARTS = frozenset({
    "news", "latest news", "world", "world news", "national", "local", "local news", "city",
    "cities", "politics", "business", "economy", "sport", "sports", "culture", "arts",
    "entertainment", "opinion", "health", "science", "technology", "india", "international",
    "новости", "политика", "экономика", "общество", "культура", "спорт", "समाचार", "देश", "विदेश",
    "राज्य", "खेल", "व्यापार",
})  # fmt: skip
SIGN_ALONE = re.compile(rf"\s*(?:{SIGN}|[/|])\s*$")
SPACED = re.compile(rf"\s{SIGN}|{SIGN}\s")


@dataclass(frozen=True, slots=True)
class Breadcrumb:
    """Where each part stands in its line, as (start, end)."""

    line: int
    parts: tuple[tuple[int, int], ...]
    sure: str = "sure"


def read_breadcrumb(line: str, number: int) -> Breadcrumb | None:
    """The parts of a breadcrumb; None if the line is none."""
    if len(line) > LONGEST:
        return None
    strong = split(line, STRONG)
    parts = strong if len(strong) > 1 else split(line, WEAK)
    words = [squeeze(line[start:end]) for start, end in parts]
    if len(parts) > 1 and (
        words[0].casefold() in HOME or (parts is strong and is_spaced(words, line))
    ):
        return Breadcrumb(number, tuple(parts))
    if len(parts) > 1 and is_part(words[0]) and all(map(is_section, words)):
        return Breadcrumb(number, tuple(parts), "likely")
    return None


def is_spaced(words: list[str], line: str) -> bool:
    """Whether three parts or more have signs between that don't touch the words on both sides."""
    sections = words[:-1]
    return (
        len(words) > 2
        and all(0 < len(part.split()) <= 4 for part in sections)
        and len(SPACED.findall(line)) >= len(sections)
    )


def is_part(text: str) -> bool:
    """Whether a line is nothing but what every newspaper calls a part of itself."""
    return squeeze(text).casefold() in PARTS


def is_section(part: str) -> bool:
    """Short words that are no day and nobody's name after "By", and no agency's."""
    few = 0 < len(part.split()) <= 3 and not any(map(str.isdigit, part))
    return few and not part.casefold().startswith("by ") and BYLINE.match(part) is None


def upright(lines: tuple[str, ...], first: int) -> list[int]:
    """The lines (from 1) of a breadcrumb printed a part a line, with its signs between or behind.

    It begins with "Home" in line `first`; the part after the last sign ends it.
    """
    found: list[int] = []
    sign = True
    for number in range(first, len(lines) + 1):
        text = lines[number - 1]
        if not text.strip():
            continue
        words = SIGN_ALONE.sub("", text)
        if not found and not is_home(words):
            return []
        if words.strip() and not sign:
            break
        found.append(number)
        sign = words != text
    return found if len(found) > 2 and not sign else []


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
