"""Originals that are gone: the addresses in `content/links.yaml`, as the store has them."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date

from .likeness import short
from .model import GoneAddress
from .rows import WITHDRAWN


def put(db: sqlite3.Connection, gone: Mapping[str, GoneAddress]) -> set[str]:
    """Put these addresses in the place of those that were there; which came, went, or are gone
    since another day."""
    before = dict(db.execute("SELECT url, since FROM gone").fetchall())
    now = {url: one.since.isoformat() for url, one in gone.items()}
    db.execute("DELETE FROM gone")
    db.executemany("INSERT INTO gone VALUES (?, ?)", sorted(now.items()))
    return {url for url in before.keys() | now.keys() if before.get(url) != now.get(url)}


def articles_of(db: sqlite3.Connection, addresses: Iterable[str]) -> tuple[str, ...]:
    """Ids of the articles, no drafts, whose original is or was at one of some addresses."""
    query = "SELECT id FROM keys JOIN articles USING (id) WHERE key = ? AND state <= ?"
    keys = (short(f"url\0{url}") for url in addresses)
    return tuple(sorted({id_ for key in keys for (id_,) in db.execute(query, (key, WITHDRAWN))}))


def since(db: sqlite3.Connection, address: str | None) -> date | None:
    """The day on which an address was first found missing; None where it isn't, as far as is
    known."""
    row = db.execute("SELECT since FROM gone WHERE url = ?", (address,)).fetchone()
    return date.fromisoformat(row[0]) if row else None
