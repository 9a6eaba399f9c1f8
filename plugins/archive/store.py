"""The store: records, relations and rendered texts in SQLite, for the Library to ask.

Derived from content and always safe to delete. Every order is (day filed, second of
publication, id), never a row number, so that a store's history can't show.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .content import Content
from .days import Moment, Span
from .model import Article, Authority
from .reading import custom
from .text import Body, render

SCHEMA = """
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    filed TEXT NOT NULL,      -- day it is filed under, as 2021-04-06
    utc INTEGER NOT NULL,     -- publication, seconds since 1970
    added TEXT NOT NULL,      -- day of accession, '' where unknown: it sorts first
    listed INTEGER NOT NULL,  -- 0 for withdrawn articles, which no list shows
    record BLOB NOT NULL,
    html TEXT NOT NULL,
    plain TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX articles_filed ON articles (listed, filed, utc, id);
CREATE TABLE relations (      -- listed articles and the records they name
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    filed TEXT NOT NULL,
    utc INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, ref, filed, utc, id)
) WITHOUT ROWID;
CREATE INDEX relations_article ON relations (id, kind, ref);
CREATE TABLE records (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;
"""

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


def open_store(path: Path | None = None) -> sqlite3.Connection:
    """A new, empty store at `path` (an older one is replaced), or in memory."""
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
    connection = sqlite3.connect(path or ":memory:")
    # Losing the store costs time only, so it need not survive a power cut.
    connection.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;" + SCHEMA)
    return connection


def fill(connection: sqlite3.Connection, content: Content) -> None:
    """Put everything that is published into the store."""
    with connection:
        connection.executemany(
            "INSERT INTO records VALUES (?, ?, ?)",
            (
                (kind, id_, encode(record))
                for kind, records in content.authorities.items()
                for id_, record in sorted(records.items())
            ),
        )
        published = [a for _, a in sorted(content.articles.items()) if a.status == "published"]
        connection.executemany(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(article_row, published)
        )
        connection.executemany("INSERT INTO relations VALUES (?, ?, ?, ?, ?)", relations(published))


def article_row(article: Article) -> tuple[object, ...]:
    hidden = article.withdrawn is not None or article.text == "metadata"
    body = Body() if hidden else render(article.body, f"articles/{article.id}.md")
    return (
        article.id,
        filed_under(article).isoformat(),
        article.date.utc,
        article.added.isoformat() if article.added else "",
        int(article.withdrawn is None),
        encode(article),
        body.html,
        body.plain,
    )


def relations(articles: Iterable[Article]) -> Iterator[tuple[str, str, str, int, str]]:
    for article in articles:
        if article.withdrawn:
            continue
        filed, utc = filed_under(article).isoformat(), article.date.utc
        for kind, ref in named(article):
            yield kind, ref, filed, utc, article.id


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
