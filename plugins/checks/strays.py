"""Pictures that no article names. They are published nowhere, and lie in the repository all the
same, with all that their files tell.

What is hidden in a file is read once, and kept for as long as the file stays as it is.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from ..archive.content import IGNORED
from ..archive.scan import rows
from .pictures import faults_of

Told = tuple[str, int, str, str]  # path, line, code, message


def keep(db: sqlite3.Connection, folder: Path) -> None:
    """Bring what is kept of them level with the files of the content folder `folder`."""
    known = dict(db.execute("SELECT path, stamp FROM strays").fetchall())
    found = dict(unnamed(db))
    for path in known.keys() - found.keys():
        db.execute("DELETE FROM strays WHERE path = ?", (path,))
    for path, stamp in sorted(found.items()):
        if known.get(path) != stamp:
            hidden = "; ".join(told for _, told in hidden_in(folder / path))
            db.execute("INSERT OR REPLACE INTO strays VALUES (?, ?, ?)", (path, stamp, hidden))


def unnamed(db: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Their paths, each with size and times as one text. A draft that names a picture counts, and
    so does an article with faults."""
    listings = db.execute(
        "SELECT folder, listing FROM listings WHERE folder BETWEEN 'images/' AND 'images0'"
    ).fetchall()
    for folder, listing in listings:
        for name, kind, stamp in rows(listing):
            path = folder + name
            if kind == "file" and name.rpartition("/")[2] not in IGNORED and not is_told(db, path):
                yield path, stamp


def is_told(db: sqlite3.Connection, path: str) -> bool:
    """Whether an article names a file, or it is told already that it is none that may be here."""
    row = db.execute(
        "SELECT 1 FROM leans WHERE target = ?1 UNION ALL SELECT 1 FROM faults WHERE path = ?1",
        (path,),
    ).fetchone()
    return row is not None


def hidden_in(file: Path) -> Iterator[tuple[str, str]]:
    try:
        data = file.read_bytes()
    except OSError:
        return  # said where files are looked at
    yield from faults_of(data)


def unused(db: sqlite3.Connection) -> Iterator[Told]:
    for path, hidden in db.execute("SELECT path, hidden FROM strays ORDER BY path"):
        message = "no article names this picture; name it under `images` of one, or remove the file"
        yield path, 1, "unused-picture", f"{message}; it {hidden}" if hidden else message
