"""Articles whose verdict a change elsewhere can have made wrong, by number."""

import sqlite3
from collections.abc import Iterable


def alike(db: sqlite3.Connection, keys: Iterable[bytes]) -> set[int]:
    """Those that share one of `keys` with another, or did before."""
    return asked(db, "SELECT number FROM keys WHERE key = ?", ((key,) for key in keys))


def leaning(db: sqlite3.Connection, targets: Iterable[str]) -> set[int]:
    """Those that link to, show or come from one of some content files."""
    return asked(db, "SELECT number FROM leans WHERE target = ?", ((one,) for one in targets))


def naming(db: sqlite3.Connection, records: Iterable[tuple[str, str]]) -> set[int]:
    """Those that name one of some records."""
    return asked(db, "SELECT number FROM refs WHERE kind = ? AND ref = ?", records)


def drafts(db: sqlite3.Connection) -> set[str]:
    """The files of the articles that are not published yet."""
    return {
        f"articles/{id_}.md" for (id_,) in db.execute("SELECT id FROM articles WHERE state = 2")
    }


def is_draft(db: sqlite3.Connection, path: str) -> bool:
    """Whether a content file is an article that is not published yet."""
    id_ = path.removeprefix("articles/").removesuffix(".md")
    row = db.execute("SELECT 1 FROM articles WHERE id = ? AND state = 2", (id_,)).fetchone()
    return row is not None


def troubled(db: sqlite3.Connection) -> set[int]:
    """Those that something was wrong with: what, may hang on names and files elsewhere."""
    return asked(
        db,
        "SELECT number FROM articles JOIN problems ON path = 'articles/' || id || '.md' "
        "WHERE severity = 'error'",
        [()],
    )


def asked(db: sqlite3.Connection, query: str, values: Iterable[tuple[object, ...]]) -> set[int]:
    return {number for value in values for (number,) in db.execute(query, value)}


def ids(db: sqlite3.Connection, numbers: Iterable[int]) -> list[str]:
    """The ids of some articles, sorted."""
    query = "SELECT id FROM articles WHERE number = ?"
    return sorted(row[0] for one in numbers for row in db.execute(query, (one,)))
