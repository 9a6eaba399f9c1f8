"""The store: records, relations and rendered texts in SQLite, kept between builds.

Derived from content and always safe to delete: a missing, older or damaged store costs time,
never a wrong byte. Every order is (day filed, second of publication, id), never a row
number, so that a store's history can't show.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .days import Moment, Span
from .model import Article, Authority
from .reading import custom
from .sealed import MEGABYTES, get_meta, is_sealed, reading, set_meta, stamp_of, stamp_path

FORMAT = 7
SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE listings (folder TEXT PRIMARY KEY, listing TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE files (path TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    filed TEXT NOT NULL,      -- day it is filed under, as 2021-04-06
    utc INTEGER NOT NULL,     -- publication, seconds since 1970
    added TEXT NOT NULL,      -- day of accession, '' where unknown: it sorts first
    state INTEGER NOT NULL,   -- 0 listed, 1 withdrawn, 2 draft: only the checks know it
    record BLOB NOT NULL,     -- without its text
    title TEXT NOT NULL,      -- title and summary as they are set: HTML
    summary TEXT NOT NULL,
    shown BLOB NOT NULL,      -- digest of all that it and the records it names say
    body BLOB NOT NULL        -- key in bodies; empty where no text may be shown
) WITHOUT ROWID;
CREATE TABLE texts (id TEXT PRIMARY KEY, markdown TEXT NOT NULL);  -- as written
CREATE INDEX articles_filed ON articles (state, filed, utc, id);
CREATE INDEX articles_added ON articles (state, added, id, shown);
CREATE INDEX articles_feed ON articles (state, added, utc, id);
CREATE TABLE relations (      -- articles and the records they name
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    state INTEGER NOT NULL,
    filed TEXT NOT NULL,
    utc INTEGER NOT NULL,
    id TEXT NOT NULL,
    added TEXT NOT NULL,      -- the article's, so that feeds need not look for it there
    PRIMARY KEY (kind, ref, state, filed, utc, id)
) WITHOUT ROWID;
CREATE INDEX relations_article ON relations (id, state, kind, ref);
CREATE TABLE records (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE pages (name TEXT PRIMARY KEY, record BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE keys (           -- what no two articles may have in common
    key BLOB NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, id)
) WITHOUT ROWID;
CREATE TABLE leans (          -- content files that articles link to, show or come from
    target TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (target, id)
) WITHOUT ROWID;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE images (         -- pictures that may be published
    file TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (file, id)
) WITHOUT ROWID;
CREATE TABLE corrections (    -- days on which listed articles were corrected
    day TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (day, id)
) WITHOUT ROWID;
CREATE TABLE events (         -- listed articles on one happening
    event TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (event, id)
) WITHOUT ROWID;
CREATE TABLE gone (           -- addresses where nothing is found any more, and since which day
    url TEXT PRIMARY KEY, since TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE tallies (        -- listed articles of a record in a month; kind '' is all
    kind TEXT NOT NULL, ref TEXT NOT NULL, month TEXT NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (kind, ref, month)
) WITHOUT ROWID;
CREATE INDEX tallies_month ON tallies (kind, month, ref, n);
CREATE TABLE pairs (          -- listed articles that name both of two records
    kind TEXT NOT NULL, ref TEXT NOT NULL, other TEXT NOT NULL, other_ref TEXT NOT NULL,
    n INTEGER NOT NULL, PRIMARY KEY (kind, ref, other, other_ref)
) WITHOUT ROWID;
CREATE TABLE bodies (key BLOB PRIMARY KEY, html TEXT NOT NULL, plain TEXT NOT NULL);
CREATE TABLE results (
    kind TEXT NOT NULL, key BLOB NOT NULL, data BLOB NOT NULL, PRIMARY KEY (kind, key)
) WITHOUT ROWID;
CREATE TABLE published (path TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
"""
CONTENT_TABLES = (
    "listings", "files", "articles", "relations", "records", "pages", "keys", "leans",
    "aliases", "images", "corrections", "events", "gone", "tallies", "pairs", "published", "texts",
)  # fmt: skip

