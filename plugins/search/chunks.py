"""Sorted records in chunks of about 8 KB, and the routing table that finds the right one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

Record = TypeVar("Record")

TARGET = 8_000


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
