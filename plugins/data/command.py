"""`inv export`: the archive as one SQLite file, whole or not at all."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from tempfile import mkstemp

from plugins.archive.content import Content, read_content
from plugins.archive.library import Library
from plugins.archive.problems import Problem

from .sqlite_tables import APPLICATION, fill

HEADER = b"SQLite format 3\0"
AT = slice(68, 72)  # where in a file's header SQLite keeps the number of the program
Check = Callable[[Content], tuple[Problem, ...]]


def export(content: Path, file: Path, check: Check, *, site_url: str = "") -> int:
    """Write `file`, after `check` finds nothing wrong in the content; the exit code."""
    why_not = refusal(content, file)
    if why_not:
        return fail(why_not)
    found = read_content(content)
    problems = check(found)
    if problems:
        return fail(*map(str, problems))
    library = Library.of(found)
    try:
        write(file, library, site_url.rstrip("/"))
    except (OSError, sqlite3.Error) as error:
        return fail(f"cuttings: {file}: {getattr(error, 'strerror', None) or error}")
    count = library.count()
    print(f"{count} {'article' if count == 1 else 'articles'} in {file}")
    return 0


def fail(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return 1


def refusal(content: Path, file: Path) -> str | None:
    """Why this can't be exported to there, or None."""
    if not content.is_dir():
        return f"cuttings: {content}: no such folder; name one with --content"
    if not file.parent.is_dir():
        return f"cuttings: {file.parent}: no such folder; make it first, or name another"
    if content.resolve() in file.resolve().parents:
        return f"cuttings: {file}: this is in the content folder; name a file elsewhere"
    return occupied(file)


def occupied(file: Path) -> str | None:
    """Why what is there already must stay, or None."""
    if file.is_dir():
        return f"cuttings: {file}: this is a folder; name a file"
    try:
        ours = not file.exists() or is_ours(file)
    except OSError as error:
        return f"cuttings: {file}: {error.strerror}"
    return None if ours else f"cuttings: {file}: this is no export of an archive; name another file"


def is_ours(file: Path) -> bool:
    """Whether a file was written by this command."""
    with file.open("rb") as there:
        header = there.read(100)
    return header.startswith(HEADER) and header[AT] == APPLICATION.to_bytes(4, "big")


def write(file: Path, library: Library, site_url: str) -> None:
    """Beside its place first; an export that is there is replaced in one step, or stays."""
    handle, name = mkstemp(prefix=f".{file.name}.", suffix=".new", dir=file.parent)
    os.close(handle)
    beside = Path(name)
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as db:
            fill(db, library, lambda path: f"{site_url}/{path}" if site_url else path)
        with beside.open("rb") as there:
            os.fsync(there.fileno())
        beside.chmod(0o666 & ~umask())
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def umask() -> int:
    """That of this process; to ask for it is to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
