"""The questions that an import asks of the archive."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from ..copies import CONTAINED, Copy, sample, share, shingles
from ..likeness import likeness, short
from ..model import AUTHORITIES, Article, Authority
from ..problems import Problem
from ..scan import rows
from ..sealed import is_sealed, reading
from .copying import Texts, copies_of
from .reading import read_article
from .tables import at_work, store_in
from .taking import records, take_in


class Holdings:
    """What the archive holds, with what was noted since; `folder` is the content folder."""

    def __init__(self, db: sqlite3.Connection, folder: Path) -> None:
        self.db = db
        self.folder = folder
        self.texts = Texts(folder)
        # What was noted, and what is asked of it: its files, likenesses and text.
        self.noted: dict[str, Article] = {}
        self.promised: set[str] = set()
        self.values: dict[tuple[str, ...], str] = {}
        self.cut: dict[str, frozenset[int]] = {}

    @classmethod
    @contextmanager
    def opened(cls, folder: Path, cache: Path | None = None) -> Iterator["Holdings"]:
        """Level with the folder as it is now. Without a cache everything is read anew."""
        folder = Path(os.path.abspath(folder))
        db = connected(folder, cache)
        try:
            yield cls(db, folder)
        finally:
            db.close()

    def shown(self, path: str) -> str:
        """The path as a curator sees it: from the folder that holds the content folder."""
        return f"{self.folder.name}/{path}"

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Why files, or parts of them, can't be read; first of all, that there is no folder."""
        if not self.folder.is_dir():
            message = "there is no such folder; name one with --content"
            return (Problem(self.shown(""), 1, "no-content", message),)
        faults = self.db.execute("SELECT path, line, code, message FROM faults")
        return tuple(sorted(Problem(self.shown(path), *rest) for path, *rest in faults))

    @cached_property
    def authorities(self) -> dict[str, dict[str, Authority]]:
        """All records, by kind and id."""
        return {kind: records(self.db, kind) for kind in AUTHORITIES}

    def article(self, id_: str) -> Article | None:
        """An article with its text; None where there is none that can be read."""
        return self.noted.get(id_) or read_article(self.folder, id_)

    def made_of(self, digest: str) -> tuple[Article, ...]:
        """Articles that name a capture with this SHA-256, by id."""
        found = self.db.execute("SELECT id FROM articles WHERE sha256 = ?", (digest,))
        ids = {id_ for (id_,) in found}
        ids.update(one.id for one in self.noted.values() if of_capture(one, digest))
        articles = (self.article(id_) for id_ in sorted(ids))
        return tuple(one for one in articles if one is not None and of_capture(one, digest))

    def twin(self, article: Article) -> str | None:
        """The first article with the same address, text, or title, day and source."""
        ids: set[str] = set()
        query = "SELECT id FROM keys JOIN articles USING (number) WHERE key = ?"
        for _, _, value in likeness(article):
            ids.update({self.values.get(value, article.id)})
            ids.update(id_ for (id_,) in self.db.execute(query, (short("\0".join(value)),)))
        return min(ids - {article.id}, default=None)

    def copies(self, text: str) -> tuple[Copy, ...]:
        """Articles that say what `text` says, or of which one is a shortened copy of the other;
        the nearest first."""
        cut = shingles(text)
        noted = (Copy(id_, share(cut, other)) for id_, other in self.cut.items())
        found = [copy for copy in noted if copy.share >= CONTAINED]
        found += copies_of(self.db, self.texts, cut, sample(cut))
        return tuple(sorted(found, key=lambda copy: (-copy.share, copy.id)))

    def captures_of(self, size: int) -> tuple[str, ...]:
        """Files under `captures/` with so many bytes, by name."""
        found = []
        for folder, listing in self.db.execute(
            "SELECT folder, listing FROM listings WHERE folder BETWEEN 'captures/' AND 'captures0'"
        ):
            for name, kind, stamp in rows(listing):
                if kind == "file" and int(stamp.partition(",")[0]) == size:
                    found.append(f"{folder}{name}".removeprefix("captures/"))
        return tuple(sorted(found))

    def has(self, path: str) -> bool:
        """Whether a file stands there, or will when what was noted is written."""
        return path in self.promised or (self.folder / path).exists()

    def note(self, article: Article) -> None:
        """Count in an article that is about to be written, with its capture."""
        self.noted[article.id] = article
        self.promised.add(f"articles/{article.id}.md")
        if article.capture and article.capture.file:
            self.promised.add(f"captures/{article.capture.file}")
        for _, _, value in likeness(article):
            self.values.setdefault(value, article.id)
        self.cut[article.id] = shingles(article.body)


def of_capture(article: Article, digest: str) -> bool:
    return article.capture is not None and article.capture.sha256 == digest


def connected(folder: Path, cache: Path | None) -> sqlite3.Connection:
    """A store that is level with the folder, held by nobody."""
    if cache is not None and folder.is_dir():
        at_work(cache, lambda db, clock: take_in(db, folder, clock))
        try:
            if is_sealed(store_in(cache)):
                return reading(store_in(cache))
        except (OSError, sqlite3.Error):
            pass  # it could not be kept, and was read for nothing
    return at_work(None, lambda db, _: taken_in(db, folder))


def taken_in(db: sqlite3.Connection, folder: Path) -> sqlite3.Connection:
    if folder.is_dir():
        take_in(db, folder, None)
    return db
