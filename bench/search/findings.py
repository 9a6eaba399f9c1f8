"""What was measured, kept in a file: for each number of articles the values of every row."""

import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from .downloads import Visit


@dataclass(slots=True, kw_only=True)
class Finding:
    """`values` by the names of `goals.py`. `kinds`: by kind of question and kind of file, the
    bytes that a visit takes on average. `slowest`: what was asked where a value is the largest."""

    articles: int
    day: str
    machine: str
    values: dict[str, list[float]] = field(default_factory=dict)
    kinds: dict[str, dict[str, float]] = field(default_factory=dict)
    worst: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, value: float) -> None:
        self.values.setdefault(name, []).append(value)

    def add_visits(self, name: str, visits: list[Visit]) -> None:
        for visit in visits:
            self.add(f"{name} bytes", visit.bytes)
            self.add(f"{name} requests", visit.requests)
        total = sum((visit.kinds for visit in visits), Counter[str]())
        self.kinds[name] = {kind: size / len(visits) for kind, size in total.most_common()}
        self.worst[name] = max(visits, key=lambda visit: visit.bytes).asked


def read(path: Path) -> list[Finding]:
    if not path.is_file():
        return []
    return [Finding(**values) for values in json.loads(path.read_text("utf-8"))]


def keep(path: Path, new: Finding) -> list[Finding]:
    """With what is kept of other sizes; in order of size."""
    others = [one for one in read(path) if one.articles != new.articles]
    found = sorted([*others, new], key=lambda one: one.articles)
    path.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n", "utf-8")
    return found
