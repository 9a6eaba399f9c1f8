"""Texts that are copies of one another, whole or shortened.

A text is cut into shingles, runs of five words. If one text has at least half of the other's,
it is a copy of it: retold news doesn't come near that, for even a quoted sentence makes few
shingles. To find candidates among all articles without reading them, each leaves a sample of
its shingles in the index: those whose hash is small, so that two texts leave the same ones of
those they share. What the index names is compared whole before anybody is told.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from unicodedata import normalize
from zlib import crc32

LENGTH = 5  # words
LEAST = 20  # shingles; of a shorter text nothing can be told
CONTAINED = 0.5
# One shingle of eight is kept, but LEAST of a short text: docs/performance.md has what that misses.
SAMPLED = 8
BOUND = 2**32 // SAMPLED
# A candidate shares this part of its sample: well below CONTAINED, for a sample has its luck.
CANDIDATE = 0.2
# What stands in more articles is a formula that everybody prints. It leads to nobody.
COMMON = 100

# Letters with what is written above, below and around them; apostrophes part words everywhere.
WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957])+")


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that says the same: its id, and the part of the shorter text in both."""

    id: str
    share: float


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five words, whatever the signs, case and line ends between them."""
    words = [word.encode() for word in WORD.findall(normalize("NFKC", text).casefold())]
    starts = range(len(words) - LENGTH + 1)
    return frozenset(crc32(b" ".join(words[start : start + LENGTH])) for start in starts)


def share(one: AbstractSet[int], other: AbstractSet[int]) -> float:
    """The part of the smaller set that is in both; 0 where a text is too short to tell."""
    least = min(len(one), len(other))
    return len(one & other) / least if least >= LEAST else 0.0


def sample(found: AbstractSet[int]) -> "array[int]":
    """The shingles that the index keeps of a text, the smallest first; none of a short one."""
    if len(found) < LEAST:
        return array("I")
    ordered = sorted(found)
    small = sum(1 for one in ordered if one < BOUND)
    return array("I", ordered[: max(small, LEAST)])


def may_be_copies(one: "array[int]", other: "array[int]", shared: int) -> bool:
    """Whether two samples with `shared` uncommon shingles in common are worth comparing whole.

    Only below the lower of their bounds do both tell of all they have.
    """
    bound = min(bound_of(one), bound_of(other))
    least = min(bisect_left(one, bound), bisect_left(other, bound))
    return shared >= max(1, CANDIDATE * least)


def bound_of(kept: "array[int]") -> int:
    """Every shingle of the text that is smaller is in the sample."""
    last: int = kept[-1]
    return max(BOUND, last + 1)
