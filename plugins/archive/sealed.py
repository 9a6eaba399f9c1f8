"""A store between two builds: whether it is as the last one left it, and a look without a change.

Everything here is the standard library's: what is asked before a build must not cost one.
"""

import sqlite3
from contextlib import suppress
from pathlib import Path

MEGABYTES = 1_048_576


def stamp_path(path: Path) -> Path:
    return path.with_suffix(".stamp")


def stamp_of(path: Path) -> str | None:
    """Size and time of change, in seconds: what archives of a cache carry along.

    SQLite has no checksums; a file that something else wrote to is known by its time.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return f"{status.st_size} {status.st_mtime_ns}"


def read_stamp(path: Path) -> str | None:
    try:
        return stamp_path(path).read_text()
    except (OSError, UnicodeDecodeError):
        return None


def is_sealed(path: Path) -> bool:
    """Is there a store that a build closed in order, and that nobody wrote to since?"""
    stamp = stamp_of(path)
    return stamp is not None and stamp == read_stamp(path)


def reading(path: Path) -> sqlite3.Connection:
    """A connection that can't write."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=60)
    connection.execute(f"PRAGMA mmap_size = {64 * MEGABYTES}")
    return connection


def get_meta(connection: sqlite3.Connection, name: str) -> str | None:
    row = None
    with suppress(sqlite3.OperationalError):
        row = connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def set_meta(connection: sqlite3.Connection, name: str, value: str | None) -> None:
    if value is None:
        connection.execute("DELETE FROM meta WHERE name = ?", (name,))
    else:
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
