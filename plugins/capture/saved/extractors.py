"""What trafilatura takes for the text of a page, and what stands in paragraphs."""

import logging
from collections.abc import Iterator, Sequence

from .lines import Line

PROSE = 12  # words


def texts(html: str, lines: Sequence[Line]) -> Iterator[str]:
    """Proposals for the text, the most careful first; a paragraph a line."""
    yield extracted(html, careful=True)
    yield extracted(html, careful=False)
    yield "\n".join(line.text for line in lines if is_prose(line))


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
