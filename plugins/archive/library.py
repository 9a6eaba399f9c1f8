"""The Library: all records and their relations, as the pages ask for them.

Each method is one question, answered from the store. Drafts are not in it; a withdrawn
article is found by its id only, never in a list. Lists go by the day an article is filed
under, newest first unless said otherwise.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from .content import Content, HandPage
from .entries import Entry, Heading
from .model import AUTHORITIES, Article, Authority, Tag
from .store import decode, fill, open_store, record_of
from .text import Body

ORDER = "filed {0}, utc {0}, id {0}"
WEIGHTS = {"people": 3, "organisations": 2, "places": 1, "tags": 2}


class Library:
    """The questions; `folder` is where image files are read from."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        folder: Path,
        pages: Mapping[str, HandPage] | None = None,
        images: frozenset[str] = frozenset(),
    ) -> None:
        self.db = connection
        self.folder = folder
        self.pages = dict(pages or {})
        self.images = images
        # Per Library, not per process: a second build must not remember the first.
        self.record = lru_cache(maxsize=None)(self._record)
        self.heading = lru_cache(maxsize=None)(self._heading)
        self.entry = lru_cache(maxsize=4096)(self._entry)

    @classmethod
    def of(cls, content: Content, store: Path | None = None) -> "Library":
        """A Library of checked content, its store at `store` or in memory."""
        connection = open_store(store)
        fill(connection, content)
        return cls(
            connection,
            folder=content.folder,
            pages=content.pages,
            images=frozenset(content.images),
        )

    # One article or record

    def article(self, id_: str) -> Article:
        row = self.db.execute("SELECT record FROM articles WHERE id = ?", (id_,)).fetchone()
        if row is None:
            raise KeyError(id_)
        return decode(row[0], Article)

    def body(self, id_: str) -> Body:
        """The text that may be shown; empty for `text: metadata` and withdrawn articles."""
        row = self.db.execute("SELECT html, plain FROM articles WHERE id = ?", (id_,)).fetchone()
        return Body(*row)

    def _record(self, kind: str, id_: str) -> Authority:
        return record_of(self.db, kind, id_, AUTHORITIES[kind])

    def _heading(self, kind: str, id_: str) -> Heading:
        return Heading.of(kind, id_, self.record(kind, id_))

    def _entry(self, id_: str) -> Entry:
        article = self.article(id_)
        headings = {
            kind: tuple(self.heading(kind, ref) for ref in getattr(article, kind))
            for kind in ("people", "places", "organisations", "tags")
        }
        headings["sources"] = (self.heading("sources", article.source),)
        return Entry.of(article, headings)

    def image_bytes(self, file: str) -> bytes:
        return (self.folder / "images" / file).read_bytes()

    # Lists of articles

    def articles(self) -> Iterator[str]:
        """The ids of all listed articles, oldest first."""
        for row in self.db.execute(
            f"SELECT id FROM articles WHERE listed ORDER BY {ORDER.format('')}"
        ):
            yield row[0]

    def withdrawn(self) -> tuple[str, ...]:
        rows = self.db.execute("SELECT id FROM articles WHERE NOT listed ORDER BY id")
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

    def latest(
        self, kind: str | None = None, ref: str | None = None, limit: int = 30
    ) -> tuple[Entry, ...]:
        """For feeds: by day of accession, then publication, newest first."""
        rows = self.db.execute(
            "SELECT id FROM articles WHERE listed AND (? IS NULL OR id IN "
            "(SELECT id FROM relations WHERE kind = ? AND ref = ?)) "
            "ORDER BY added DESC, utc DESC, id DESC LIMIT ?",
            (kind, kind, ref, limit),
        )
        return tuple(self.entry(row[0]) for row in rows.fetchall())

    def before(self, id_: str) -> Entry | None:
        """The neighbour filed just before."""
        return self._neighbour(id_, "<", "DESC")

    def after(self, id_: str) -> Entry | None:
        """The neighbour filed just after."""
        return self._neighbour(id_, ">", "")

    # Counts by time

    def count(
        self,
        kind: str | None = None,
        ref: str | None = None,
        *,
        year: int | None = None,
        month: int | None = None,
    ) -> int:
        where, values = self._where(kind, ref, year, month, None)
        return int(self.db.execute(f"SELECT count(*) {where}", values).fetchone()[0])

    def years(self, kind: str | None = None, ref: str | None = None) -> tuple[tuple[int, int], ...]:
        """Years that have articles, newest first, with how many."""
        return tuple((int(text), n) for text, n in reversed(self._tally(kind, ref, None, 4)))

    def months(
        self, kind: str | None = None, ref: str | None = None, year: int | None = None
    ) -> tuple[tuple[int, int, int], ...]:
        """Months that have articles as (year, month, how many), newest first."""
        tally = reversed(self._tally(kind, ref, year, 7))
        return tuple((int(text[:4]), int(text[5:]), n) for text, n in tally)

    def days(self, year: int | None = None) -> tuple[tuple[date, int], ...]:
        """Days that have articles, oldest first, with how many."""
        tally = self._tally(None, None, year, 10)
        return tuple((date.fromisoformat(text), n) for text, n in tally)

    # Records

    def headings(self, kind: str) -> tuple[tuple[Heading, int], ...]:
        """All records of a kind, A to Z, each with how many articles name it."""
        rows = self.db.execute(
            "SELECT records.id, count(relations.id) FROM records LEFT JOIN relations "
            "ON relations.kind = records.kind AND ref = records.id "
            "WHERE records.kind = ? GROUP BY records.id",
            (kind,),
        )
        found = [(self.heading(kind, id_), count) for id_, count in rows.fetchall()]
        return tuple(sorted(found, key=lambda pair: filing_key(pair[0])))

    def most(
        self, kind: str, *, year: int | None = None, limit: int = 8
    ) -> tuple[tuple[Heading, int], ...]:
        """The records of a kind that most articles name; ties A to Z."""
        first, last = bounds(year, None, None)
        rows = self.db.execute(
            "SELECT ref, count(*) FROM relations WHERE kind = ? AND filed BETWEEN ? AND ? "
            "GROUP BY ref",
            (kind, first, last),
        )
        return self._ranked(kind, rows.fetchall(), limit)

    def together(
        self, kind: str, ref: str, other: str, limit: int = 8
    ) -> tuple[tuple[Heading, int], ...]:
        """The records of kind `other` that share most articles with this one."""
        rows = self.db.execute(
            "SELECT b.ref, count(*) FROM relations a JOIN relations b ON b.id = a.id "
            "WHERE a.kind = ? AND a.ref = ? AND b.kind = ? AND (b.kind, b.ref) <> (a.kind, a.ref) "
            "GROUP BY b.ref",
            (kind, ref, other),
        )
        return self._ranked(other, rows.fetchall(), limit)

    def narrower(self, tag: str) -> tuple[Heading, ...]:
        """The tags just below a tag, A to Z."""
        rows = self.db.execute("SELECT id FROM records WHERE kind = 'tags'").fetchall()
        found = []
        for (id_,) in rows:
            record = self.record("tags", id_)
            if isinstance(record, Tag) and record.broader == tag:
                found.append(self.heading("tags", id_))
        return tuple(sorted(found, key=filing_key))

    # Neighbours in meaning

    def related(self, id_: str, limit: int = 4) -> tuple[tuple[Entry, str], ...]:
        """Articles that share most with this one, and what they share.

        Only the pair counts, never how common a name is, so that an added article changes
        no other pair. Ties go to the nearest in time. Broad tags (those with nothing wider)
        don't count: nearly everything shares them.
        """
        rows = self.db.execute(
            "SELECT b.id, b.kind, b.ref FROM relations a "
            "JOIN relations b ON b.kind = a.kind AND b.ref = a.ref AND b.id <> a.id "
            "WHERE a.id = ? AND a.kind <> 'sources'",
            (id_,),
        ).fetchall()
        shared: dict[str, list[Heading]] = {}
        for other, kind, ref in rows:
            if kind != "tags" or self._is_subject(ref):
                shared.setdefault(other, []).append(self.heading(kind, ref))
        here = self.entry(id_)
        best = sorted(
            shared, key=lambda other: relation_key(here, self.entry(other), shared[other])
        )
        return tuple((self.entry(other), reason(shared[other])) for other in best[:limit])

    # Inside

    def _is_subject(self, tag: str) -> bool:
        record = self.record("tags", tag)
        return isinstance(record, Tag) and bool(record.broader) and not record.form

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
            return "FROM articles WHERE listed AND filed BETWEEN ? AND ?", span
        return (
            "FROM relations WHERE kind = ? AND ref = ? AND filed BETWEEN ? AND ?",
            (kind, ref or "", *span),
        )

    def _tally(
        self, kind: str | None, ref: str | None, year: int | None, letters: int
    ) -> list[tuple[str, int]]:
        where, values = self._where(kind, ref, year, None, None)
        rows = self.db.execute(
            f"SELECT substr(filed, 1, {letters}) AS part, count(*) {where} "
            "GROUP BY part ORDER BY part",
            values,
        )
        return rows.fetchall()

    def _neighbour(self, id_: str, sign: str, direction: str) -> Entry | None:
        row = self.db.execute(
            f"SELECT id FROM articles WHERE listed AND (filed, utc, id) {sign} "
            "(SELECT filed, utc, id FROM articles WHERE id = ?) "
            f"ORDER BY {ORDER.format(direction)} LIMIT 1",
            (id_,),
        ).fetchone()
        return self.entry(row[0]) if row else None

    def _ranked(
        self, kind: str, rows: list[tuple[str, int]], limit: int
    ) -> tuple[tuple[Heading, int], ...]:
        pairs = [(self.heading(kind, ref), count) for ref, count in rows]
        pairs.sort(key=lambda pair: (-pair[1], filing_key(pair[0])))
        return tuple(pairs[:limit])


