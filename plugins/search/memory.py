"""What is remembered of a segment between builds, so that an edit rewrites little of it.

Kept in `library.results` under digests of content: a result that is not there costs time, and
none can be wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

import msgspec

from . import words
from .segment import Frame
from .words import Keyed

SEGMENT, RUNS, RUN = "search-segment", "search-runs", "search-run"
DIGEST = 16


class Results(Protocol):
    """Derived results kept between builds."""

    def get(self, kind: str, key: bytes) -> bytes | None: ...
    def put(self, kind: str, key: bytes, data: bytes) -> None: ...
    def get_many(self, kind: str, keys: "list[bytes]") -> Mapping[bytes, bytes]: ...
    def keep(self, kind: str, keys: "list[bytes]") -> None: ...


@dataclass(slots=True)
class Memory:
    """`ids` and `shown`, a digest of 16 bytes, by document number; `runs`: first key and digest
    of each file of the lexicon."""

    ids: list[str]
    shown: list[bytes]
    frame: Frame = field(default_factory=Frame)
    runs: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def first_keys(self) -> list[str]:
        return [key for key, _ in self.runs]


Run = tuple[str, bytes]
Stored = tuple[
    str,
    bytes,
    list[int],
    list[int],
    list[list[int]],
    list[tuple[str, str, str]],
    dict[str, list[int]],
]


def save(results: Results, version: str, memory: Memory) -> None:
    """Ids in one string and digests in one run of bytes: there may be 65,536 of them."""
    frame = memory.frame
    rows = (frame.months, frame.lengths, frame.labels, frame.table, frame.starts)
    data = ("\n".join(memory.ids), b"".join(memory.shown), *rows)
    results.put(SEGMENT, version.encode(), msgspec.msgpack.encode(data))
    results.put(RUNS, version.encode(), msgspec.msgpack.encode(memory.runs))


def load(results: Results, version: str) -> Memory:
    """The memory of a segment; LookupError if there is none."""
    data = results.get(SEGMENT, version.encode())
    if data is None:
        raise LookupError(version)
    ids, shown, months, lengths, labels, table, starts = msgspec.msgpack.decode(data, type=Stored)
    numbers = {label: number for number, label in enumerate(table)}
    digests = [shown[at : at + DIGEST] for at in range(0, len(shown), DIGEST)]
    frame = Frame(months, lengths, labels, table, starts, numbers)
    return Memory(ids.split("\n"), digests, frame, load_runs(results, version))


def load_runs(results: Results, version: str) -> list[Run]:
    data = results.get(RUNS, version.encode())
    if data is None:
        raise LookupError(version)
    return msgspec.msgpack.decode(data, type=list[Run])


def put_run(results: Results, run: list[Keyed]) -> Run:
    """Remember a run: its first key and its digest."""
    data = words.pack(run)
    key = run_key(data)
    results.put(RUN, key, data)
    return run[0][0], key


def run_key(data: bytes) -> bytes:
    return sha256(data).digest()[:DIGEST]


def get_run(results: Results, key: bytes) -> list[Keyed]:
    data = results.get(RUN, key)
    if data is None or run_key(data) != key:
        raise LookupError(key.hex())
    return words.unpack(data)


def forget_others(results: Results, versions: Iterable[str]) -> None:
    """Keep what belongs to these segments and nothing else; some may not be there yet."""
    keys = [version.encode() for version in versions]
    rows = results.get_many(RUNS, keys).values()
    runs = [key for row in rows for _, key in msgspec.msgpack.decode(row, type=list[Run])]
    results.keep(RUN, runs)
    results.keep(RUNS, keys)
    results.keep(SEGMENT, keys)
