"""What is in the archive already, and putting new files in: all of them or none."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ..archive.content import Content
from ..archive.model import FILE_NAME, Article, FrontMatter

CAPTURES = "captures"


def imported(content: Content, digest: str) -> str | None:
    """The article that was made of these bytes, if one was.

    A digest in our own words may name the same capture without being an import of it; one
    that names the file in `content/captures/`, or was withdrawn, is.
    """
    for id_, article in sorted(content.articles.items()):
        if article.capture is not None and article.capture.sha256 == digest and is_import(article):
            return id_
    return None


def is_import(article: Article) -> bool:
    named = article.capture is not None and article.capture.file is not None
    return named or article.withdrawn is not None or article.text in ("full", "excerpt")


def twin(content: Content, front: FrontMatter, body: str) -> str | None:
    """An article with the same address, the same text, or the same title, day and source."""
    words = " ".join(body.split())
    for id_, other in sorted(content.articles.items()):
        if front.source_url and front.source_url == other.source_url:
            return id_
        if heading(front) == heading(other):
            return id_
        if len(words) > 200 and words == " ".join(other.body.split()):
            return id_
    return None


def heading(front: FrontMatter) -> tuple[str, str, str]:
    return front.title.casefold(), str(front.date.day), front.source


def kept_capture(content: Content, data: bytes) -> str | None:
    """The file under `captures/` that has these bytes already, if its name may be written."""
    folder = content.folder / CAPTURES
    for name in sorted(content.captures):
        file = folder / name
        same = file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data
        if same and re.match(FILE_NAME, name):
            return name
    return None


def restore(content: Content, id_: str, data: bytes) -> str | None:
    """Put a capture back that an article names and that is gone; its path if that was so."""
    capture = content.articles[id_].capture
    if capture is None or capture.file is None or sha256(data).hexdigest() != capture.sha256:
        return None
    file = content.folder / CAPTURES / capture.file
    if file.exists():
        return None
    write_all({file: data}, frozenset())
    return f"{content.folder.name}/{CAPTURES}/{capture.file}"


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


def free_name(content: Content, year: int, names: Iterator[str], ending: str = ".txt") -> str:
    """The first of `names` under which neither article nor capture stands in that year."""
    for name in names:
        id_ = f"{year:04}/{name}"
        files = (f"articles/{id_}.md", f"captures/{id_}{ending}")
        noted = id_ in content.articles or f"{id_}{ending}" in content.captures
        if not noted and not any((content.folder / file).exists() for file in files):
            return name
    raise AssertionError("names have no end")
