"""One build at a time in a cache folder: the second waits, and says so."""

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock

WAIT = 60.0  # seconds


def say(line: str) -> None:
    """One line for whoever started the build."""
    print(f"cuttings: {line}", file=sys.stderr, flush=True)


def acquire(path: Path, wait: float) -> "BaseFileLock":
    """The lock in file `path`, held until it is released or this process ends, killed or not.

    BlockingIOError when another build still holds it after `wait` seconds.
    """
    from filelock import FileLock, Timeout

    # Workers that outlive a killed build don't hold it: forks aside, they have no handle to it.
    lock = FileLock(path, thread_local=False, preserve_lock_file=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        say(f"another build is at work in {path.parent}; waiting up to {wait:g} s for it to end")
        try:
            lock.acquire(timeout=wait)
        except Timeout:
            told = f"another build is still at work after {wait:g} s; try again when it has ended"
            raise BlockingIOError(errno.EAGAIN, told, str(path.parent)) from None
    return lock
