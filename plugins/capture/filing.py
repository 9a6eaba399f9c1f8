"""What is in the archive already, and putting new files in: all of them or none."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from ..archive.holdings import Holdings
from ..archive.model import FILE_NAME, Article

CAPTURES = "captures"


def imported(archive: Holdings, digest: str) -> Article | None:
    """The article that was made of these bytes, if one was.

    A digest in our own words may name the same capture without being an import of it; one
    that names the file in `content/captures/`, or was withdrawn, is.
    """
    return next(filter(is_import, archive.made_of(digest)), None)


def is_import(article: Article) -> bool:
    named = article.capture is not None and article.capture.file is not None
    return named or article.withdrawn is not None or article.text in ("full", "excerpt")


def kept_capture(archive: Holdings, data: bytes) -> str | None:
    """The file under `captures/` that has these bytes already, if its name may be written."""
    folder = archive.folder / CAPTURES
    for name in archive.captures_of(len(data)):
        file = folder / name
        same = file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data
        if same and re.match(FILE_NAME, name):
            return name
    return None


def restore(archive: Holdings, article: Article, data: bytes) -> str | None:
    """Put the capture back that an article was made of, where it is gone; its path if it was."""
    capture = article.capture
    if capture is None or capture.file is None:
        return None
    path = f"{CAPTURES}/{capture.file}"
    if (archive.folder / path).exists():
        return None
    write_all({archive.folder / path: data}, frozenset())
    return archive.shown(path)


def write_all(files: dict[Path, bytes], replaceable: frozenset[Path]) -> None:
    """Write every file under its name, or none; raise OSError, FileExistsError where one is.

    Each is written beside its place and flushed first. Then they get their names in order,
    the article last: a capture without an article is found again by the next import.
    """
    parts = {path: path.with_name(f".{path.name}.part") for path in files}
    made: list[Path] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_part(parts[path], data)
        for path, part in parts.items():
            if path in replaceable:
                part.replace(path)
            else:
                place(part, path)
                made.append(path)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink(missing_ok=True)


def write_part(part: Path, data: bytes) -> None:
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def place(part: Path, path: Path) -> None:
    """Give a file its name unless the name is taken: a link fails then, a rename would not."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("xb") as stream:
            stream.write(part.read_bytes())


def free_name(archive: Holdings, year: int, names: Iterator[str], ending: str = ".txt") -> str:
    """The first of `names` under which neither article nor capture stands in that year."""
    for name in names:
        id_ = f"{year:04}/{name}"
        if not archive.has(f"articles/{id_}.md") and not archive.has(f"captures/{id_}{ending}"):
            return name
    raise AssertionError("names have no end")
