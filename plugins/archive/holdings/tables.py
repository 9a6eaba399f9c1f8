"""The file that holdings are kept in: opened, closed, and held by one at a time."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from ..sealed import get_meta, is_sealed, set_meta
from ..store import close_store, connect, discard
from ..versions import code_version

WAIT = 60.0  # seconds
SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE listings (folder TEXT PRIMARY KEY, listing TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE faults (         -- why a file, or a part of it, can't be read
    path TEXT NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL
);
CREATE INDEX faults_path ON faults (path);
CREATE TABLE records (
    kind TEXT NOT NULL, id TEXT NOT NULL, record BLOB NOT NULL, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    state INTEGER NOT NULL,   -- 0 listed, 1 withdrawn, 2 draft, 3 with faults in its keys
    day TEXT NOT NULL,        -- the latest on which it says that something was done
    sha256 TEXT NOT NULL,     -- of its capture, '' where it names none
    capture TEXT NOT NULL,    -- file under captures/, '' where none is asked for
    line INTEGER NOT NULL,    -- where it names that file
    sample BLOB NOT NULL      -- of the shingles of its text
);
CREATE INDEX articles_day ON articles (day);
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE TABLE refs (           -- records that articles name
    kind TEXT NOT NULL, ref TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (kind, ref, number)
) WITHOUT ROWID;
CREATE INDEX refs_number ON refs (number);
CREATE TABLE keys (           -- what no two articles may have in common
    key BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)
) WITHOUT ROWID;
CREATE INDEX keys_number ON keys (number);
CREATE TABLE leans (          -- content files that articles link to, show or come from
    target TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (target, number)
) WITHOUT ROWID;
CREATE INDEX leans_number ON leans (number);
CREATE TABLE shingles (
    hash INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (hash, number)
) WITHOUT ROWID;
CREATE TABLE pairs (          -- articles of which one is a copy of the other, the later first
    number INTEGER NOT NULL, other INTEGER NOT NULL, share REAL NOT NULL,
    PRIMARY KEY (number, other)
) WITHOUT ROWID;
CREATE INDEX pairs_other ON pairs (other);
CREATE TABLE lookalikes (     -- records that look like one, whoever said that they are two
    kind TEXT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL, score REAL NOT NULL,
    why TEXT NOT NULL, PRIMARY KEY (kind, first, second)
) WITHOUT ROWID;
CREATE TABLE blocks (         -- where names of records are compared, and how many stand in each
    kind TEXT NOT NULL, block TEXT NOT NULL, id TEXT NOT NULL, names INTEGER NOT NULL,
    PRIMARY KEY (kind, block, id)
) WITHOUT ROWID;
CREATE INDEX blocks_id ON blocks (kind, id);
CREATE TABLE strays (         -- pictures that no article names, and what is hidden in their files
    path TEXT PRIMARY KEY, stamp TEXT NOT NULL, hidden TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE unpaired (number INTEGER PRIMARY KEY);   -- not compared yet
CREATE TABLE stale (path TEXT PRIMARY KEY) WITHOUT ROWID;   -- to be judged; a folder: all in it
CREATE TABLE problems (       -- the last verdict on a file
    path TEXT NOT NULL, line INTEGER NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
    severity TEXT NOT NULL
);
CREATE INDEX problems_path ON problems (path);
"""
Result = TypeVar("Result")


def home(cache: Path) -> Path:
    return cache / "desk"


def store_in(cache: Path) -> Path:
    return home(cache) / "holdings.sqlite"


def at_work(
    cache: Path | None, work: Callable[[sqlite3.Connection, Path | None], Result]
) -> Result:
    """What `work` makes of the store in `cache`; it is told the folder that the store is in.

    A store that is damaged is made anew; where none can be kept (no cache is named, it can't be
    written to, another has held it too long), the work is done with one in memory and no folder.
    """
    for _ in range(2 if cache else 0):
        assert cache is not None
        try:
            with opened(cache) as db:
                return work(db, home(cache))
        except sqlite3.DatabaseError:
            continue
        except OSError:
            break
    return work(made(sqlite3.connect(":memory:", isolation_level=None), ""), None)


@contextmanager
def opened(cache: Path) -> Iterator[sqlite3.Connection]:
    """The store, for as long as nobody else has it; thrown away if SQLite finds fault with it."""
    from filelock import FileLock

    path = store_in(cache)
    path.parent.mkdir(parents=True, exist_ok=True)
    # A Timeout of the lock is an OSError.
    with FileLock(path.parent / "lock", timeout=WAIT):
        if not is_sealed(path):
            discard(path)
        try:
            db = usable(path, code_version())
            try:
                yield db
            finally:
                close_store(db, path)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                discard(path)
            raise


def usable(path: Path, version: str) -> sqlite3.Connection:
    db = connect(path)
    try:
        if get_meta(db, "version") == version:
            return db
    except sqlite3.DatabaseError:
        pass  # not even a database: what is there goes
    db.close()
    discard(path)
    return made(connect(path), version)


def made(db: sqlite3.Connection, version: str) -> sqlite3.Connection:
    db.executescript(SCHEMA)
    set_meta(db, "version", version)
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
