"""The content as the last build took it in, if the folder is still just so: a store is read in a
fraction of the time that thousands of files take."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from ..archive.content import Content, HandPage, read_content, read_file
from ..archive.lock import is_idle
from ..archive.model import AUTHORITIES, Article
from ..archive.scan import Walk
from ..archive.sealed import get_meta, is_sealed, reading
from ..archive.store import decode
from ..archive.unchanged import is_content_same
from ..archive.versions import code_version


def content_of(folder: Path, cache: Path) -> Content:
    """What the figures need: everything but the texts, the lines and the names of files."""
    folder = Path(os.path.abspath(folder))
    return held(folder, cache) or read_content(folder)


def held(folder: Path, cache: Path) -> Content | None:
    """From the store; None where it is not there, of other code, or of other content."""
    store = cache / "store.sqlite"
    try:
        with is_idle(cache) as idle:
            if not (idle and is_sealed(store)):
                return None
            with closing(reading(store)) as db:
                if get_meta(db, "version") != code_version():
                    return None
                return content_in(db, folder) if is_content_same(db, folder, Walk(folder)) else None
    except (OSError, ValueError, sqlite3.Error):
        return None  # a build that meets this can repair it, or tell what it is


def content_in(db: sqlite3.Connection, folder: Path) -> Content:
    """Nothing was taken in while there was a problem, so there is none."""
    content = Content(folder)
    for id_, record in db.execute("SELECT id, record FROM articles"):
        content.articles[id_] = decode(record, Article)
    for kind, id_, record in db.execute("SELECT kind, id, record FROM records"):
        content.authorities[kind][id_] = decode(record, AUTHORITIES[kind])
    for name, record in db.execute("SELECT name, record FROM pages"):
        content.pages[name] = decode(record, HandPage)
    if (folder / "links.yaml").exists():
        read_file(content, "links.yaml", "file")
    return content
