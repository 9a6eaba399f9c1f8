"""Brings the store level with the content folder: what changed is read, checked, taken in.

Nothing is taken in while there is a problem anywhere, so whatever the store holds has been
checked, and an article that didn't change is neither read nor held in memory. What a change
can make wrong elsewhere (a record that others name is gone, a second article alike) is found
by checking those others with it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from . import counts, originals, reading_chunks, rows
from .changes import ArticleChange, Changes, RecordChange
from .content import GONE, IGNORED, Content, read_file
from .model import AUTHORITIES, Article, Authority
from .noted import note_digests, note_files, note_scan
from .problems import ContentProblemsError, Problem
from .reading_chunks import Chunk, Reading
from .scan import Scan, clock_of, difference, scan
from .sealed import get_meta
from .shown import Digests
from .store import decode, encode, named
from .suspects import alike_by, all_alike, leaning
from .unchanged import Seen, really_changed

MANY = 2_000  # changed or lost articles from which counting all anew is quicker
PARALLEL = 400  # ... and from which workers pay
Check = Callable[[Content], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Checks:
    """What the checks room judges by: some articles, and all records among themselves."""

    articles: Check
    records: Check


def take_in(
    db: sqlite3.Connection,
    folder: Path,
    checks: Checks,
    *,
    executor: Callable[[], Executor] | None = None,
    cache: Path | None = None,
    seen: Seen | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Changes | None:
    """Bring the store level with `folder` in one transaction, which stays open; what changed,
    or None where the store knew nothing before.

    Raises ContentProblemsError with every problem of what changed; the store is then as it
    was. Where there is much to read, `executor` is asked for workers, which are told what
    they need through a file in `cache`. What was `seen` already is not looked for again, if the
    store is still the one that it was compared with. `meanwhile` is called when all is read and has
    to be counted anew, with which no worker can help.
    """
    folder = Path(os.path.abspath(folder))
    if seen and seen.published == get_meta(db, "published"):
        now, trusted = seen.scan, seen.trusted
    else:
        clock = clock_of(cache) if cache else None
        now = scan(folder)
        trusted = now.trusted_until(clock)
    known: dict[str, str] = dict(db.execute("SELECT folder, listing FROM listings").fetchall())
    found = difference(known, now, trusted_until=int(get_meta(db, "trusted") or 0))
    fresh = not known
    changed = dict(found.changed if fresh else really_changed(db, folder, found))
    db.execute("BEGIN IMMEDIATE")
    try:
        taking = Taking(db, Content(folder), checks, Workers(executor, cache), fresh, meanwhile)
        changes = taking.run(now, changed, found.gone)
        note_scan(db, known, now, trusted)
        note_digests(db, taking.content, changed, found.gone)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    return changes


@dataclass(frozen=True, slots=True)
class Workers:
    """Where reading gets help, if it does."""

    start: Callable[[], Executor] | None
    cache: Path | None

    def for_many(self, articles: int) -> tuple[Executor, Path] | None:
        """Where to go with so many articles, if they are worth it."""
        if self.start is None or self.cache is None or articles < PARALLEL:
            return None
        return self.start(), self.cache


def id_of(path: str) -> str:
    return path.removeprefix("articles/").removesuffix(".md")


class Taking:
    """One intake. `content` holds all names, what changed besides articles, and all pages."""

    def __init__(
        self,
        db: sqlite3.Connection,
        content: Content,
        checks: Checks,
        workers: Workers,
        fresh: bool,
        meanwhile: Callable[[], object],
    ) -> None:
        self.db = db
        self.content = content
        self.checks = checks
        self.workers = workers
        self.fresh = fresh
        self.meanwhile = meanwhile
        self.problems: set[Problem] = set()
        self.keys: set[bytes] = set()

    def run(self, now: Scan, changed: Mapping[str, str], gone: tuple[str, ...]) -> Changes | None:
        self.note_names(now)
        articles = sorted(path for path in changed if path.startswith("articles/"))
        others = sorted(path for path in changed if not path.startswith("articles/"))
        # Workers, if there are any, have begun with the articles when the records are read here.
        with self.chunks([(path, changed[path]) for path in articles]) as chunks:
            for path in others:
                read_file(self.content, path.rstrip("/"), changed[path])
            records = self.take_records(others, gone)
            self.take_pages([*others, *gone])
            addresses = self.take_gone([*others, *gone])
            affected = self.affected_by(records)
            recount = self.fresh or len(articles) + len(gone) > MANY
            befores = self.take_out([*articles, *gone], recount)
            self.read_articles(chunks, recount)
        self.check_neighbours(befores, [*others, *gone], affected)
        self.problems.update(self.content.problems)
        if self.problems:
            raise ContentProblemsError(self.problems)
        if recount:
            self.meanwhile()
            counts.count_all(self.db)
        if self.fresh:
            return None
        ids = {id_of(path) for path in articles}
        images = tuple(path for path in others if path.startswith("images/"))
        changes = self.changes(ids, befores, affected, records, images)
        return replace(changes, originals=originals.articles_of(self.db, addresses))

    # Names, records and pages

    def note_names(self, now: Scan) -> None:
        for path, kind in now.paths():
            if kind == "file" and path.rpartition("/")[2] not in IGNORED:
                self.content.paths.add(path)
                folder, _, name = path.partition("/")
                if folder == "images":
                    self.content.images.add(name)
                elif folder == "captures":
                    self.content.captures.add(name)

    def take_records(self, changed: Iterable[str], gone: Iterable[str]) -> tuple[RecordChange, ...]:
        """Put records in and take them out; all are checked together if any differs."""
        found = []
        for path in sorted({*changed, *gone}):
            folder, _, rest = path.partition("/")
            kind, _, name = rest.partition("/")
            if folder != "authorities" or kind not in AUTHORITIES or not name.endswith(".yaml"):
                continue
            id_ = name.removesuffix(".yaml")
            before, after = self.record(kind, id_), self.content.authorities[kind].get(id_)
            self.put_record(kind, id_, after)
            if before != after:
                found.append(RecordChange(kind, id_, before, after))
        if found or self.content.problems:
            self.check_records()
        return tuple(found)

    def record(self, kind: str, id_: str) -> Authority | None:
        row = self.db.execute(
            "SELECT record FROM records WHERE kind = ? AND id = ?", (kind, id_)
        ).fetchone()
        return decode(row[0], AUTHORITIES[kind]) if row else None

    def put_record(self, kind: str, id_: str, record: Authority | None) -> None:
        if record is None:
            self.db.execute("DELETE FROM records WHERE kind = ? AND id = ?", (kind, id_))
        else:
            self.db.execute(
                "INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (kind, id_, encode(record))
            )

    def check_records(self) -> None:
        """Check all records; for a problem in one that wasn't read, read it for the line."""
        self.load_records()
        problems = self.checks.records(self.content)
        shown = {self.content.shown(path): path for path in self.content.paths}
        unread = {shown.get(problem.path, "") for problem in problems} - {"", *self.content.lines}
        for path in sorted(path for path in unread if path.startswith("authorities/")):
            read_file(self.content, path, "file")
        self.problems.update(self.checks.records(self.content) if unread else problems)

    def load_records(self) -> None:
        for kind, id_, blob in self.db.execute("SELECT kind, id, record FROM records"):
            known = self.content.authorities[kind]
            if id_ not in known:
                known[id_] = decode(blob, AUTHORITIES[kind])

    def take_pages(self, paths: Iterable[str]) -> None:
        """Put the hand-written pages in, and read them all for their links."""
        for path in sorted(self.content.paths):
            if path.startswith("pages/") and path not in self.content.lines:
                read_file(self.content, path, "file")
        if any(path.startswith("pages/") for path in paths):
            self.db.execute("DELETE FROM pages")
            self.db.executemany(
                "INSERT INTO pages VALUES (?, ?)",
                ((name, encode(page)) for name, page in sorted(self.content.pages.items())),
            )

    def take_gone(self, paths: Iterable[str]) -> set[str]:
        """Put in what is known of addresses that are gone; of which something else is known."""
        return originals.put(self.db, self.content.gone) if GONE in paths else set()

    # Articles

    def affected_by(self, records: Iterable[RecordChange]) -> set[str]:
        """Articles of any state that name a changed record."""
        found: set[str] = set()
        for change in records:
            ids = self.db.execute(
                "SELECT id FROM relations WHERE kind = ? AND ref = ?", (change.kind, change.id)
            )
            found.update(row[0] for row in ids)
        return found

    def take_out(self, paths: Iterable[str], recount: bool) -> dict[str, Article]:
        """Take articles out of the store, and of the counts unless all is counted anew; the
        ones that were there, by id."""
        befores: dict[str, Article] = {}
        if self.fresh:
            return befores
        for path in paths:
            article = self.article(id_of(path)) if path.startswith("articles/") else None
            if article is not None:
                befores[article.id] = article
        for article in befores.values():
            if not recount:
                counts.count(self.db, article, -1)
            rows.remove(self.db, article)
        return befores

    def article(self, id_: str) -> Article | None:
        row = self.db.execute(
            "SELECT record, markdown FROM articles JOIN texts USING (id) WHERE id = ?", (id_,)
        ).fetchone()
        return replace(decode(row[0], Article), body=row[1]) if row else None

    def read_articles(self, chunks: Iterable[Chunk], recount: bool) -> None:
        """Take the changed articles, read, checked and rendered, and put them in."""
        digests = Digests(self.db)
        for chunk in chunks:
            self.problems.update(chunk.problems)
            if self.problems:
                continue
            rows.insert(self.db, chunk.rows, digests.shown)
            note_files(self.db, chunk.digests)
            if not self.fresh:
                self.keys.update(key for row in chunk.rows for key in row.keys)
            if not recount:
                counts.count_in(self.db, (decode(row.record, Article) for row in chunk.rows))

    def chunks(self, paths: list[tuple[str, str]]) -> AbstractContextManager[Iterator[Chunk]]:
        content = self.content
        reading = Reading(
            folder=content.folder,
            paths=content.paths,
            images=content.images,
            captures=content.captures,
            check=self.checks.articles,
        )
        workers = self.workers.for_many(len(paths))
        if workers is None:
            return nullcontext(reading_chunks.here(reading, paths, self.db, self.load_all))
        return reading_chunks.elsewhere(*workers, reading, paths, self.load_all)

    def load_all(self) -> dict[str, dict[str, Authority]]:
        """All records: names are needed only to say what a wrong id may have meant."""
        self.load_records()
        return self.content.authorities

    def check_neighbours(
        self, befores: Mapping[str, Article], paths: Iterable[str], affected: set[str]
    ) -> None:
        """Check again what a change elsewhere can have made wrong, hand-written pages too."""
        targets = {*paths, *(f"articles/{id_}.md" for id_ in befores)}
        alike = all_alike(self.db) if self.fresh else alike_by(self.db, self.keys)
        ids = affected | alike | leaning(self.db, targets)
        for id_ in sorted(ids):
            path = f"articles/{id_}.md"
            if path in self.content.paths:
                read_file(self.content, path, "file")
        if ids and not self.problems:
            self.load_records()
        self.problems.update(self.checks.articles(self.content))

    def changes(
        self,
        ids: set[str],
        befores: Mapping[str, Article],
        affected: set[str],
        records: tuple[RecordChange, ...],
        images: tuple[str, ...],
    ) -> Changes:
        digests = Digests(self.db)
        found = []
        for id_ in sorted(ids | befores.keys() | affected):
            after = self.article(id_)
            before = befores.get(id_, after if id_ not in ids else None)
            if after is not None and id_ not in ids:
                self.db.execute(
                    "UPDATE articles SET shown = ? WHERE id = ?",
                    (digests.shown(rows.digest(after), tuple(named(after))), id_),
                )
            shown = (visible(before), visible(after))
            change = ArticleChange(id_, *shown, is_draft=shown != (before, after))
            if change.before or change.after:
                found.append(change)
        return Changes(tuple(found), records, images)


def visible(article: Article | None) -> Article | None:
    """An article as readers may meet it; a draft they may not."""
    return article if article is not None and rows.state_of(article) != rows.DRAFT else None
