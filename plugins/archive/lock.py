"""Which file tells that a build is at work in a cache, and whether one is."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "build.lock"


@contextmanager
def is_idle(cache: Path) -> Iterator[bool]:
    """Is there a cache that no build is at work in? For as long as this is open, none begins.

    It is the lock that builds take by way of `filelock`, whose import costs as much as all that
    is asked here; shared, so that two who ask don't keep each other waiting. False where the
    system has no such lock.
    """
    handle = None
    try:
        from fcntl import LOCK_NB, LOCK_SH, flock

        handle = os.open(cache / NAME, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        flock(handle, LOCK_SH | LOCK_NB)
        idle = os.fstat(handle).st_nlink > 0  # else it is the lock of a cache that was removed
    except (ImportError, OSError):
        idle = False
    try:
        yield idle
    finally:
        if handle is not None:
            os.close(handle)
