"""What was measured. Kept in a file, so that a long bench can be run in parts.

A *cell* is one job at one size in one place (disk or memory). All systems of a cell were
measured in one run, turn by turn, so ratios never mix two runs: measuring a cell again
replaces all of it.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

FIELDS = ("wall", "cpu", "peak", "files", "bytes")
Cell = tuple[str, int, str]  # place, size, job


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One build: seconds by the clock, processor seconds, peak memory in bytes, files of the
    site that were written and their bytes. `day` and `machine` say when and where."""

    place: str
    size: int
    job: str
    system: str
    round: int
    wall: float
    cpu: float
    peak: int
    files: int
    bytes: int
    day: str
    machine: str

    @property
    def cell(self) -> Cell:
        return self.place, self.size, self.job


class Results:
    """Samples, and the questions that tables ask."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        self.samples = tuple(samples)

    @classmethod
    def read(cls, path: Path) -> "Results":
        if not path.is_file():
            return cls(())
        return cls(Sample(**values) for values in json.loads(path.read_text()))

    def write(self, path: Path) -> None:
        path.write_text(json.dumps([asdict(one) for one in self.samples], indent=1) + "\n")

    def replaced_by(self, new: "Results") -> "Results":
        """These, with the cells that `new` has taken from there."""
        cells = {one.cell for one in new.samples}
        return Results((*(one for one in self.samples if one.cell not in cells), *new.samples))

    def sizes(self) -> list[int]:
        return sorted({one.size for one in self.samples})

    def places(self) -> list[str]:
        return sorted({one.place for one in self.samples})

    def rounds(self, cell: Cell, system: str, field: str) -> dict[int, float]:
        """The values of each round. "hugo+pagefind" adds the two up; for memory, which the
        second doesn't need before the first is done, it is the larger."""
        parts = [self.of_one(cell, name, field) for name in system.split("+")]
        shared = sorted(set.intersection(*map(set, parts)))
        join = max if field == "peak" else sum
        return {turn: join(part[turn] for part in parts) for turn in shared}

    def of_one(self, cell: Cell, system: str, field: str) -> dict[int, float]:
        return {
            one.round: getattr(one, field)
            for one in self.samples
            if one.cell == cell and one.system == system
        }

    def typical(self, cell: Cell, system: str, field: str) -> float | None:
        """The median of the rounds."""
        values = self.rounds(cell, system, field).values()
        return median(values) if values else None

    def ratio(self, cell: Cell, ours: str, peer: str, field: str = "wall") -> float | None:
        """The median of the ratios of the rounds: each round's two were measured one after the
        other, so a machine that slows down slows both."""
        above, below = (self.rounds(cell, name, field) for name in (ours, peer))
        ratios = [above[turn] / below[turn] for turn in above if below.get(turn)]
        return median(ratios) if ratios else None
