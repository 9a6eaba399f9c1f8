"""A text in units: breadcrumb, metadata line, bullet, run of text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import boilerplate
from .breadcrumbs import SIGN_ALONE, Breadcrumb, is_home, read_breadcrumb, upright
from .lines import squeeze
from .meta import MetaLine, read_meta

BULLET = re.compile(r"^\s*([•·●▪■◦‣⁃➤➢►▸▶✓✔◆◇○□❖*\-–]|>|o(?=\t))\s+(?=\S)")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
# A line longer than this was not wrapped by hand or by a mail program.
WRAPPED = 120
# An address, and what a curator may have written above: lines by themselves.
ALONE = re.compile(
    r"^\s*(?:(?:title|headline|url|link|address|source|original|from)\s*:|https?://\S+\s*$)",
    re.IGNORECASE,
)
LONGEST_META = 400  # characters; a longer line is text
HEAD = 15  # a breadcrumb stands among the first lines


@dataclass(slots=True)
class Unit:
    """Lines `lines` (from 1) that belong together, and what they look like."""

    shape: str  # "crumb", "meta", "bullet", "text"
    lines: list[int]
    text: str
    meta: MetaLine | None = None
    crumb: Breadcrumb | None = None
    used: bool = False


def units(lines: tuple[str, ...], known: Callable[[str], str | None]) -> Iterator[Unit]:
    """The units of a text, in order; an empty line ends each."""
    run: list[int] = []
    crumb = upright_crumb(lines)
    for number, line in enumerate(lines, start=1):
        if crumb and number in crumb.lines:
            yield from text_units(lines, run)
            run = []
            if number == crumb.lines[-1]:
                yield crumb
            continue
        unit = single(line, number, known, number <= HEAD)
        if line.strip() and unit is None and not (run and stands_apart(lines, run)):
            run.append(number)
            continue
        yield from text_units(lines, run)
        run = []
        if unit is not None:
            yield unit
        elif line.strip():
            run.append(number)
    yield from text_units(lines, run)


def upright_crumb(lines: tuple[str, ...]) -> Unit | None:
    """A breadcrumb over several lines; its text is its last part, which often is the title."""
    for number, line in enumerate(lines[:HEAD], start=1):
        found = upright(lines, number) if is_home(SIGN_ALONE.sub("", line)) else []
        if found:
            return Unit("crumb", found, squeeze(lines[found[-1] - 1]))
    return None


def stands_apart(lines: tuple[str, ...], run: list[int]) -> bool:
    """A bullet's text ends with its line unless the next one is indented below it."""
    return BULLET.match(lines[run[0] - 1]) is not None and not lines[run[-1]].startswith("   ")


def single(line: str, number: int, known: Callable[[str], str | None], head: bool) -> Unit | None:
    """A line that is a unit by itself."""
    crumb = read_breadcrumb(line, number) if head else None
    if crumb is not None:
        return Unit("crumb", [number], squeeze(line), crumb=crumb)
    meta = read_meta(line, number, known) if 0 < len(line.strip()) <= LONGEST_META else None
    if meta is not None and BULLET.match(line) is None:
        return Unit("meta", [number], squeeze(line), meta=meta)
    if head and ALONE.match(line):
        return Unit("text", [number], squeeze(line))
    return None


def text_units(lines: tuple[str, ...], run: list[int]) -> Iterator[Unit]:
    """A run of lines without an empty one: wrapped text is one unit, else a line each."""
    first, last = edges(lines, run)
    for number in run[:first]:
        yield Unit("text", [number], squeeze(lines[number - 1]))
    yield from wrapped_units(lines, run[first:last])
    for number in run[last:]:
        yield Unit("text", [number], squeeze(lines[number - 1]))


def edges(lines: tuple[str, ...], run: list[int]) -> tuple[int, int]:
    """What remains of a run without prompts and the like at its beginning and at its end.

    A line inside a wrapped text may begin as a prompt does: with it or after it a small letter.
    """
    prompt = [
        boilerplate.kind_of(squeeze(lines[number - 1])) is not None
        and not any(lines[n - 1].lstrip()[:1].islower() for n in run[at : at + 2])
        for at, number in enumerate(run)
    ]
    first = next((at for at, is_one in enumerate(prompt) if not is_one), len(run))
    last = next((at for at in range(len(run), first, -1) if not prompt[at - 1]), first)
    return first, last


def wrapped_units(lines: tuple[str, ...], run: list[int]) -> Iterator[Unit]:
    groups: list[list[int]] = []
    whole, small = breaks([lines[number - 1].strip() for number in run])
    for number in run:
        line = lines[number - 1]
        if groups and not BULLET.match(line) and wrapped(lines, groups[-1], line, whole, small):
            groups[-1].append(number)
        else:
            groups.append([number])
    for group in groups:
        shape = "bullet" if BULLET.match(lines[group[0] - 1]) else "text"
        yield Unit(shape, group, squeeze(" ".join(lines[number - 1] for number in group)))


def breaks(texts: list[str]) -> tuple[bool, bool]:
    """Whether a run is one text broken into lines; whether a small letter continues a line."""
    if max(map(len, texts), default=0) > WRAPPED:
        return False, False
    if all(text.isupper() and len(text.split()) > 1 for text in texts):
        return True, True  # a headline in capitals
    inner = texts[:-1]
    broken = sum(SENTENCE_END.search(text) is None for text in inner)
    return 2 * broken >= len(inner) and max(map(len, inner), default=0) > 50, True


def wrapped(lines: tuple[str, ...], group: list[int], line: str, whole: bool, small: bool) -> bool:
    """Whether `line` continues the group: the run was broken inside its sentences."""
    if BULLET.match(lines[group[0] - 1]):
        return line.startswith("   ")
    ended = SENTENCE_END.search(lines[group[-1] - 1].strip()) is not None
    return whole or (small and line.strip()[0].islower() and not ended)
