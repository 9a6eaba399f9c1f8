"""What a store notes of the content folder, so that the next build finds what changed."""

import sqlite3
from collections.abc import Iterable, Mapping

from .content import Content
from .scan import Scan
from .sealed import set_meta
from .unchanged import digest_at


def note_scan(
    db: sqlite3.Connection, known: Mapping[str, str], now: Scan, trusted_until: int
) -> None:
    db.executemany(
        "INSERT OR REPLACE INTO listings VALUES (?, ?)",
        [pair for pair in now.listings.items() if known.get(pair[0]) != pair[1]],
    )
    db.executemany(
        "DELETE FROM listings WHERE folder = ?",
        [(folder,) for folder in known if folder not in now.listings],
    )
    set_meta(db, "trusted", str(trusted_until))


def note_digests(
    db: sqlite3.Connection, content: Content, changed: Iterable[str], gone: Iterable[str]
) -> None:
    """Those of articles were noted with their rows. Pictures are read here, before they are
    published: if one changes meanwhile, the next build sees another digest."""
    db.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in gone])
    note_files(
        db,
        (
            (path, content.digests.get(path) or digest_at(content.folder / path) or b"")
            for path in changed
            if not (path.startswith("articles/") and path.endswith(".md"))
        ),
    )


def note_files(db: sqlite3.Connection, digests: Iterable[tuple[str, bytes]]) -> None:
    db.executemany("INSERT OR REPLACE INTO files VALUES (?, ?)", digests)
