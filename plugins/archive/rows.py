"""One article's rows in the store: put in and taken out."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from .likeness import keys, leans_on
from .model import Article, may_publish_image
from .scan import digest_of
from .store import encode, filed_under, named
from .text import inline, render_all

LISTED, WITHDRAWN, DRAFT = 0, 1, 2
# Tables of two columns, a value and an article's id, and where `Rows` has the values.
TABLES = (
    ("keys", "keys"),
    ("leans", "leans"),
    ("images", "images"),
    ("corrections", "corrected"),
    ("events", "events"),
)


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that the store holds of one article, made by any process."""

    article: tuple[object, ...]
    markdown: str
    named: tuple[tuple[str, str], ...]
    keys: tuple[bytes, ...]
    leans: tuple[str, ...]
    aliases: tuple[str, ...]
    images: tuple[str, ...]
    corrected: tuple[str, ...]
    events: tuple[str, ...]
    body: tuple[bytes, str, str] | None

    @property
    def record(self) -> bytes:
        data = self.article[5]
        assert isinstance(data, bytes)
        return data


def digest(article: Article) -> bytes:
    """Of all that an article says by itself."""
    return digest_of(record_of(article) + article.body.encode())


def record_of(article: Article) -> bytes:
    """An article without its text: lists need it often, and the text never."""
    return encode(replace(article, body=""))


def state_of(article: Article) -> int:
    if article.status == "draft":
        return DRAFT
    return WITHDRAWN if article.withdrawn else LISTED


def body_key(article: Article) -> bytes:
    """Of all that the rendered text depends on, besides code; empty where none is shown."""
    if state_of(article) != LISTED or article.text == "metadata":
        return b""
    return digest_of(f"{article.id}\0{article.body}".encode())


def rows_of_all(
    articles: Iterable[Article], is_kept: Callable[[bytes], bool] = lambda _: False
) -> tuple[Rows, ...]:
    """The rows of checked articles. Texts are rendered, but for those whose body `is_kept`."""
    keyed = [(article, body_key(article)) for article in articles]
    new = [(article, key) for article, key in keyed if key and not is_kept(key)]
    rendered = render_all([(article.body, f"articles/{article.id}.md") for article, _ in new])
    bodies = {
        article.id: (key, body.linked, body.plain)
        for (article, key), body in zip(new, rendered, strict=True)
    }
    return tuple(rows_of(article, key, bodies.get(article.id)) for article, key in keyed)


def rows_of(article: Article, key: bytes, body: tuple[bytes, str, str] | None) -> Rows:
    """The rows of a checked article, with a body if it is new."""
    state = state_of(article)
    return Rows(
        article=(
            article.id,
            filed_under(article).isoformat(),
            article.date.utc,
            article.added.isoformat() if article.added else "",
            state,
            record_of(article),
            inline(article.title),
            inline(article.summary or ""),
            key,
        ),
        markdown=article.body,
        named=tuple(named(article)),
        # A withdrawn article may stand beside one that is like it; its address it keeps.
        keys=tuple(keys(article)),
        leans=tuple(dict.fromkeys(leans_on(article))),
        aliases=article.aliases if state != DRAFT else (),
        images=tuple(
            image.file
            for image in article.images
            if image.file and may_publish_image(image.rights) and state == LISTED
        ),
        corrected=tuple(one.date.isoformat() for one in article.corrections)
        if state == LISTED
        else (),
        events=(article.event,) if article.event and state == LISTED else (),
        body=body,
    )


Shown = Callable[[bytes, tuple[tuple[str, str], ...]], bytes]


def insert(db: sqlite3.Connection, rows: Iterable[Rows], shown: Shown) -> None:
    """Put articles in; `shown` digests a record and those it names. Counting is apart."""
    batch = list(rows)
    db.executemany(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *row.article[:8],
                shown(digest_of(row.record + row.markdown.encode()), row.named),
                row.article[8],
            )
            for row in batch
        ),
    )
    db.executemany(
        "INSERT INTO texts VALUES (?, ?)", ((row.article[0], row.markdown) for row in batch)
    )
    ids = [str(row.article[0]) for row in batch]
    for table, column in TABLES:
        db.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES (?, ?)",
            (
                (value, id_)
                for id_, row in zip(ids, batch, strict=True)
                for value in getattr(row, column)
            ),
        )
    db.executemany(
        "INSERT OR IGNORE INTO aliases VALUES (?, ?)",
        ((alias, id_) for id_, row in zip(ids, batch, strict=True) for alias in row.aliases),
    )
    db.executemany(
        "INSERT OR IGNORE INTO relations VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (kind, ref, row.article[4], row.article[1], row.article[2], id_, row.article[3])
            for id_, row in zip(ids, batch, strict=True)
            for kind, ref in row.named
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO bodies VALUES (?, ?, ?)", (row.body for row in batch if row.body)
    )


def remove(db: sqlite3.Connection, article: Article) -> None:
    """Take an article out, as it stands in the store; its text stays in the cache."""
    place = (state_of(article), filed_under(article).isoformat(), article.date.utc, article.id)
    for kind, ref in named(article):
        db.execute(
            "DELETE FROM relations WHERE kind = ? AND ref = ? AND state = ? AND filed = ? "
            "AND utc = ? AND id = ?",
            (kind, ref, *place),
        )
    for key in keys(article):
        db.execute("DELETE FROM keys WHERE key = ? AND id = ?", (key, article.id))
    for target in leans_on(article):
        db.execute("DELETE FROM leans WHERE target = ? AND id = ?", (target, article.id))
    for alias in article.aliases:
        db.execute("DELETE FROM aliases WHERE alias = ? AND id = ?", (alias, article.id))
    for image in article.images:
        db.execute("DELETE FROM images WHERE file = ? AND id = ?", (image.file, article.id))
    for one in article.corrections:
        day = one.date.isoformat()
        db.execute("DELETE FROM corrections WHERE day = ? AND id = ?", (day, article.id))
    if article.event:
        event = (article.event, article.id)
        db.execute("DELETE FROM events WHERE event = ? AND id = ?", event)
    db.execute("DELETE FROM articles WHERE id = ?", (article.id,))
    db.execute("DELETE FROM texts WHERE id = ?", (article.id,))
