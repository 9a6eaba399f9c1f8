"""`inv bench`: measure ours and the peers, print tables, and write them into `docs/`."""

import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from . import machine, report
from .jobs import JOBS
from .make_archive import SEED
from .measure import CommandError
from .ours import Ours
from .peers import PEERS, Peer
from .peers.install import PeersError, install
from .plot import svg
from .results import Results, Sample
from .runner import Plan, run
from .systems import Maker, System

BEGIN, END = "<!-- numbers: written by `inv bench --record` -->\n", "<!-- end of numbers -->\n"


class UsageError(Exception):
    """An option that can't be followed; the text says what to write."""


def bench(
    code: Path,
    *,
    day: str,
    sizes: str = "1000,10000",
    peers: str = "hugo,pagefind,pelican",
    jobs: str = ",".join(JOBS),
    rounds: int = 3,
    tmpfs: str = "",
    record: bool = False,
) -> int:
    """Measure the project in `code` and the peers; the exit code.

    `day` is today as 2026-11-22. `tmpfs` is a folder in memory where all of it happens, instead
    of on the disk. `record` writes tables and plot into `docs/`. Lists are separated by commas.
    """
    home = code / ".cache" / "bench"
    home.mkdir(parents=True, exist_ok=True)
    try:
        plans = plan(home, code, day, sizes, peers, jobs, rounds, tmpfs)
        with FileLock(home / "lock", timeout=0), ending_cleanly():
            carry_out(plans, home / "results.json")
    except Timeout:
        return fault("another bench is running here; wait for it")
    except (UsageError, PeersError, CommandError) as error:
        return fault(str(error))
    results = Results.read(home / "results.json")
    print(report.markdown(results))
    if record:
        write_docs(code / "docs", results)
    return 0


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """Asked to end, clean up first: by default folders and processes would be left."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def fault(message: str) -> int:
    print(f"bench: {message}", file=sys.stderr)
    return 1


def plan(
    home: Path, code: Path, day: str, sizes: str, peers: str, jobs: str, rounds: int, tmpfs: str
) -> list[tuple[Path, Plan]]:
    """What to measure and in which folder, a size at a time."""
    names = chosen(peers, PEERS, "--peers")
    if "pagefind" in names and "hugo" not in names:
        raise UsageError("Pagefind works on what Hugo made; write --peers hugo,pagefind")
    wanted = [JOBS[name] for name in chosen(jobs, JOBS, "--jobs-list")]
    if rounds < 1:
        raise UsageError("there is nothing to do; ask for 1 round or more")
    if not wanted:  # what is kept can still be shown and recorded
        return []
    folder = Path(tmpfs) if tmpfs else home / "work"
    if tmpfs and machine.file_system(folder) not in ("tmpfs", "ramfs"):
        raise UsageError(f"{tmpfs} is not in memory; name a folder on a tmpfs")
    counts = numbers(sizes)
    environment = install(home / "peers") if names else home
    return [
        (
            folder,
            Plan(
                place="tmpfs" if tmpfs else "disk",
                size=size,
                jobs=wanted,
                makers=list(makers(code, environment, names, size)),
                rounds=rounds,
                seed=SEED,
                day=day,
                machine=f"{machine.describe()}, {machine.file_system(folder)}",
            ),
        )
        for size in counts
    ]


def chosen(text: str, known: Iterable[str], option: str) -> list[str]:
    """The names in `text`, in the order of `known`."""
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in known:
            raise UsageError(f"{option} knows no {name}; it takes {', '.join(known)}")
    return [name for name in known if name in names]


def numbers(text: str) -> list[int]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() and int(part) > 0 for part in parts):
        raise UsageError("--sizes takes numbers of articles, such as 1000,10000")
    return [int(part) for part in parts]


def makers(code: Path, environment: Path, names: list[str], size: int) -> Iterable[Maker]:
    """Ours first; then the peers that can bear this size."""
    yield partial(make_ours, code)
    for name in names:
        peer = PEERS[name]
        if peer.largest and size > peer.largest:
            print(f"bench: {name} is left out at {size:,}: it takes too long or too much memory")
            continue
        yield partial(make_peer, peer, environment)


def make_ours(code: Path, folder: Path) -> System:
    return Ours(folder / "ours", code)


def make_peer(peer: type[Peer], environment: Path, folder: Path) -> System:
    return peer(folder / peer.name, environment)


def carry_out(plans: list[tuple[Path, Plan]], kept: Path) -> None:
    """Measure plan by plan. What has been found is kept once every system had its turn, even if
    the bench is ended then."""
    for folder, one in plans:
        print(f"bench: {one.size:,} articles, {report.PLACES[one.place]}", flush=True)
        before = Results.read(kept)
        samples = []
        for sample in run(one, folder):
            print(line(sample), flush=True)
            samples.append(sample)
            if len(samples) % len(one.makers) == 0:
                before.replaced_by(Results(samples)).write(kept)


def line(sample: Sample) -> str:
    return (
        f"  {sample.round + 1} {sample.job:<10} {sample.system:<9} {sample.wall:8.2f} s "
        f"{sample.cpu:8.2f} s cpu {sample.peak / 1e6:7.0f} MB {sample.files:7,} files"
    )


def write_docs(docs: Path, results: Results) -> None:
    """Replace the numbers in performance.md, and the plot beside it."""
    write_between(docs / "performance.md", BEGIN, END, numbers_part(results))
    (docs / "performance.svg").write_text(svg(results), "utf-8")


def write_between(page: Path, begin: str, end: str, text: str) -> None:
    """Replace what stands between two marks."""
    before, _, rest = page.read_text("utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}", "utf-8")


def numbers_part(results: Results) -> str:
    runs = sorted({(one.day, one.machine) for one in results.samples})
    when = "\n".join(f"- {day}: {where}" for day, where in runs)
    return f"Measured:\n\n{when}\n\n{report.markdown(results)}\n"
