"""Brings holdings level with the content folder: what changed is read and noted.

Unlike a build's intake this takes in what is wrong, too, and what is wrong with it. A verdict
that a change puts in doubt is noted as stale, in the same transaction: whoever is killed before
it is passed anew, or doesn't need it, leaves that to the next.
"""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path

from ..content import IGNORED, Content, read_file
from ..model import AUTHORITIES, Authority, Source
from ..noted import note_digests, note_files, note_scan
from ..problems import Problem
from ..rows import DRAFT
from ..scan import clock_of, difference, rows, scan
from ..sealed import get_meta
from ..store import decode, encode
from ..unchanged import really_changed
from . import reach
from .copying import common_among, having, paired
from .facts import Known, facts_of, id_of, known, put_in, take_out
from .tables import transaction

BATCH = 100
Judge = Callable[[Content], tuple[Problem, ...]]


def take_in(
    db: sqlite3.Connection, folder: Path, clock: Path | None, judge: Judge | None = None
) -> None:
    """Note what changed in `folder`; `clock` is a folder on the same disk that may be written to.

    With `judge`, articles are judged while they are at hand.
    """
    folder = Path(os.path.abspath(folder))
    time = clock_of(clock) if clock else None
    now = scan(folder)
    listings: dict[str, str] = dict(db.execute("SELECT folder, listing FROM listings").fetchall())
    found = difference(listings, now, trusted_until=int(get_meta(db, "trusted") or 0))
    changed = dict(really_changed(db, folder, found))
    with transaction(db):
        if changed or found.gone:
            names = set(names_in(now.listings))
            moved = names ^ set(names_in(listings))
            Taking(db, Content(folder, paths=names), judge).run(changed, found.gone, moved)
        note_scan(db, listings, now, now.trusted_until(time))


def names_in(listings: Mapping[str, str]) -> Iterator[str]:
    """Every file that counts, faulty or not."""
    for folder, listing in listings.items():
        for name, kind, _ in rows(listing):
            if kind == "file" and name.rpartition("/")[2] not in IGNORED:
                yield folder + name


def fill_names(db: sqlite3.Connection, content: Content) -> None:
    """Sort the names of all files: pictures that are wrong in themselves don't count."""
    wrong = {path for (path,) in db.execute("SELECT path FROM faults WHERE path LIKE 'images/%'")}
    for path in content.paths:
        folder, _, name = path.partition("/")
        if folder == "images" and path not in wrong:
            content.images.add(name)
        elif folder == "captures":
            content.captures.add(name)


