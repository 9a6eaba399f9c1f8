"""The tables of an export, as SQLite has them: one for articles, one for each kind of record.

Columns are those of the CSV tables, less the four lists of records that an article names: each
of these is a table of its own, so that keys can be followed. Other lists and mappings are JSON.
"""

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from plugins.archive.library import Library
from plugins.archive.model import KINDS, SINGULAR
from plugins.archive.permalinks import article_address

from .columns import ARTICLES, Column, columns
from .values import At, Row, article_row, record_row

# Marks a file as an export of ours: "Ctng" in the header of the file, where SQLite keeps a
# number for programs. The version is that of the tables.
APPLICATION = 0x43746E67
VERSION = 1
NAMED = ("people", "places", "organisations", "tags")
TYPES = {"number": "REAL", "boolean": "INTEGER"}
FOLLOWED = {
    (ARTICLES, "source"): "sources",
    ("tags", "broader"): "tags",
}
# Marks count as parts of words: else a word of Devanagari would end at each vowel sign.
SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    title, summary, body, content = 'articles', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"
);
INSERT INTO search (search) VALUES ('rebuild');
"""
WITHDRAWN = """
CREATE TABLE withdrawn (
    id TEXT NOT NULL PRIMARY KEY, address TEXT NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES sources (id), withdrawn TEXT NOT NULL, reason TEXT NOT NULL
)
"""
CODEBOOK = """
CREATE TABLE codebook (
    "table" TEXT NOT NULL, "column" TEXT NOT NULL, meaning TEXT NOT NULL,
    PRIMARY KEY ("table", "column")
)
"""


def fill(db: sqlite3.Connection, library: Library, at: At) -> None:
    """Make all tables in an empty database."""
    db.executescript(
        f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; "
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN"
    )
    for kind in KINDS:
        db.execute(table(kind, columns(kind), "id TEXT NOT NULL PRIMARY KEY"))
        put(db, kind, records(library, kind, at))
    db.execute(table(ARTICLES, kept(), "number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE"))
    for kind in NAMED:
        db.execute(naming(kind))
    put_articles(db, library, at)
    db.execute(WITHDRAWN)
    put(db, "withdrawn", withdrawn(library, at))
    db.execute(CODEBOOK)
    put(db, "codebook", codebook())
    db.execute("COMMIT")
    db.executescript(SEARCH)
    astray = db.execute("PRAGMA foreign_key_check").fetchall()
    assert not astray, astray


def kept() -> tuple[Column, ...]:
    """The columns of an article that are no table of their own, and its text."""
    body = Column(name="body", type="string", kind="text", meaning="its text, where it is shown")
    return *(column for column in columns(ARTICLES) if column.name not in NAMED), body


def table(name: str, found: Iterable[Column], key: str) -> str:
    """The statement that makes a table; `key` declares its `id`."""
    declared = [declaration(name, column) for column in found if column.name != "id"]
    return f"CREATE TABLE {name} ({', '.join([key, *declared])})"


def declaration(name: str, column: Column) -> str:
    words = [f'"{column.name}"', TYPES.get(column.type, "TEXT")]
    words += ["NOT NULL"] if column.required else []
    to = FOLLOWED.get((name, column.name))
    return " ".join([*words, f"REFERENCES {to} (id)"] if to else words)


def naming(kind: str) -> str:
    """Which articles name which records of a kind; `position` counts from 1."""
    one = SINGULAR[kind]
    return (
        f"CREATE TABLE articles_{kind} (article TEXT NOT NULL REFERENCES articles (id), "
        f"{one} TEXT NOT NULL REFERENCES {kind} (id), position INTEGER NOT NULL, "
        f"PRIMARY KEY ({one}, article), UNIQUE (article, position)) WITHOUT ROWID"
    )


def put(db: sqlite3.Connection, name: str, rows: Iterable[Row]) -> None:
    for row in rows:
        names = ", ".join(f'"{key}"' for key in row)
        places = ", ".join("?" * len(row))
        db.execute(
            f"INSERT INTO {name} ({names}) VALUES ({places})", list(map(value, row.values()))
        )


def put_articles(db: sqlite3.Connection, library: Library, at: At) -> None:
    """Numbered oldest first."""
    for number, id_ in enumerate(library.articles(), 1):
        article = library.article(id_)
        row = article_row(article, library.gone_since(article), at)
        body = library.body(id_).plain or None
        named = {kind: row.pop(kind) for kind in NAMED}
        put(db, ARTICLES, [{"number": number, **row, "body": body}])
        for kind, refs in named.items():
            db.executemany(
                f"INSERT INTO articles_{kind} VALUES (?, ?, ?)",
                [(id_, ref, position) for position, ref in enumerate(refs, 1)],
            )


def value(given: object) -> object:
    return msgspec.json.encode(given).decode() if isinstance(given, list | dict) else given


def records(library: Library, kind: str, at: At) -> Iterator[Row]:
    """All of a kind, in use or not: a tag may be the wider one of one that is."""
    for heading in sorted(library.headings(kind), key=lambda pair: pair[0].id):
        id_ = heading[0].id
        yield record_row(kind, id_, library.record(kind, id_), at)


def withdrawn(library: Library, at: At) -> Iterator[Row]:
    for id_ in library.withdrawn():
        article = library.article(id_)
        assert article.withdrawn is not None
        yield {
            "id": id_,
            "address": at(article_address(id_)),
            "title": article.title,
            "date": article.date.iso,
            "source": article.source,
            "withdrawn": article.withdrawn.date.isoformat(),
            "reason": article.withdrawn.reason,
        }


def codebook() -> Iterator[Row]:
    for name, found in ((ARTICLES, kept()), *((kind, columns(kind)) for kind in KINDS)):
        for column in found:
            yield {"table": name, "column": column.name, "meaning": column.meaning}
