"""Records in files of a few kilobytes.

A file of sorted records begins where the key of a record says so (or it would be too long),
and is called by that key: a change moves few borders, and the files around it keep their
names and their bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from zlib import crc32

Record = TypeVar("Record")

TARGET = 8_000
# A query's word needs one record, and all of its file: smaller files cost fewer bytes, and more
# for the table that leads to them.
LEAST, MOST = 2_400, 5_000
# Once a file is long enough, one key in so many begins the next.
ONE_IN = 16
# Before a form: the form itself, not its term. No form begins so. Such keys have files of their
# own, which few searches need.
EXACTLY = "="


@dataclass(slots=True)
class Border:
    """Where files begin; it knows nothing of what came before the file in hand."""

    filled: int = 0
    is_exact: bool = False

    def before(self, key: str, size: int) -> bool:
        """Whether the record that comes next begins a file."""
        ripe = self.filled >= LEAST and crc32(key.encode()) % ONE_IN == 0
        turns = key.startswith(EXACTLY) != self.is_exact
        begins = bool(self.filled) and (ripe or turns or self.filled + size > MOST)
        self.is_exact = key.startswith(EXACTLY)
        self.filled = size if begins else self.filled + size
        return begins


def cut(
    records: Iterable[Record], sizes: Iterable[int], target: int = TARGET
) -> Iterator[list[Record]]:
    """Runs of records whose sizes add up to about `target`; a large one stands alone."""
    run: list[Record] = []
    filled = 0
    for record, size in zip(records, sizes, strict=True):
        if run and filled + size > target:
            yield run
            run, filled = [], 0
        run.append(record)
        filled += size
    if run:
        yield run


def starts(chunks: Sequence[Sequence[object]]) -> list[int]:
    """The number of the first record of each chunk."""
    found, count = [], 0
    for chunk in chunks:
        found.append(count)
        count += len(chunk)
    return found


def utf16(key: str) -> bytes:
    """Sorts as JavaScript compares strings."""
    return key.encode("utf-16-be")


def name(key: str) -> str:
    """What the file of a key is called, 16 hexadecimal digits: FNV-1a, and FNV-1 with another
    start, over UTF-16 units; easily done in any browser."""
    one, two = 0x811C9DC5, 0x9747B28C
    units = utf16(key)
    for high, low in zip(units[::2], units[1::2], strict=True):
        unit = high << 8 | low
        one = (one ^ unit) * 0x01000193 & 0xFFFFFFFF
        two = (two * 0x01000193 & 0xFFFFFFFF) ^ unit
    return f"{one:08x}{two:08x}"
