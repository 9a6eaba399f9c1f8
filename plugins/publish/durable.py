"""Bytes reach the disk before anybody relies on them."""

import errno
import os
import sys
from pathlib import Path


def sync(folder: Path) -> None:
    """Wait for everything on the file system that a folder is on.

    One commit for all: of 50 new files on ext4 it takes 5 ms where fsync of each takes 250. What
    other programs have just written there is waited for too.
    """
    if sys.platform != "linux":
        os.sync()
        return
    import ctypes

    library = ctypes.CDLL(None, use_errno=True)
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if library.syncfs(handle):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code), str(folder))
    finally:
        os.close(handle)


def sync_names(folder: Path) -> None:
    """Wait for the names in a folder."""
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that has nothing to sync there
            error.filename = str(folder)
            raise
    finally:
        os.close(handle)
