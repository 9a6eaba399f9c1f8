"""Where the archive is cut into segments: by content alone, so that an incremental build
and a clean one agree, and few, so that a reader asks few files.

An added article joins the newest segment, of at most 127 articles. Every 128th time the
next larger segment is written again, every 2,048th time the one above it; full blocks of
65,536 are never touched.
"""

from collections.abc import Iterable
from datetime import date

from .documents import Document

BLOCK = 65_536
STEPS = (2_048, 128, 1)


def segments(documents: Iterable[Document]) -> list[tuple[Document, ...]]:
    """Documents in segments, oldest accession first; inside a segment by day, then id."""
    filed = sorted(documents, key=accession)
    cut: list[tuple[Document, ...]] = []
    start = 0
    for size in sizes(len(filed)):
        cut.append(tuple(sorted(filed[start : start + size], key=chronology)))
        start += size
    return cut


def sizes(count: int) -> list[int]:
    """How many documents each segment holds: 70,000 is 65,536 + 4,096 + 256 + 112."""
    found = [BLOCK] * (count // BLOCK)
    rest = count % BLOCK
    for step in STEPS:
        found.append(rest // step * step)
        rest %= step
    return [size for size in found if size]


def accession(document: Document) -> tuple[date, str]:
    """An article without a day of accession was there from the start."""
    return (document.added or date.min, document.id)


def chronology(document: Document) -> tuple[date, str]:
    return (document.day, document.id)