def bounds(year: int | None, month: int | None, day: date | None) -> tuple[str, str]:
    """The first and last filing day of a time, as text."""
    if day is not None:
        return day.isoformat(), day.isoformat()
    if year is None:
        return "", "9999-12-31"
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-31"


def filing_key(heading: Heading) -> tuple[str, str]:
    return heading.sort.casefold(), heading.id


def relation_key(here: Entry, other: Entry, shared: list[Heading]) -> tuple[int, timedelta, str]:
    weight = sum(WEIGHTS[heading.kind] for heading in shared)
    if here.event and here.event == other.event:
        weight += 100
    return -weight, abs(here.day - other.day), other.id


def reason(shared: list[Heading]) -> str:
    """Also names Sergey Lavrov and S. Jaishankar; also filed under Joint production."""
    by_kind = {
        kind: [h.heading for h in sorted(shared, key=filing_key) if h.kind == kind]
        for kind in WEIGHTS
    }
    names = by_kind["people"] or by_kind["organisations"]
    parts = []
    if names:
        parts.append(f"also names {and_list(names[:2])}")
    elif by_kind["places"]:
        parts.append(f"also in {and_list(by_kind['places'][:2])}")
    if by_kind["tags"]:
        parts.append(f"also filed under {and_list(by_kind['tags'][:2])}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def and_list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
