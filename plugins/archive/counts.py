"""What the store counts of the listed articles, kept level with them."""

import sqlite3
from collections.abc import Iterable

from . import company
from .model import Article
from .rows import LISTED, state_of
from .store import filed_under, named


def count(db: sqlite3.Connection, article: Article, step: int) -> None:
    """Add a listed article to the counts (`step` 1) or take it out of them (-1)."""
    if state_of(article) != LISTED:
        return
    month = filed_under(article).isoformat()[:7]
    refs = sorted(set(named(article)))
    for kind, ref in (("", ""), *refs):
        db.execute(
            "INSERT INTO tallies VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n",
            (kind, ref, month, step),
        )
        if step < 0:
            db.execute(
                "DELETE FROM tallies WHERE kind = ? AND ref = ? AND month = ? AND n <= 0",
                (kind, ref, month),
            )
    company.follow(db, refs, step)


def count_in(db: sqlite3.Connection, articles: Iterable[Article]) -> None:
    """Add articles that are in the store already, all of them together."""
    articles = tuple(articles)
    for article in articles:
        count(db, article, 1)
    company.keep_common(db, (ref for article in articles for ref in named(article)))


def count_all(db: sqlite3.Connection) -> None:
    """All counts anew, from the relations."""
    db.execute("DELETE FROM tallies")
    db.execute("DELETE FROM pairs")
    db.execute(
        "INSERT INTO tallies SELECT kind, ref, substr(filed, 1, 7) AS month, count(*) "
        f"FROM relations WHERE state = {LISTED} GROUP BY kind, ref, month"
    )
    db.execute(
        "INSERT INTO tallies SELECT '', '', substr(filed, 1, 7) AS month, count(*) "
        f"FROM articles WHERE state = {LISTED} GROUP BY month"
    )
    company.keep_common(db, db.execute("SELECT DISTINCT kind, ref FROM relations").fetchall())
