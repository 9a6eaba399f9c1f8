"""The list of paths in which the twin and the published site may differ.

It stands beside the twin, and a path is in it before the file is touched: whoever finds a
killed build's twin links exactly these paths anew and has the published site again. A path
too many costs a link. Where there is no list, none is kept: the tree is made from nothing.
"""

import os
from errno import ENOSPC
from pathlib import Path

from ..archive.roots import LIST

ADD = os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC


def note(root: Path, path: str) -> None:
    """Put a path on the list of tree `root`. One short write, so that several processes may."""
    if "\n" in path:
        raise ValueError(f"no file of the site may be called {path!r}")
    list_ = root.parent / LIST
    try:
        handle = os.open(list_, ADD)
    except FileNotFoundError:
        return
    # A line break on either side: the half line of a full disk spoils no other line.
    line = b"\n%b\n" % os.fsencode(path)
    try:
        if os.write(handle, line) < len(line):
            raise OSError(ENOSPC, os.strerror(ENOSPC), str(list_))
    except OSError as error:
        error.filename = str(list_)
        raise
    finally:
        os.close(handle)


def start(folder: Path) -> None:
    """An empty list for the trees in `folder`."""
    (folder / LIST).write_bytes(b"")


def stop(folder: Path) -> None:
    """From here on, no list is kept."""
    (folder / LIST).unlink(missing_ok=True)


def paths(folder: Path) -> list[str]:
    """What is on the list, each path once. FileNotFoundError where none is kept."""
    lines = (folder / LIST).read_bytes().split(b"\n")
    return sorted({os.fsdecode(line) for line in lines if line})
