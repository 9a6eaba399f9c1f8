"""Whether a build would change anything, asked before Pelican, Jinja or YAML are imported.

A build costs most of its time before its first page. This asks the store that the last one
left, and the folders it was about. Whatever isn't just as it was then, or can't be known, is left
to a build: it finds out the same again, and more.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from .asked import Asked
from .lock import is_idle
from .roots import State, refusal
from .scan import Difference, Listing, Scan, Walk, difference_in, digest_of
from .sealed import get_meta, is_sealed, reading
from .totals import totals
from .versions import code_version, theme_version

# Files with another time and the same bytes: of more, a build makes sure once, and notes it.
FEW = 1_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in the content folder before a build, and holds for it while the store is that
    of the site `published`. No file older than `trusted`, in nanoseconds, can have been written
    to since without a new time."""

    scan: Scan
    trusted: int
    published: str


class Question:
    """Is there anything to build? `seen` is what a build need not find out again."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.seen: Seen | None = None

    def is_answered(self, *, explain: bool, started: float) -> bool:
        """Was there nothing to do? Then say so, as a build would after it."""
        articles = self.unchanged()
        if articles is None:
            return False
        if explain:
            print("nothing is looked at: all is as the last build left it")
        seconds = perf_counter() - started
        output = self.asked.output
        print(totals(articles, written=0, made=0, gone=0, output=output, seconds=seconds))
        return True

    def unchanged(self) -> int | None:
        """The number of articles, if a build would leave the published site as it is."""
        store = self.asked.cache / "store.sqlite"
        try:
            with is_idle(self.asked.cache) as idle:
                if not (idle and is_sealed(store)):
                    return None
                with closing(reading(store)) as db:
                    if is_as_left(db, self.asked) and self.is_content_same(db):
                        return int(get_meta(db, "articles") or 0)
        except (OSError, ValueError, sqlite3.Error):
            pass  # a build that meets this can repair it, or tell what it is
        return None

    def is_content_same(self, db: sqlite3.Connection) -> bool:
        walk = Walk(self.asked.content)
        if is_content_same(db, self.asked.content, walk):
            return True
        now, published = walk.scan(), get_meta(db, "published") or ""
        self.seen = Seen(now, now.trusted_until(walk.clock(self.asked.cache)), published)
        return False


def is_as_left(db: sqlite3.Connection, asked: Asked) -> bool:
    """Is all but the content as it was? The cheapest question comes first."""
    return (
        get_meta(db, "asked") == asked.text
        and is_published(db, asked)
        and is_theme_same(db)
        and get_meta(db, "version") == code_version()
    )


def is_published(db: sqlite3.Connection, asked: Asked) -> bool:
    """Is the site in place the one that the store describes, and no build half done?"""
    output, twin = asked.output.resolve(), asked.cache.resolve() / "twin"
    state = State.read(twin)
    return (
        get_meta(db, "published") == state.identity
        and state.is_at_rest(twin, output)
        and refusal(output, asked.content) is None
    )


def is_theme_same(db: sqlite3.Connection) -> bool:
    theme, _, version = (get_meta(db, "theme") or "").rpartition(" ")
    return bool(theme) and theme_version(Path(theme)) == version


def is_content_same(db: sqlite3.Connection, content: Path, walk: Iterable[Listing]) -> bool:
    """Does the folder hold just what was taken in? A listing that is the same, and has no time at
    which a file could be written to once more unseen, isn't even parsed."""
    trusted = int(get_meta(db, "trusted") or 0)
    folders = files = 0
    for now in walk:
        folders += 1
        row = db.execute("SELECT listing FROM listings WHERE folder = ?", (now.folder,)).fetchone()
        if row is None:
            return False
        if row[0] == now.text and now.newest < trusted:
            continue
        found = difference_in(now.folder, row[0], now.text, trusted)
        files += len(found.changed)
        if found.gone or files > FEW or any(really_changed(db, content, found)):
            return False
    (count,) = db.execute("SELECT count(*) FROM listings").fetchone()
    return bool(folders == count)


def really_changed(
    db: sqlite3.Connection, folder: Path, found: Difference
) -> Iterator[tuple[str, str]]:
    """Files (path, kind) whose bytes are others than those that were taken in."""
    for path, kind in found.changed:
        row = db.execute("SELECT digest FROM files WHERE path = ?", (path,)).fetchone()
        if row is None or kind != "file" or digest_at(folder / path) != row[0]:
            yield path, kind


def digest_at(file: Path) -> bytes | None:
    try:
        return digest_of(file.read_bytes())
    except OSError:
        return None