Record = TypeVar("Record")


def filed_under(article: Article) -> date:
    """The day an article is filed under: of what happened, the day nearest to its date."""
    day = article.date.day
    return article.happened.nearest(day) if article.happened else day


def encode(record: object) -> bytes:
    return msgspec.json.encode(record, enc_hook=as_text)


def as_text(value: Any) -> str:
    if isinstance(value, Moment | Span):
        return value.iso
    raise NotImplementedError(type(value).__name__)


def decode(data: bytes, cls: type[Record]) -> Record:
    return msgspec.json.decode(data, type=cls, dec_hook=custom)


def open_store(path: Path | None, version: str = "") -> sqlite3.Connection:
    """The store at `path`, emptied if it was made by other code; in memory without a path.

    A file that isn't as the last build left it is replaced.
    """
    if path is None:
        return made(sqlite3.connect(":memory:", isolation_level=None), version)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not is_sealed(path):
        discard(path)
    try:
        return usable(connect(path), version)
    except sqlite3.DatabaseError:
        discard(path)
        return made(connect(path), version)


def discard(path: Path) -> None:
    for leftover in (path, stamp_path(path), *path.parent.glob(f"{path.name}-*")):
        leftover.unlink(missing_ok=True)


def close_store(connection: sqlite3.Connection, path: Path) -> None:
    """Close a store and seal it; what was not committed is undone.

    A store that can't be closed in order (the disk is full) is left unsealed: the next build
    makes a new one.
    """
    try:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        # One file again, complete in itself: a cache may be stored and brought back.
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.close()
        stamp_path(path).write_text(stamp_of(path) or "")
    except (OSError, sqlite3.Error):
        with suppress(OSError):
            stamp_path(path).unlink(missing_ok=True)
        connection.close()


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    if read_only:
        return reading(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=60)
    # Losing the store costs time only, so it need not survive a power cut; killed builds it
    # survives by its journal. The cache is capped: a large store must not fill the memory.
    connection.executescript(
        "PRAGMA synchronous = OFF; PRAGMA journal_mode = TRUNCATE; "
        f"PRAGMA cache_size = -32768; PRAGMA mmap_size = {64 * MEGABYTES}; "
        "PRAGMA temp_store = MEMORY;"
    )
    return connection


def usable(connection: sqlite3.Connection, version: str) -> sqlite3.Connection:
    """The same connection, its tables made or emptied where they are another version's."""
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables:
        return made(connection, version)
    if get_meta(connection, "format") != str(FORMAT):
        raise sqlite3.DatabaseError("another format")
    if get_meta(connection, "version") != version:
        forget(connection)
        set_meta(connection, "version", version)
    return connection


def made(connection: sqlite3.Connection, version: str) -> sqlite3.Connection:
    connection.executescript(SCHEMA)
    set_meta(connection, "format", str(FORMAT))
    set_meta(connection, "version", version)
    return connection


def forget(connection: sqlite3.Connection) -> None:
    """Everything goes, rendered texts too."""
    connection.execute("BEGIN")
    for table in (*CONTENT_TABLES, "bodies", "results"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("DELETE FROM meta WHERE name NOT IN ('format', 'version')")
    connection.execute("COMMIT")


def named(article: Article) -> Iterator[tuple[str, str]]:
    """Every record that an article names, as (kind, id)."""
    yield "sources", article.source
    for kind in ("people", "places", "organisations", "tags"):
        for ref in getattr(article, kind):
            yield kind, ref


def record_of(
    connection: sqlite3.Connection, kind: str, id_: str, cls: type[Authority]
) -> Authority:
    row = connection.execute(
        "SELECT record FROM records WHERE kind = ? AND id = ?", (kind, id_)
    ).fetchone()
    if row is None:
        raise KeyError(f"{kind}/{id_}")
    return decode(row[0], cls)
