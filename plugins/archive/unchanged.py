"""Whether a build would change anything, asked before Pelican, Jinja or YAML are imported.

A build costs most of its time before its first page. This asks the store that the last one
left, and the folders it was about. Whatever isn't just as it was then, or can't be known, is left
to a build: it finds out the same again, and more.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from .asked import Asked
from .lock import is_idle
from .roots import State, refusal
from .scan import Difference, difference_in, digest_of, listings
from .sealed import get_meta, is_sealed, reading
from .totals import totals
from .versions import code_version, theme_version

# Files with another time and the same bytes: of more, a build makes sure once, and notes it.
FEW = 1_000


def is_answered(
    settings: Path,
    *,
    content: Path,
    output: Path,
    cache: Path,
    site_url: str,
    explain: bool,
    started: float,
) -> bool:
    """Was there nothing to do? Then say so, as a build would after it."""
    asked = Asked.of(settings, content=content, output=output, cache=cache, site_url=site_url)
    articles = unchanged(asked)
    if articles is None:
        return False
    if explain:
        print("nothing is looked at: all is as the last build left it")
    seconds = perf_counter() - started
    print(totals(articles, written=0, made=0, gone=0, output=asked.output, seconds=seconds))
    return True


def unchanged(asked: Asked) -> int | None:
    """The number of articles, if a build would leave the published site as it is."""
    store = asked.cache / "store.sqlite"
    try:
        with is_idle(asked.cache) as idle:
            if not (idle and is_sealed(store)):
                return None
            with closing(reading(store)) as db:
                return int(get_meta(db, "articles") or 0) if is_as_left(db, asked) else None
    except (OSError, ValueError, sqlite3.Error):
        return None  # a build that meets this can repair it, or tell what it is


def is_as_left(db: sqlite3.Connection, asked: Asked) -> bool:
    """The cheapest question comes first."""
    return (
        get_meta(db, "asked") == asked.text
        and is_published(db, asked)
        and is_theme_same(db)
        and get_meta(db, "version") == code_version()
        and is_content_same(db, asked.content)
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


def is_content_same(db: sqlite3.Connection, content: Path) -> bool:
    """Does the folder hold just what was taken in? A listing that is the same, and has no time at
    which a file could be written to once more unseen, isn't even parsed."""
    trusted = int(get_meta(db, "trusted") or 0)
    folders = files = 0
    for now in listings(content):
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
