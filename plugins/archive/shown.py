"""A digest of all that an article shows: another one, and its place in the index is another."""

import sqlite3

from .scan import digest_of


class Digests:
    """Digests of what articles and the records they name say."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.known: dict[tuple[str, str], bytes] = {}

    def record(self, kind: str, ref: str) -> bytes:
        if (kind, ref) not in self.known:
            row = self.db.execute(
                "SELECT record FROM records WHERE kind = ? AND id = ?", (kind, ref)
            ).fetchone()
            self.known[kind, ref] = digest_of(row[0]) if row else b""
        return self.known[kind, ref]

    def shown(self, article: bytes, named: tuple[tuple[str, str], ...]) -> bytes:
        return digest_of(article + b"".join(self.record(kind, ref) for kind, ref in named))
