"""The processes that help with a large build."""

import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from .garbage import collect_seldom

ROOT = Path(__file__).parents[2]
PARALLEL = 400  # articles from which workers pay
# What workers need whatever the settings say.
FIRST = ("plugins.checks", "plugins.publish.crew")
METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"


def processes(jobs: int) -> Executor:
    """Workers that start from a clean process: nothing of this build's state is copied.

    Where there is a server that they are forked from, it imports what is imported here, once,
    and they share it.
    """
    context = get_context(METHOD)
    if METHOD == "forkserver":
        start_server()
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=collect_seldom)


def make_ready(content: Path, cache: Path, jobs: int) -> None:
    """Begin what takes a worker half a second to start with, if all of a large archive has to be
    built: its process imports while this one does."""
    if METHOD != "forkserver" or (jobs or os.cpu_count()) == 1 or (cache / "store.sqlite").exists():
        return
    some = islice((content / "articles").glob("*/*.md"), PARALLEL)
    if sum(1 for _ in some) == PARALLEL:
        start_server(FIRST)


def start_server(first: Iterable[str] = ()) -> None:
    """The server imports the modules `first`, or what is imported here by now."""
    from multiprocessing import forkserver

    known = [name for name in sys.modules if name.startswith("plugins.")]
    forkserver.set_forkserver_preload(list(first) or known)
    with importable():
        forkserver.ensure_running()


@contextmanager
def importable() -> Iterator[None]:
    """Processes that start meanwhile find our modules: the server forgets the path that it is
    given."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), before)))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