class Taking:
    """One intake. `content` has the names of all files, and what changed besides articles."""

    def __init__(self, db: sqlite3.Connection, content: Content, judge: Judge | None) -> None:
        self.db = db
        self.content = content
        self.judge = judge
        self.stale: set[int] = set()
        self.judged: set[int] = set()
        self.keys: set[bytes] = set()
        self.hashes: set[int] = set()

    def run(self, changed: Mapping[str, str], gone: tuple[str, ...], moved: set[str]) -> None:
        """Paths that `changed`, that are `gone`, and that are a file now and weren't before, or
        the other way round (`moved`)."""
        articles = sorted(path for path in changed if is_article(path))
        others = sorted(path for path in changed if not is_article(path))
        troubled = reach.troubled(self.db)
        for path in (*changed, *gone):
            for table in ("faults", "problems", "files"):
                self.db.execute(f"DELETE FROM {table} WHERE path = ?", (path.rstrip("/"),))
        for path in others:
            read_file(self.content, path.rstrip("/"), changed[path])
        self.note_faults(self.content)
        fill_names(self.db, self.content)
        sources = self.take_records([*others, *gone])
        befores = self.take_out([*articles, *gone])
        common = self.common(befores)
        states = self.read_articles([(path, changed[path]) for path in articles])
        self.note_stale(befores, states, moved | set(others), sources | records_in(moved), troubled)
        self.note_unpaired(common)
        # What is no file (a pipe, say) must not be opened.
        files = [path for path in others if changed[path] == "file"]
        note_digests(self.db, self.content, files, gone)

    # Records

    def take_records(self, paths: list[str]) -> set[tuple[str, str]]:
        """Put records in and take them out; sources that began at another time."""
        found = set()
        for kind, id_ in sorted(records_in(path for path in paths if path.endswith(".yaml"))):
            if kind not in AUTHORITIES:
                continue
            before, after = record(self.db, kind, id_), self.content.authorities[kind].get(id_)
            put_record(self.db, kind, id_, after)
            self.mark(f"authorities/{kind}/{id_}.yaml")
            if since(before) != since(after):
                found.add((kind, id_))
        return found

    def mark(self, path: str) -> None:
        self.db.execute("INSERT OR IGNORE INTO stale VALUES (?)", (path,))

    # Articles

    def take_out(self, paths: Iterable[str]) -> dict[str, Known]:
        befores = {}
        for path in paths:
            was = known(self.db, id_of(path)) if is_article(path) else None
            if was is not None:
                befores[id_of(path)] = was
        return befores

    def common(self, befores: Mapping[str, Known]) -> set[int]:
        """Take articles out; which of their shingles everybody printed until now."""
        self.hashes = {one for was in befores.values() for one in was.sample}
        found = common_among(self.db, self.hashes)
        for was in befores.values():
            self.keys.update(was.keys)
            take_out(self.db, was)
        return found

    def read_articles(self, paths: Iterable[tuple[str, str]]) -> dict[str, int]:
        """Note the articles that changed, and judge them if asked to; the state of each."""
        left, states = iter(paths), {}
        sources = records(self.db, "sources") if self.judge else {}
        while some := list(islice(left, BATCH)):
            batch = Content(
                self.content.folder,
                paths=self.content.paths,
                images=self.content.images,
                captures=self.content.captures,
            )
            batch.authorities["sources"] = sources
            for path, kind in some:
                read_file(batch, path.rstrip("/"), kind)
            self.note_faults(batch)
            note_files(self.db, batch.digests.items())
            for facts in facts_of(batch):
                number = put_in(self.db, facts)
                states[facts.id] = facts.state
                self.keys.update(facts.keys)
                self.hashes.update(facts.sample)
                self.db.execute("INSERT INTO unpaired VALUES (?)", (number,))
                (self.judged if self.judge else self.stale).add(number)
            if self.judge:
                note_problems(self.db, batch, self.judge(batch))
        return states

    def note_faults(self, content: Content) -> None:
        self.db.executemany(
            "INSERT INTO faults VALUES (?, ?, ?, ?)",
            ((inside(content, one), one.line, one.code, one.message) for one in content.problems),
        )

    # What is in doubt now

    def note_stale(
        self,
        befores: Mapping[str, Known],
        states: Mapping[str, int],
        targets: set[str],
        records: set[tuple[str, str]],
        troubled: set[int],
    ) -> None:
        """Those judged on the way knew all names, yet neither other articles nor drafts."""
        drafts = {
            f"articles/{id_}.md"
            for id_ in befores.keys() | states.keys()
            if (id_ in befores and befores[id_].state == DRAFT) != (states.get(id_) == DRAFT)
        }
        elsewhere = troubled | reach.leaning(self.db, targets) | reach.naming(self.db, records)
        self.stale |= elsewhere - self.judged
        self.stale |= reach.leaning(self.db, drafts) | self.sharing()
        self.stale |= reach.leaning(self.db, reach.drafts(self.db)) & self.judged
        for id_ in reach.ids(self.db, self.stale):
            self.mark(f"articles/{id_}.md")
        # Few, and their links lead anywhere.
        self.mark("pages/")

    def sharing(self) -> set[int]:
        """Articles that share a key with another, as far as it is one that came or went."""
        found = set()
        for key in self.keys:
            same = reach.alike(self.db, [key])
            if len(same) > 1 or not same <= self.judged:
                found |= same
        return found

    def note_unpaired(self, common: set[int]) -> None:
        """Where a shingle is no formula any more, all that have it are compared anew. Where one
        became a formula, nobody can become a copy by that, and some may cease to be one."""
        now = common_among(self.db, self.hashes)
        again = having(self.db, common - now) | paired(self.db, now - common)
        self.db.executemany(
            "INSERT OR IGNORE INTO unpaired VALUES (?)", ((number,) for number in sorted(again))
        )


def is_article(path: str) -> bool:
    return path.startswith("articles/")


def records_in(paths: Iterable[str]) -> set[tuple[str, str]]:
    """The records among some paths, as (kind, id)."""
    found = set()
    for path in paths:
        folder, kind, name = path.split("/", 2) if path.count("/") > 1 else ("", "", "")
        if folder == "authorities":
            found.add((kind, name.removesuffix(".yaml")))
    return found


def inside(content: Content, problem: Problem) -> str:
    """The path of a problem below the content folder."""
    return problem.path.removeprefix(f"{content.folder.name}/")


def since(one: Authority | None) -> object:
    return one.since if isinstance(one, Source) else None


def record(db: sqlite3.Connection, kind: str, id_: str) -> Authority | None:
    row = db.execute("SELECT record FROM records WHERE kind = ? AND id = ?", (kind, id_)).fetchone()
    return decode(row[0], AUTHORITIES[kind]) if row else None


def records(db: sqlite3.Connection, kind: str) -> dict[str, Authority]:
    """All records of a kind, by id."""
    rows_ = db.execute("SELECT id, record FROM records WHERE kind = ? ORDER BY id", (kind,))
    return {id_: decode(blob, AUTHORITIES[kind]) for id_, blob in rows_}


def put_record(db: sqlite3.Connection, kind: str, id_: str, one: Authority | None) -> None:
    if one is None:
        db.execute("DELETE FROM records WHERE kind = ? AND id = ?", (kind, id_))
    else:
        db.execute("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", (kind, id_, encode(one)))


def note_problems(db: sqlite3.Connection, content: Content, found: Iterable[Problem]) -> None:
    db.executemany(
        "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
        ((inside(content, one), one.line, one.code, one.message, one.severity) for one in found),
    )


def names_taken_in(db: sqlite3.Connection) -> Iterator[str]:
    """The names of all files, as they were taken in."""
    return names_in(dict(db.execute("SELECT folder, listing FROM listings").fetchall()))
