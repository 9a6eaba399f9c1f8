"""Tables of rows, sorted by their first field, in files that are called by their leads.

They are cut as the lexicon is, and each file is remembered under a digest of its rows: so a
change reads a few files and writes those whose rows are others.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from . import chunks
from .chunks import utf16
from .memory import Results, get_run
from .stretches import Run, Stretches

# A key and what belongs to it, as JSON has it.
Row = list[object]

pack = msgspec.json.encode
READER = msgspec.json.Decoder(list[Row])


def key_of(row: Row) -> str:
    return str(row[0])


def size(row: Row) -> int:
    """A share of what it takes: so files are longer than the lexicon's, and fewer leads go to them.
    As JSON they say much twice, which compresses well; and names are asked of each word of a query,
    all else of few, and the leads of records are long."""
    return len(pack(row)) // (4 if key_of(row).startswith("@") else 2) + 1


def runs(rows: Iterable[Row]) -> Iterator[tuple[str, list[Row]]]:
    """Sorted rows, a file at a time, with its lead."""
    return chunks.runs(rows, key_of, size)


class Rows:
    """A table as it is remembered; what is asked for is read. LookupError if it is lost."""

    def __init__(self, runs: Sequence[Run], results: Results) -> None:
        self.runs = runs
        self.results = results
        self.files: dict[int, dict[str, Row]] = {}

    def file(self, place: int) -> dict[str, Row]:
        if place not in self.files:
            rows = READER.decode(get_run(self.results, self.runs[place].digest))
            self.files[place] = {key_of(row): row for row in rows}
        return self.files[place]

    def find(self, key: str) -> Row | None:
        return self.file(self.place(key)).get(key) if self.runs else None

    def place(self, key: str) -> int:
        place = bisect_right(self.runs, utf16(key), key=lambda run: utf16(run.lead)) - 1
        return max(place, 0)

    def keys_from(self, key: str) -> Iterator[str]:
        """This key, or the next one, and all behind it."""
        start = utf16(key)
        for place in range(self.place(key), len(self.runs)):
            yield from (each for each in self.file(place) if utf16(each) >= start)


class Rewritten(Stretches[Row]):
    """The files of a table of which some rows are others now, or None: gone."""

    def __init__(self, before: Rows, changes: Mapping[str, Row | None]) -> None:
        super().__init__(before.runs, changes)
        self.before = before
        self.changes = changes

    def size(self, key: str, value: Row) -> int:  # noqa: ARG002  # it stands in the row
        return size(value)

    def records(self, place: int) -> list[tuple[str, Row]]:
        before = self.before.file(place) if self.runs else {}
        keys = self.keys.get(place, ())
        if not keys:
            return list(before.items())
        found = {**before, **{key: self.changes[key] for key in keys}}
        rows = [(key, row) for key, row in found.items() if row is not None]
        return sorted(rows, key=lambda pair: utf16(pair[0]))
