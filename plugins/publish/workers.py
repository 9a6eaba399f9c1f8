"""The processes that help with a large build."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path

from .garbage import collect_seldom

ROOT = Path(__file__).parents[2]
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


def start_server() -> None:
    from multiprocessing import forkserver

    known = [name for name in sys.modules if name.startswith("plugins.")]
    forkserver.set_forkserver_preload(known)
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
