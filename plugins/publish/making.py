"""Offers turned into files of the new tree, in this process or in workers.

A file is written only if its bytes differ from those that are published.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from jinja2 import Environment

from ..archive.handout import read_handout, write_handout
from ..archive.library import Library
from ..archive.pages import Bundle, Gone, Offer
from ..archive.scan import digest_of
from ..archive.site import Site
from ..archive.store import connect
from . import tree
from .render import render
from .templates import Look

SIZE = 48


@dataclass(frozen=True, slots=True)
class Made:
    """What became of an offer: the digest of what is published at `path`; None: nothing is."""

    path: str
    digest: bytes | None
    written: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What is needed to make any file of the site."""

    root: Path
    store: Path
    content: Path
    site: Site
    look: Look


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes files under `root` with an open Library."""

    root: Path
    library: Library
    site: Site
    env: Environment

    def make(self, offer: Offer) -> Made:
        if isinstance(offer, Gone):
            return Made(offer.path, None, written=False, why=offer.why)
        if isinstance(offer, Bundle):
            return self.bundle(offer)
        data = render(offer, self.env, self.library, self.site)
        if not data:
            return Made(offer.path, None, written=False, why=offer.why)
        digest = digest_of(data)
        differs = self.published(offer.path) != digest
        if differs:
            tree.write_file(self.root, offer.path, data)
        return Made(offer.path, digest, differs, offer.why)

    def bundle(self, offer: Bundle) -> Made:
        differs = self.published(offer.folder) != offer.key
        if differs:
            if (self.root / offer.folder).exists():
                tree.remove_file(self.root, offer.folder)
            for path, data in offer.make(self.library, self.site):
                tree.write_file(self.root, path, data)
        return Made(offer.folder, offer.key, differs, offer.why)

    def published(self, path: str) -> bytes | None:
        row = self.library.db.execute(
            "SELECT digest FROM published WHERE path = ?", (path,)
        ).fetchone()
        return row[0] if row else None


def in_workers(
    executor: Executor, job: Job, offers: Iterable[Offer], maker: Maker
) -> Iterator[Made]:
    """Make offers by the workers of `executor`; bundles here meanwhile, by `maker`, which
    keeps what they find out for the next build."""
    handout = write_handout(job.store.parent, job)
    waiting: list[Future[list[Made]]] = []
    bundles: list[Bundle] = []
    left = iter(offers)
    try:
        while some := list(islice(left, SIZE)):
            bundles += [offer for offer in some if isinstance(offer, Bundle)]
            rest = [offer for offer in some if not isinstance(offer, Bundle)]
            if rest:
                waiting.append(executor.submit(make_in_worker, handout, rest))
        for bundle in bundles:
            yield maker.make(bundle)
        for future in waiting:
            yield from future.result()
    finally:
        for future in waiting:
            future.cancel()
        handout.unlink(missing_ok=True)


_open: dict[Path, tuple[Maker, sqlite3.Connection]] = {}


def make_in_worker(handout: Path, offers: Sequence[Offer]) -> list[Made]:
    maker = maker_of(handout)
    return [maker.make(offer) for offer in offers]


def maker_of(handout: Path) -> Maker:
    """The worker's own Maker, kept for all its tasks of one build."""
    if handout not in _open:
        for _, db in _open.values():
            db.close()
        _open.clear()
        job: Job = read_handout(handout)
        db = connect(job.store, read_only=True)
        library = Library(db, folder=job.content)
        env = job.look.environment(library.results, read_only=True)
        _open[handout] = (Maker(job.root, library, job.site, env), db)
    return _open[handout][0]
