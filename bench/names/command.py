"""`inv bench-names`: how well names are compared and found, and what that costs."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from plugins.archive.names.alike import alike
from plugins.archive.names.people import SURE

from ..cast import record
from ..command import fault, write_between
from . import gum, news, pairs

BEGIN = "<!-- names: written by `inv bench-names --record` -->\n"
END = "<!-- end of names -->\n"
PAIRS, NEWS = "person-name-pairs.csv", "gum-news-12.tar.xz"
HEADINGS = 13_000
ROUNDS = 5


def bench(code: Path, folder: Path, *, day: str, record: bool = False) -> int:
    """Measure with the collections in `folder`; the exit code."""
    missing = [name for name in (PAIRS, NEWS) if not (folder / name).is_file()]
    if missing:
        return fault(f"{folder} has no {' and no '.join(missing)}; name their folder")
    lines = [
        f"Measured on {day}.",
        "",
        *pair_table(pairs.read(folder / PAIRS)),
        "",
        *news_table(list(gum.read(folder / NEWS))),
        "",
        *cost_table(),
    ]
    text = "\n".join(lines) + "\n"
    print(text)
    if record:
        write_between(code / "docs" / "performance.md", BEGIN, END, text)
    return 0


def pair_table(found: Sequence[pairs.Pair]) -> Iterator[str]:
    first, second = pairs.halves(found)
    yield "| pairs of names | number | precision | recall | F1 | F1, RapidFuzz token_set |"
    yield "|---|---:|---:|---:|---:|---:|"
    for title, some in (("all", found), ("looked at", first), ("not looked at", second)):
        ours = pairs.judged(some, pairs.ours)
        plain = pairs.token_set(some)
        yield (
            f"| {title} | {len(some)} | {ours.precision:.3f} | {ours.recall:.3f} | {ours.f1:.3f} "
            f"| {plain.f1:.3f} |"
        )


def news_table(texts: Sequence[gum.News]) -> Iterator[str]:
    head = "people in news | marked | found | precision | recall | F1"
    yield f"| {head} | sure ({SURE}) | of them right |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    for title, some in (
        ("all", texts),
        ("looked at", texts[::2]),
        ("not looked at", texts[1::2]),
    ):
        score = news.measured(some)
        yield (
            f"| {title} | {score.marked} | {score.found} | {score.precision:.3f} "
            f"| {score.recall:.3f} | {score.f1:.3f} | {score.accepted} | {score.sure:.3f} |"
        )


def cost_table() -> Iterator[str]:
    """Processor time for the headings of a large archive."""
    names = {one.id: [one.heading] for one in (record("people", n) for n in range(HEADINGS))}
    times = []
    for _ in range(ROUNDS):
        started = process_time()
        found = len(list(alike(names)))
        times.append(process_time() - started)
    yield "| headings compared | pairs that look alike | first time | again (median) |"
    yield "|---:|---:|---:|---:|"
    yield f"| {HEADINGS:,} | {found:,} | {times[0]:.2f} s | {median(times[1:]):.2f} s |"
