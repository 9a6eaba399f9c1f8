"""Results that rooms keep between builds, by a key of all that they were made from.

Made by code: what another version of the code put here is gone (`store.usable`).
"""

import sqlite3
from collections.abc import Iterable


class Results:
    """Bytes by kind and key."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def get(self, kind: str, key: bytes) -> bytes | None:
        row = self.db.execute(
            "SELECT data FROM results WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        return bytes(row[0]) if row else None

    def get_many(self, kind: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        found = ((key, self.get(kind, key)) for key in keys)
        return {key: data for key, data in found if data is not None}

    def put(self, kind: str, key: bytes, data: bytes) -> None:
        self.db.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", (kind, key, data))

    def keep(self, kind: str, keys: Iterable[bytes]) -> None:
        """Drop the results of a kind that are not among `keys`."""
        wanted = set(keys)
        known = self.db.execute("SELECT key FROM results WHERE kind = ?", (kind,)).fetchall()
        self.db.executemany(
            "DELETE FROM results WHERE kind = ? AND key = ?",
            [(kind, key) for (key,) in known if key not in wanted],
        )
