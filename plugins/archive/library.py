"""The Library: all records and their relations, as the pages ask for them.

Each method is one question, answered from the store. Drafts are not in it; a withdrawn
article is found by its id only, never in a list. Lists go by the day an article is filed
under, newest first unless said otherwise.
"""

import sqlite3
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any, TypeVar

from . import company, originals
from .content import Content, HandPage
from .counts import count_all
from .entries import Entry, Heading
from .model import AUTHORITIES, Article, Authority, Correction, Tag
from .places import Place, Places
from .results import Results
from .rows import LISTED, WITHDRAWN, body_key, insert, rows_of_all
from .store import decode, encode, open_store, record_of
from .text import Body, render
from .times import Times, bounds

ORDER = "filed {0}, utc {0}, id {0}"
# So many reports of an event are shown before one of them, and after it.
REPORTS = 10
# A record with more articles is looked for among the latest, one with fewer the other way.
COMMON = 1_000
# Of so many articles all that is read is kept, in any process.
KEPT = 12_000

Piece = TypeVar("Piece")


class Library(Times):
    """The questions; `folder` is where image files are read from."""

    def __init__(self, connection: sqlite3.Connection, *, folder: Path) -> None:
        super().__init__(connection)
        self.folder = folder
        self.results = Results(connection)
        self._kept: dict[Hashable, Any] = {}
        self._last: tuple[Hashable, Any] | None = None
        # Per Library, not per process: a second build must not remember the first.
        self.record = lru_cache(maxsize=20_000)(self._record)
        self.heading = lru_cache(maxsize=40_000)(self._heading)
        self.filing = lru_cache(maxsize=40_000)(self._filing)
        self.entry = lru_cache(maxsize=10_000)(self._entry)
        # Whoever asks for an article often wants its entry, too, or has just made another of its
        # files.
        self._read = lru_cache(maxsize=KEPT if self._has_room else 1_024)(self._read_article)
        # The page of an article asks for what is before it, after it and like it.
        self.places = Places(connection, has_room=self._has_room)
        self.place = lru_cache(maxsize=4)(self.places.of)
        # A record's page asks for one kind after the other.
        self._company = lru_cache(maxsize=1)(self._among)

    @classmethod
    def of(cls, content: Content) -> "Library":
        """A Library of content that has been checked, in memory."""
        db = open_store(None)
        db.executemany(
            "INSERT INTO records VALUES (?, ?, ?)",
            (
                (kind, id_, encode(record))
                for kind, records in content.authorities.items()
                for id_, record in records.items()
            ),
        )
        db.executemany(
            "INSERT INTO pages VALUES (?, ?)",
            ((name, encode(page)) for name, page in content.pages.items()),
        )
        articles = [article for _, article in sorted(content.articles.items())]
        insert(db, rows_of_all(articles), lambda record, _: record)
        originals.put(db, content.gone)
        count_all(db)
        return cls(db, folder=content.folder)

    @property
    def pages(self) -> dict[str, HandPage]:
        """The hand-written pages by name."""
        rows = self.db.execute("SELECT name, record FROM pages ORDER BY name")
        return {name: decode(record, HandPage) for name, record in rows}

    # One article or record

    def article(self, id_: str) -> Article:
        """Without its text as written; `body` is the text as it may be shown."""
        return self._read(id_)[0]

    def gone_since(self, article: Article) -> date | None:
        """The day on which its original was first found missing; None if it wasn't."""
        return originals.since(self.db, article.source_url) if self._some_are_gone else None

    def body(self, id_: str) -> Body:
        """The text that may be shown; empty for `text: metadata` and withdrawn articles."""
        row = self.db.execute(
            "SELECT html, plain FROM articles JOIN bodies ON key = body WHERE id = ?", (id_,)
        ).fetchone()
        return Body(*row) if row else Body()

    def text_of(self, article: Article) -> Body:
        """As `body`, of an article that may be in the store no more, or otherwise."""
        key = body_key(article)
        row = self.db.execute("SELECT html, plain FROM bodies WHERE key = ?", (key,)).fetchone()
        if row or not key:
            return Body(*row) if row else Body()
        return render(article.body, f"articles/{article.id}.md")

    def _record(self, kind: str, id_: str) -> Authority:
        return record_of(self.db, kind, id_, AUTHORITIES[kind])

    def _heading(self, kind: str, id_: str) -> Heading:
        return Heading.of(kind, id_, self.record(kind, id_))

    def _filing(self, kind: str, id_: str) -> tuple[str, str]:
        return filing_key(self.heading(kind, id_))

    def _read_article(self, id_: str) -> tuple[Article, str, str]:
        """An article, and its title and summary as they are set."""
        row = self.db.execute(
            "SELECT record, title, summary FROM articles WHERE id = ? AND state <= ?",
            (id_, WITHDRAWN),
        ).fetchone()
        if row is None:
            raise KeyError(id_)
        return decode(row[0], Article), row[1], row[2]

    def _entry(self, id_: str) -> Entry:
        article, title, summary = self._read(id_)
        headings = {
            kind: tuple(self.heading(kind, ref) for ref in getattr(article, kind))
            for kind in ("people", "places", "organisations", "tags")
        }
        headings["sources"] = (self.heading("sources", article.source),)
        return Entry.of(article, headings, title, summary)

    def image_bytes(self, file: str) -> bytes:
        return (self.folder / "images" / file).read_bytes()

    def kept(self, key: Hashable, make: Callable[[], Piece]) -> Piece:
        """What hangs on `key`, of one article, and the Library alone: kept for the files that are
        made after, if all articles have room. Of more, few would be met again."""
        found: Piece | None = self._kept.get(key)
        if found is None:
            found = make()
            if self._has_room:
                self._kept[key] = found
        return found

    def lately(self, key: Hashable, make: Callable[[], Piece]) -> Piece:
        """What hangs on `key` and the Library alone: kept until another is asked for. For files of
        the same, which are made one after the other."""
        if self._last is None or self._last[0] != key:
            self._last = (key, make())
        found: Piece = self._last[1]
        return found

    @cached_property
    def _some_are_gone(self) -> bool:
        return self.db.execute("SELECT 1 FROM gone LIMIT 1").fetchone() is not None

    @cached_property
    def _has_room(self) -> bool:
        return self.count() <= KEPT

    # Lists of articles

    def articles(self) -> Iterator[str]:
        """The ids of all listed articles, oldest first."""
        for row in self.db.execute(
            f"SELECT id FROM articles WHERE state = {LISTED} ORDER BY {ORDER.format('')}"
        ):
            yield row[0]

    def withdrawn(self) -> tuple[str, ...]:
        rows = self.db.execute("SELECT id FROM articles WHERE state = ? ORDER BY id", (WITHDRAWN,))
        return tuple(row[0] for row in rows)

    def entries(
        self,
        kind: str | None = None,
        ref: str | None = None,
        *,
        year: int | None = None,
        month: int | None = None,
        day: date | None = None,
        newest_first: bool = True,
        limit: int | None = None,
    ) -> tuple[Entry, ...]:
        """Articles of a record, of a time, of both, or all."""
        where, values = self._where(kind, ref, year, month, day)
        rows = self.db.execute(
            f"SELECT id {where} ORDER BY {ORDER.format('DESC' if newest_first else '')} LIMIT ?",
            (*values, -1 if limit is None else limit),
        )
        return tuple(self.entry(row[0]) for row in rows.fetchall())

    def filed(self, year: int, month: int | None = None) -> tuple[str, ...]:
        """Ids of the articles filed under a year or month, oldest first."""
        where, values = self._where(None, None, year, month, None)
        rows = self.db.execute(f"SELECT id {where} ORDER BY {ORDER.format('')}", values)
        return tuple(row[0] for row in rows)

    def latest(
        self, kind: str | None = None, ref: str | None = None, limit: int = 30
    ) -> tuple[Entry, ...]:
        """For feeds: by day of accession, then publication, newest first."""
        latest = "ORDER BY added DESC, utc DESC, id DESC LIMIT ?"
        if kind is None or ref is None:
            query, values = f"SELECT id FROM articles WHERE state = 0 {latest}", (limit,)
        elif self.count(kind, ref) > COMMON:
            query = (
                "SELECT id FROM articles WHERE state = 0 AND EXISTS (SELECT 1 FROM relations r "
                "WHERE r.id = articles.id AND r.state = 0 AND r.kind = ? AND r.ref = ?) " + latest
            )
            values = (kind, ref, limit)  # type: ignore[assignment]  # more of them
        else:
            query = f"SELECT id FROM relations WHERE kind = ? AND ref = ? AND state = 0 {latest}"
            values = (kind, ref, limit)  # type: ignore[assignment]
        return tuple(self.entry(row[0]) for row in self.db.execute(query, values).fetchall())

    def corrected(self, limit: int = 30) -> tuple[tuple[Entry, Correction], ...]:
        """Corrections of listed articles with the article, the newest first; of one article on
        one day, as its file has them."""
        rows = self.db.execute(
            "SELECT day, id FROM corrections ORDER BY day DESC, id LIMIT ?", (limit,)
        )
        found = [
            (self.entry(id_), correction)
            for day, id_ in rows.fetchall()
            for correction in self.article(id_).corrections
            if correction.date.isoformat() == day
        ]
        return tuple(found[:limit])

    def accessions(self, start: int = 0) -> Iterator[tuple[str, str, bytes]]:
        """Listed articles as (id, day of accession or "", digest of all they say), in that
        order: accession, then id; the first `start` left out."""
        yield from self.db.execute(
            f"SELECT id, added, shown FROM articles WHERE state = {LISTED} "
            "ORDER BY added, id LIMIT -1 OFFSET ?",
            (start,),
        )

    def accessions_before(self, added: str, id_: str) -> int:
        """How many listed articles come before a place in that order."""
        row = self.db.execute(
            f"SELECT count(*) FROM articles WHERE state = {LISTED} AND (added, id) < (?, ?)",
            (added, id_),
        ).fetchone()
        return int(row[0])

    def around(self, place: tuple[str, int, str]) -> tuple[str, ...]:
        """Ids of the articles filed just before and just after a place in filing order."""
        found = (self.places.beside(place, later=later) for later in (False, True))
        return tuple(filter(None, found))

    def aliases(self) -> tuple[tuple[str, str], ...]:
        """Older addresses of all articles, with the id of each."""
        return tuple(self.db.execute("SELECT alias, id FROM aliases ORDER BY alias"))

    def images(self) -> tuple[str, ...]:
        """Files under content/images/ that an article shows."""
        rows = self.db.execute("SELECT DISTINCT file FROM images ORDER BY file")
        return tuple(row[0] for row in rows)

    def shows_image(self, file: str) -> bool:
        row = self.db.execute("SELECT 1 FROM images WHERE file = ? LIMIT 1", (file,)).fetchone()
        return row is not None

    def before(self, id_: str) -> Entry | None:
        """The neighbour filed just before."""
        found = self.places.beside(self.place(id_), later=False)
        return self.entry(found) if found else None

    def after(self, id_: str) -> Entry | None:
        """The neighbour filed just after."""
        found = self.places.beside(self.place(id_), later=True)
        return self.entry(found) if found else None

    # Records

    def headings(self, kind: str) -> tuple[tuple[Heading, int], ...]:
        """All records of a kind, A to Z, each with how many articles name it."""
        counts = dict(
            self.db.execute(
                "SELECT ref, sum(n) FROM tallies WHERE kind = ? GROUP BY ref", (kind,)
            ).fetchall()
        )
        ids = self.db.execute("SELECT id FROM records WHERE kind = ?", (kind,)).fetchall()
        found = [(self.heading(kind, id_), counts.get(id_, 0)) for (id_,) in ids]
        return tuple(sorted(found, key=lambda pair: filing_key(pair[0])))

    def in_use(
        self, kind: str, least: int = 1, *, prefix: str = "", limit: int = -1
    ) -> tuple[str, ...]:
        """Ids, in order, of the records of a kind that at least so many listed articles name; those
        that begin with `prefix`, and no more than `limit`."""
        rows = self.db.execute(
            "SELECT ref FROM tallies WHERE kind = ? AND ref BETWEEN ? AND ? "
            "GROUP BY ref HAVING sum(n) >= ? ORDER BY ref LIMIT ?",
            (kind, prefix, f"{prefix}~", least, limit),  # no id has a sign after "~"
        )
        return tuple(row[0] for row in rows)

    def most(
        self, kind: str, *, year: int | None = None, limit: int = 8
    ) -> tuple[tuple[Heading, int], ...]:
        """The records of a kind that most articles name; ties A to Z."""
        first, last = bounds(year, None, None)
        rows = self.db.execute(
            "SELECT ref, sum(n) FROM tallies WHERE kind = ? AND month BETWEEN ? AND ? "
            "GROUP BY ref ORDER BY 2 DESC",
            (kind, first[:7], last[:7]),
        )
        return self._ranked(kind, rows.fetchall(), limit)

    def together(
        self, kind: str, ref: str, other: str, limit: int = 8
    ) -> tuple[tuple[Heading, int], ...]:
        """The records of kind `other` that share most articles with this one."""
        if self.count(kind, ref) > company.FEW:
            rows = company.kept(self.db, kind, ref, other)
            if rows is not None:
                return self._ranked(other, rows, limit)
        return self._ranked(other, self._company(kind, ref)[other], limit)

    def pairs(self, kind: str, refs: Sequence[str]) -> dict[frozenset[str], int]:
        """How many listed articles name both of two records, for each two that meet."""
        found = {}
        for one, other in combinations(refs, 2):
            if count := company.both(self.db, (kind, one), (kind, other)):
                found[frozenset((one, other))] = count
        return found

    def _among(self, kind: str, ref: str) -> dict[str, list[tuple[str, int]]]:
        return company.among(self.entries(kind, ref), kind, ref)

    def has_record(self, kind: str, id_: str) -> bool:
        row = self.db.execute("SELECT 1 FROM records WHERE kind = ? AND id = ?", (kind, id_))
        return row.fetchone() is not None

    def seen_from(self, kind: str, id_: str) -> tuple[str, ...]:
        """Ids of the records whose see-also leads to this one."""
        rows = self.db.execute("SELECT id FROM records WHERE kind = ? ORDER BY id", (kind,))
        ids = [row[0] for row in rows.fetchall()]
        return tuple(other for other in ids if id_ in self.record(kind, other).see_also)

    def heir(self, kind: str, id_: str) -> str | None:
        """The record that was called `id_` before, if there is one."""
        rows = self.db.execute("SELECT id FROM records WHERE kind = ? ORDER BY id", (kind,))
        for (other,) in rows.fetchall():
            if id_ in self.record(kind, other).former:
                return str(other)
        return None

    def narrower(self, tag: str) -> tuple[Heading, ...]:
        """The tags just below a tag, A to Z."""
        return self._children.get(tag, ())

    @cached_property
    def _children(self) -> dict[str, tuple[Heading, ...]]:
        found: dict[str, list[Heading]] = {}
        for (id_,) in self.db.execute("SELECT id FROM records WHERE kind = 'tags'").fetchall():
            record = self.record("tags", id_)
            if isinstance(record, Tag) and record.broader:
                found.setdefault(record.broader, []).append(self.heading("tags", id_))
        return {tag: tuple(sorted(tags, key=filing_key)) for tag, tags in found.items()}

    # Neighbours

    def near(self, kind: str, ref: str, place: Place) -> Sequence[tuple[str, str]]:
        """The nearest articles of a record before and after a place in filing order, as (id,
        day filed)."""
        return self.places.near(kind, ref, place)

    def reports(self, event: str, place: Place) -> tuple[str, ...]:
        """Ids of the nearest articles on an event before and after a place in filing order, the
        oldest first."""
        found: list[str] = []
        for sign, direction in (("<", "DESC"), (">", "")):
            rows = self.db.execute(
                "SELECT a.id FROM events e CROSS JOIN articles a ON a.id = e.id "
                f"WHERE e.event = ? AND (a.filed, a.utc, a.id) {sign} (?, ?, ?) "
                f"ORDER BY a.filed {direction}, a.utc {direction}, a.id {direction} "
                f"LIMIT {REPORTS}",
                (event, *place),
            )
            ids = [row[0] for row in rows]
            found += ids if sign == ">" else reversed(ids)
        return tuple(found)

    # Inside

    def _where(
        self,
        kind: str | None,
        ref: str | None,
        year: int | None,
        month: int | None,
        day: date | None,
    ) -> tuple[str, tuple[str, ...]]:
        span = bounds(year, month, day)
        if kind is None:
            return "FROM articles WHERE state = 0 AND filed BETWEEN ? AND ?", span
        return (
            "FROM relations WHERE kind = ? AND ref = ? AND state = 0 AND filed BETWEEN ? AND ?",
            (kind, ref or "", *span),
        )

    def _ranked(
        self, kind: str, rows: list[tuple[str, int]], limit: int
    ) -> tuple[tuple[Heading, int], ...]:
        """The first of `rows` (most first); names are read only as far as ties may matter."""
        if len(rows) > limit:
            least = rows[limit - 1][1]
            rows = [row for row in rows if row[1] >= least]
        found = [(-count, *self.filing(kind, ref)) for ref, count in rows]
        found.sort()
        return tuple((self.heading(kind, ref), -count) for count, _, ref in found[:limit])


def filing_key(heading: Heading) -> tuple[str, str]:
    return heading.sort.casefold(), heading.id
