"""Every job by every system, turn by turn: ours, Hugo, Pagefind, Pelican, and again.

All of it happens in one folder, which is made for it and deleted after it.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from .drafts import Draft
from .jobs import Archive, Job
from .make_archive import make
from .measure import CommandError, Cost, measure
from .results import Sample
from .systems import Maker, System

PREFIX = "cuttings-bench-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to measure, how often, and what to write beside the numbers."""

    place: str
    size: int
    jobs: Sequence[Job]
    makers: Sequence[Maker]
    rounds: int
    seed: int
    day: str
    machine: str


@contextmanager
def workshop(parent: Path) -> Iterator[Path]:
    """A folder in `parent` that is gone afterwards, whatever happens."""
    parent.mkdir(parents=True, exist_ok=True)
    for left in parent.glob(f"{PREFIX}*"):  # a bench was killed with -9 here
        if is_left(left):
            shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # other things may lie there
            parent.rmdir()


def is_left(folder: Path) -> bool:
    """Whether the process that made a workshop is gone: its number is in the name."""
    try:
        os.kill(int(folder.name.removeprefix(PREFIX).split("-")[0]), 0)
    except ProcessLookupError:
        return True
    except (ValueError, PermissionError):
        return False
    return False


def run(plan: Plan, parent: Path) -> Iterator[Sample]:
    """Measure; a sample is there as soon as its build has ended."""
    with workshop(parent) as folder:
        systems = [maker(folder) for maker in plan.makers]
        archive = write(plan, systems)
        if not plan.jobs[0].cold:
            for system in systems:  # what is already built, nobody measures
                build(system, folder)
        for turn in range(plan.rounds):
            for job in plan.jobs:
                job.change(archive, systems)
                for system in systems:
                    yield one(plan, job, turn, system, folder, plan.size + archive.added)


def write(plan: Plan, systems: list[System]) -> Archive:
    """Write the articles in every system's format."""
    for system in systems:
        system.prepare()
    known = set()
    for made in make(plan.size, plan.seed):
        for system in systems:
            if isinstance(made, Draft):
                system.put(made)
            else:
                known.add((made.kind, made.id))
                system.introduce(made)
    return Archive(plan.seed, plan.size, known, next=plan.size)


def one(plan: Plan, job: Job, turn: int, system: System, folder: Path, articles: int) -> Sample:
    """Measure one build, of which a page for each of `articles` must have come."""
    if job.cold:
        system.forget()
    before = listing(system.output)
    cost = build(system, folder)
    after = listing(system.output)
    if system.makes_articles and (found := sum(map(is_article, after))) != articles:
        raise CommandError(f"{system.name} made {found} pages of {articles} articles")
    written = {path: state for path, state in after.items() if state != before.get(path)}
    return Sample(
        place=plan.place,
        size=plan.size,
        job=job.name,
        system=system.name,
        round=turn,
        files=len(written),
        bytes=sum(size for size, *_ in written.values()),
        day=plan.day,
        machine=plan.machine,
        **asdict(cost),
    )


def build(system: System, folder: Path) -> Cost:
    return measure(system.command(), folder / "report.json", system.folder, system.env)


def is_article(path: str) -> bool:
    return path.startswith("articles/") and path.endswith(".html")


def listing(output: Path) -> dict[str, tuple[int, int, int]]:
    """Size, inode and time of every file: what was written since has another of them."""
    found = {}
    for path in output.rglob("*"):
        if path.is_file():
            status = path.stat()
            found[path.relative_to(output).as_posix()] = (
                status.st_size,
                status.st_ino,
                status.st_mtime_ns,
            )
    return found
