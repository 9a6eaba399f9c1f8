"""What trafilatura takes for the text of a page, and what stands in paragraphs."""

import logging
from collections.abc import Sequence

from .alignment import kept_lines
from .lines import Line

PROSE = 12  # words


FEW = 60  # words; a text with less may be that of a teaser


def first_choice(html: str, lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that make the text, by the careful way of trafilatura.

    By its generous way, where that finds twice as much; by paragraphs, where neither does.
    """
    words = [line.text if line.kind == "text" else "" for line in lines]

    def size(numbers: set[int]) -> int:
        return sum(lines[number].words for number in numbers)

    careful, generous = (kept_lines(words, extracted(html, careful=way)) for way in (True, False))
    found = generous if size(generous) > max(FEW, 2 * size(careful)) else careful
    if size(found) >= FEW:
        return found
    return max(found, {n for n, line in enumerate(lines) if is_prose(line)}, key=size)


def extracted(html: str, *, careful: bool) -> str:
    """Empty if nothing was found. The library is imported late: it takes 0.2 s."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it can't read, we say
    found = trafilatura.extract(
        html,
        include_comments=False,
        favor_precision=careful,
        favor_recall=not careful,
    )
    return found or ""


def is_prose(line: Line) -> bool:
    return (
        line.kind == "text"
        and not line.hidden
        and line.words >= PROSE
        and 2 * line.linked < len(line.text)
    )
