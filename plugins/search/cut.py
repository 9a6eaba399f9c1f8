"""Where the archive is cut into segments: by content alone, so that an incremental build
and a clean one agree, and few, so that a reader asks few files.

An added article joins the newest segment, of at most 127 articles. Every 128th time the
next larger segment is written again, every 2,048th time the one above it; full blocks of
65,536 are never touched. An edit stays in its segment. An article that comes in with an old day
of accession, or goes, moves one article over every later border.
"""

from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

BLOCK = 65_536
STEPS = (2_048, 128, 1)


def segments(items: Iterable[Item]) -> Iterator[list[Item]]:
    """What comes in order of accession, by segment."""
    filed = list(items)
    start = 0
    for size in sizes(len(filed)):
        yield filed[start : start + size]
        start += size


def sizes(count: int) -> list[int]:
    """How many documents each segment holds: 70,000 is 65,536 + 4,096 + 256 + 112."""
    found = [BLOCK] * (count // BLOCK)
    rest = count % BLOCK
    for step in STEPS:
        found.append(rest // step * step)
        rest %= step
    return [size for size in found if size]
