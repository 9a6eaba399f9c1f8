"""One build: content taken in, files made, the new site put in place.

The store says which published tree it describes. Until a build's files are in place it
describes the old one, or none: whatever moment a build is killed at, the next one knows what
it can trust.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

from ..archive.intake import Checks, take_in
from ..archive.library import Library
from ..archive.scan import digest_of
from ..archive.sealed import get_meta, set_meta
from ..archive.site import Site
from ..archive.store import close_store, discard, open_store
from ..archive.unchanged import Seen
from ..archive.versions import code_version
from .crew import Job, in_workers
from .garbage import seldom_collected
from .making import Made, Maker
from .plan import Plan
from .publication import Publication
from .render import Renderer
from .templates import KeptTemplates, Look, keep
from .workers import PARALLEL, processes

BATCH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built. `version` is a digest of theme and settings: all that pages are
    made from besides content and code. `asked` tells the next build that it is the same order, if
    that can be told by a text. `seen` is what is known of the content beforehand. `jobs` processes
    work side by side, this one among them; `start` gives an executor of so many workers."""

    content: Path
    output: Path
    cache: Path
    checks: Checks
    site: Site
    look: Look
    version: str
    asked: str | None = None
    seen: Seen | None = None
    jobs: int = 1
    start: Callable[[int], Executor] = processes

    @property
    def store(self) -> Path:
        return self.cache / "store.sqlite"


@dataclass(slots=True)
class Totals:
    """How many files were looked at, written and removed."""

    made: int = 0
    written: int = 0
    gone: int = 0


