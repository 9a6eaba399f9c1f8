"""Where the archive is cut into segments: by content alone, so that an incremental build
and a clean one agree, and few, because a reader asks each of them for each word.

An added article joins the newest segment, of at most 127 articles. Every 128th time the next
larger segment is written again. Up to 16,383 articles that is all of the rest; of more it has fewer
than 2,048, and the one above it is written every 2,048th time. Full blocks of 65,536 are never
touched. An edit stays in its segment. An article that comes in with an old day of accession, or
goes, moves one article over every later border.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")

BLOCK, LARGE, MIDDLE, NEWEST = 65_536, 16_384, 2_048, 128


def segments(items: Iterable[Item], sizes: Iterable[int]) -> Iterator[list[Item]]:
    """What comes in order of accession, by segments of these sizes."""
    coming = iter(items)
    for size in sizes:
        yield list(islice(coming, size))


def sizes(count: int) -> list[int]:
    """How many documents each segment holds: 70,000 is 65,536 + 4,352 + 112, and 90,000 is
    65,536 + 22,528 + 1,920 + 16."""
    found = [BLOCK] * (count // BLOCK)
    rest = count % BLOCK
    for step in (MIDDLE, NEWEST, 1) if rest >= LARGE else (NEWEST, 1):
        found.append(rest // step * step)
        rest %= step
    return [size for size in found if size]
