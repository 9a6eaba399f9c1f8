"""What is remembered of a segment between builds, so that an edit rewrites little of it.

Kept in `library.results` under digests of content: a result that is not there costs time, and
none can be wrong.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol

import msgspec

from .segment import TABLES, Frame
from .stretches import Run

SEGMENT, RUNS, RUN, TURN = "search-segment", "search-runs", "search-run", "search-turn"
# A change leaves some hundred runs that nothing needs, a megabyte or less.
TURNS = 16
DIGEST = 16


class Results(Protocol):
    """Derived results kept between builds."""

    def get(self, kind: str, key: bytes) -> bytes | None: ...
    def put(self, kind: str, key: bytes, data: bytes) -> None: ...
    def get_many(self, kind: str, keys: "list[bytes]") -> Mapping[bytes, bytes]: ...
    def keep(self, kind: str, keys: "list[bytes]") -> None: ...


class Runs(dict[str, list[Run]]):
    """What is remembered of each file of a table, by kind."""

    @property
    def leads(self) -> dict[str, list[str]]:
        return {kind: [run.lead for run in runs] for kind, runs in self.items()}

    def keep(self, kind: str, lead: str, first: str, data: bytes, results: Results) -> None:
        """Remember the next run of a kind: its lead, its first key and its records."""
        key = run_key(data)
        results.put(RUN, key, data)
        self[kind].append(Run(lead, first, key))


@dataclass(slots=True)
class Memory:
    """`ids` and `shown`, a digest of 16 bytes, by document number; `runs` of the lexicon and of the
    tables of forms."""

    ids: list[str]
    shown: list[bytes]
    frame: Frame = field(default_factory=Frame)
    runs: Runs = field(default_factory=lambda: Runs((kind, []) for kind in TABLES))


Stored = tuple[
    str,
    bytes,
    list[int],
    list[int],
    list[list[int]],
    list[tuple[str, str, str]],
    dict[str, list[int]],
    dict[str, list[int]],
    dict[str, int],
]


def save(results: Results, version: str, memory: Memory) -> None:
    """Ids in one string and digests in one run of bytes: there may be 65,536 of them."""
    frame = memory.frame
    rows = (frame.months, frame.lengths, frame.labels, frame.table)
    files = (frame.starts, frame.lists, frame.frequent)
    data = ("\n".join(memory.ids), b"".join(memory.shown), *rows, *files)
    results.put(SEGMENT, version.encode(), msgspec.msgpack.encode(data))
    save_runs(results, version, memory.runs)


def save_runs(results: Results, version: str, runs: Runs) -> None:
    results.put(RUNS, version.encode(), msgspec.msgpack.encode(dict(runs)))


def load(results: Results, version: str) -> Memory:
    """The memory of a segment; LookupError if there is none."""
    data = results.get(SEGMENT, version.encode())
    if data is None:
        raise LookupError(version)
    stored = msgspec.msgpack.decode(data, type=Stored)
    ids, shown, months, lengths, labels, table, starts, lists, frequent = stored
    numbers = {label: number for number, label in enumerate(table)}
    digests = [shown[at : at + DIGEST] for at in range(0, len(shown), DIGEST)]
    frame = Frame(months, lengths, labels, table, starts, lists, frequent, numbers)
    return Memory(ids.split("\n"), digests, frame, load_runs(results, version))


def load_runs(results: Results, version: str) -> Runs:
    """The runs of a segment, or of the names; LookupError if they are not there."""
    data = results.get(RUNS, version.encode())
    if data is None:
        raise LookupError(version)
    return Runs(msgspec.msgpack.decode(data, type=dict[str, list[Run]]))


def run_key(data: bytes) -> bytes:
    return sha256(data).digest()[:DIGEST]


def get_run(results: Results, key: bytes) -> bytes:
    """What was kept of a run; LookupError if it is not there."""
    data = results.get(RUN, key)
    if data is None or run_key(data) != key:
        raise LookupError(key.hex())
    return data


def forget_others(results: Results, versions: Iterable[str]) -> None:
    """Keep what belongs to these segments and names; some may not be there yet. Their runs are
    many: they are gone through only when that `is_due`."""
    keys = [version.encode() for version in versions]
    results.keep(RUNS, keys)
    results.keep(SEGMENT, keys)
    results.put(TURN, b"", str(turn(results) + 1).encode())


def forget_runs_of_others(results: Results, versions: Iterable[str]) -> None:
    rows = results.get_many(RUNS, [version.encode() for version in versions]).values()
    stored = [msgspec.msgpack.decode(row, type=dict[str, list[Run]]) for row in rows]
    results.keep(RUN, [run.digest for row in stored for runs in row.values() for run in runs])


def is_due(results: Results) -> bool:
    return turn(results) % TURNS == TURNS - 1


def turn(results: Results) -> int:
    """How many changes of the index there were since all of it was made."""
    return int(results.get(TURN, b"") or 0)