class Build:
    """A build at work; leaving it without `publish` leaves the published site as it was."""

    def __init__(self, order: Order, told: Callable[[Made], None] = lambda _made: None) -> None:
        self.order = order
        self.told = told
        self.totals = Totals()
        self.publication = Publication(order.output, order.cache)
        self.is_store_lost = False
        self._executor: Executor | None = None
        self._templates: Future[dict[bytes, bytes]] | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(seldom_collected())
            stack.enter_context(self.publication)
            self.db = open_store(self.order.store, code_version())
            stack.callback(self.close)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
        close_store(self.db, self.order.store)
        if self.is_store_lost:
            discard(self.order.store)

    # What there is to do

    def take_in(self) -> None:
        """Read what changed. Raises ContentProblemsError; the store is then as it was."""
        parallel = self.executor if self.order.jobs > 1 else None
        self.changes = take_in(
            self.db,
            self.order.content,
            self.order.checks,
            executor=parallel,
            cache=self.order.cache,
            seen=self.order.seen,
            meanwhile=self.compile_elsewhere,
        )
        self.library = Library(self.db, folder=self.order.content)
        self.hand_pages = tuple(self.library.pages)

    def compile_elsewhere(self) -> None:
        """Have the templates compiled by a worker, if there is one."""
        if self._executor is not None:
            self._templates = self._executor.submit(self.order.look.compiled, self.order.site)

    @property
    def is_known(self) -> bool:
        """Whether the store's digests are those of the published tree."""
        previous = self.publication.previous
        return previous is not None and get_meta(self.db, "published") == previous

    @property
    def made_by(self) -> str:
        """Of what pages are made besides articles and records: theme, settings, the menu."""
        return f"{self.order.version} {' '.join(self.hand_pages)}"

    @property
    def reason(self) -> str:
        """Why all of the site is looked at; empty if only what changed is."""
        if self.changes is None:
            return "nothing is kept from an earlier build"
        if not self.is_known:
            return "the site in place is not the last one built"
        made_by = get_meta(self.db, "made by") or ""
        if not made_by.startswith(f"{self.order.version} "):
            return "theme or settings changed"
        if made_by != self.made_by:
            return "a hand-written page came or went, and the menu with it"
        return ""

    # Files

    def begin(self) -> None:
        """Start the new tree: level with the published one, or empty."""
        self.is_whole = bool(self.reason)
        changes = None if self.is_whole else self.changes
        is_known = self.is_known
        if not is_known:
            self.db.execute("DELETE FROM published")
        self.root = self.publication.begin(clean=not is_known)
        self.look = self.order.look.with_pages(self.hand_pages)
        self.plan = Plan(self.library, self.look.assets(), changes)

    def make(self) -> None:
        """Make every file that can differ, and write those that do."""
        made = map(self.tell, self.made())
        while some := list(islice(made, BATCH)):
            self.note(some)

    def made(self) -> Iterator[Made]:
        if not (self.is_whole and self.library.count() >= PARALLEL and self.order.jobs > 1):
            yield from map(self.maker().make, self.plan.offers())
            return
        # Workers read the store: it has to be on disk, and until the tree is in place it
        # must not be taken for a description of one.
        set_meta(self.db, "published", None)
        results = self.library.results
        if self._templates is not None:
            keep(results, self._templates.result())
        else:
            self.look.compile(KeptTemplates(results, read_only=False), self.order.site)
        self.db.execute("COMMIT")
        # Readers and the writer don't wait for each other in this mode.
        self.db.execute("PRAGMA journal_mode = WAL")
        job = Job(
            root=self.root,
            is_new=self.publication.clean,
            store=self.order.store,
            content=self.order.content,
            site=self.order.site,
            look=self.look,
        )
        self.db.execute("BEGIN IMMEDIATE")
        yield from in_workers(
            self.executor(), self.order.jobs - 1, job, self.plan.rooms(), self.maker()
        )

    def maker(self) -> Maker:
        renderer = Renderer.of(self.look, self.library, self.order.site)
        return Maker(self.root, renderer, self.publication.clean)

    def add(self, path: str, data: bytes) -> None:
        """A file that was made elsewhere: a hand-written page, by Pelican."""
        if path in self.plan.offered:
            raise ValueError(f"two things at the same address: {path}")
        self.plan.offered.add(path)
        digest = digest_of(data)
        row = self.db.execute("SELECT digest FROM published WHERE path = ?", (path,)).fetchone()
        differs = row is None or row[0] != digest
        if differs:
            self.publication.write(path, data)
        self.note([self.tell(Made(path, digest, differs, "hand-written: made each time"))])

    def tell(self, made: Made) -> Made:
        """At once; it is noted together with others."""
        if made.digest is None:
            made = replace(made, gone=self.may_be_published(made.path))
        self.told(made)
        return made

    def note(self, made: Iterable[Made]) -> None:
        """Note what is published now. A bundle's files are not noted one by one; where one of
        them is written by itself, the bundle's key no longer says what is in its folder."""
        rows = []
        for one in made:
            self.totals.made += 1
            if one.digest is None:
                self.forget(one.path)
            elif one.written:
                self.totals.written += 1
                rows.append((one.path, one.digest))
                if one.path.endswith("/"):
                    self.drop(one.path)
        self.db.executemany("INSERT OR REPLACE INTO published VALUES (?, ?)", rows)
        folders = {parent(path) for path, _ in rows if not path.endswith("/")}
        self.db.executemany(
            "UPDATE published SET digest = x'' WHERE path = ?",
            [(folder,) for folder in sorted(folders)],
        )

    def forget(self, path: str) -> None:
        """Take away a file, or with a slash at its end a folder, if it may be published."""
        if self.may_be_published(path):
            self.totals.gone += 1
            self.publication.remove(path)
            self.drop(path)

    def may_be_published(self, path: str) -> bool:
        row = self.db.execute(
            "SELECT 1 FROM published WHERE path BETWEEN ? AND ? OR path = ? LIMIT 1",
            (*reach(path), parent(path)),
        ).fetchone()
        return row is not None

    def drop(self, path: str) -> None:
        self.db.execute("DELETE FROM published WHERE path BETWEEN ? AND ?", reach(path))

    # The end

    def publish(self) -> None:
        """Put the new site in place; what a whole site no longer offers goes before."""
        if self.is_whole:
            for (path,) in self.db.execute("SELECT path FROM published").fetchall():
                if path not in self.plan.offered and parent(path) not in self.plan.offered:
                    self.tell(Made(path, None, written=False, why="no room has it"))
                    self.forget(path)
        self.publication.publish(self.commit)

    def commit(self, identity: str) -> None:
        """Readers see the new site: from now on the store describes it.

        A store that can't be written now, on a full disk, is given up: the site is there, and
        the next build only takes longer.
        """
        try:
            set_meta(self.db, "published", identity)
            set_meta(self.db, "made by", self.made_by)
            set_meta(self.db, "theme", f"{self.order.look.theme} {self.order.version.split()[0]}")
            set_meta(self.db, "asked", self.order.asked)
            set_meta(self.db, "articles", str(self.library.count()))
            self.db.execute("COMMIT")
        except sqlite3.Error:
            self.is_store_lost = True

    def executor(self) -> Executor:
        if self._executor is None:
            self._executor = self.order.start(self.order.jobs - 1)  # this one works, too
        return self._executor


def parent(path: str) -> str:
    """The folder of a file, with its slash."""
    return path[: path.rfind("/") + 1]


def reach(path: str) -> tuple[str, str]:
    """First and last of the paths that a path stands for: itself, or all in a folder."""
    return path, path[:-1] + "0" if path.endswith("/") else path  # "0" comes just after "/"
