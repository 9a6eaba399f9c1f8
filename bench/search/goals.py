"""The rows of the table: what is measured, and what it may be at most."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

KILO, MEGA = 1_000, 1_000_000
Values = Sequence[float]


def p95(values: Values) -> float:
    return sorted(values)[ceil(len(values) * 0.95) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`name` is that of the values. `judged` makes one of them; `limits` by number of articles,
    in `unit`, which is so many times that of the values."""

    name: str
    title: str
    unit: str = ""
    size: float = 1
    digits: int = 0
    judged: Callable[[Values], float] = max
    limits: Mapping[int, float] = field(default_factory=dict)

    def found(self, values: Values) -> float:
        return self.judged(values) / self.size

    def typical(self, values: Values) -> float:
        return median(values) / self.size

    def shown(self, number: float) -> str:
        return f"{number:,.{self.digits}f} {self.unit}".rstrip()

    def verdict(self, articles: int, values: Values) -> str:
        if articles not in self.limits:
            return ""
        return "reached" if self.found(values) <= self.limits[articles] else "missed"


def kilobytes(name: str, title: str, small: float = 0, large: float = 0) -> Row:
    limits = {10_000: small, 100_000: large} if small else {}
    return Row(name=f"{name} bytes", title=title, unit="KB", size=KILO, limits=limits)


def requests(name: str, title: str, small: float, large: float) -> Row:
    return Row(name=f"{name} requests", title=title, limits={10_000: small, 100_000: large})


def time(name: str, title: str, limits: Mapping[int, float]) -> Row:
    return Row(name=name, title=title, unit="ms", digits=1, judged=p95, limits=limits)


def cost(name: str, title: str, unit: str, size: float, small: float, large: float) -> Row:
    digits = 2 if small < 1 else 0
    limits = {10_000: small, 100_000: large}
    return Row(
        name=name, title=title, unit=unit, size=size, digits=digits, judged=median, limits=limits
    )


ROWS = (
    kilobytes("words", "first query of up to three words", 60, 220),
    requests("words", "its requests", 20, 40),
    kilobytes("sentence", "a whole sentence", 110, 520),
    requests("sentence", "its requests", 36, 95),
    kilobytes("filters", "filters alone: a year, a value, or both", 25, 50),
    kilobytes("counts", "a facet opened then, with its counts: what it takes more", 80, 280),
    kilobytes("wide", "up to three words on a wide screen, where the first facet stands open"),
    kilobytes("spelling", "did-you-mean, beyond the look-up that failed", 25, 40),
    kilobytes("page", "the page itself: markup, style, scripts"),
    time("warm", "warm query, p95", {10_000: 20, 100_000: 50}),
    time("warm counts", "the same with the first facet open, p95", {}),
    time("warm sentence", "a whole sentence, p95", {}),
    cost("index", "index time per article, one core, whole index", "ms", 1, 0.8, 0.8),
    cost("memory", "peak memory to index everything", "MB", MEGA, 320, 600),
    cost("disk", "index on disk, gzip, without cards and text for snippets", "MB", MEGA, 10, 100),
    cost("disk with cards", "index on disk, gzip, with them", "MB", MEGA, 22, 200),
    cost("added", "adding one article, index part alone", "s", 1, 0.1, 0.2),
    cost("added name", "adding one that names somebody for the first time", "s", 1, 0.1, 0.2),
    Row(name="files", title="files of the index"),
)
