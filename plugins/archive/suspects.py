"""Articles that a change elsewhere can have made wrong."""

import sqlite3
from collections.abc import Iterable


def all_alike(db: sqlite3.Connection) -> set[str]:
    """Articles that have something in common that no two may have."""
    found = db.execute(
        "SELECT DISTINCT id FROM keys WHERE key IN "
        "(SELECT key FROM keys GROUP BY key HAVING count(*) > 1)"
    )
    return {row[0] for row in found}


def alike_by(db: sqlite3.Connection, keys: Iterable[bytes]) -> set[str]:
    """The same, as far as it is one of `keys`."""
    ids: set[str] = set()
    for key in keys:
        same = [row[0] for row in db.execute("SELECT id FROM keys WHERE key = ?", (key,))]
        if len(same) > 1:
            ids.update(same)
    return ids


def leaning(db: sqlite3.Connection, targets: Iterable[str]) -> set[str]:
    """Articles that lean on some content files, or on drafts, and these drafts."""
    drafts = db.execute(
        "SELECT leans.id, articles.id FROM articles JOIN leans "
        "ON leans.target = 'articles/' || articles.id || '.md' WHERE articles.state = 2"
    )
    found = {id_ for pair in drafts for id_ in pair}
    for target in targets:
        rows = db.execute("SELECT id FROM leans WHERE target = ?", (target,))
        found.update(row[0] for row in rows)
    return found
