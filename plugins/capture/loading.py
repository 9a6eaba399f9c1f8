"""A file's bytes as text, or why it can't be imported."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from ..archive.files import MAX_BYTES
from ..archive.problems import Problem
from .saved.containers import kind_of, open_file
from .saved.pages import MOST_BYTES, SavedPage

TEXTS = ("", ".txt", ".text")
PAGES = (".html", ".htm", ".xhtml", ".shtml")
ARCHIVES = (".mht", ".mhtml", ".warc", ".gz")
# How browsers call such a folder, in some languages.
COMPANIONS = ("_files", "-files", ".files", "_fichiers", "-Dateien", "_archivos", "_file")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A capture as it was found: `path` as the curator named it.

    `data` are the bytes that are kept, in a file with this `ending`; `page` is the saved page in
    them, if it is one and no plain text.
    """

    path: Path
    data: bytes
    text: str
    page: SavedPage | None = None
    ending: str = ".txt"

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


def files(paths: list[Path]) -> Iterator[Path]:
    """The files that were named, and the captures in the folders that were named, each once."""
    seen: set[str] = set()
    for path in paths:
        for file in inside(path) if path.is_dir() else [path]:
            key = os.path.abspath(file)
            if key not in seen and (file is path or is_capture(file)):
                seen.add(key)
                yield file


def passed_over(paths: list[Path]) -> Counter[str]:
    """What else is in those folders: how many files of each ending."""
    others = [
        file for path in paths if path.is_dir() for file in inside(path) if not is_capture(file)
    ]
    return Counter(file.suffix.lower() for file in others)


def inside(folder: Path) -> Iterator[Path]:
    """The files below a folder, in order; what hides and our own reports stay out.

    So does the folder of a page's pictures and scripts that a browser saves beside the page.
    """
    for entry in sorted(folder.iterdir()):
        if entry.name.startswith(".") or entry.name.endswith((".report.txt", ".names.yaml")):
            continue
        if entry.is_dir() and not entry.is_symlink():
            if not page_of(entry):
                yield from inside(entry)
        elif entry.is_file():
            yield entry


def folder_of(page: Path) -> Path | None:
    """The folder that a browser has saved with this page."""
    names = (f"{page.stem}{ending}" for ending in COMPANIONS)
    return next((f for name in names if (f := page.with_name(name)).is_dir()), None)


def page_of(folder: Path) -> Path | None:
    """The page that a browser has saved this folder with."""
    stems = [folder.name.removesuffix(end) for end in COMPANIONS if folder.name.endswith(end)]
    names = (f"{stem}{ending}" for stem in stems for ending in PAGES)
    return next((page for name in names if (page := folder.with_name(name)).is_file()), None)


def is_capture(file: Path) -> bool:
    return file.suffix.lower() in (*TEXTS, *PAGES, *ARCHIVES)


def load(path: Path) -> list[Loaded] | Problem:
    """The captures in one file: a text, a saved page, or the pages of a web archive."""
    data = read(path)
    if isinstance(data, Problem):
        return data
    if kind_of(path, data) is not None:
        opened = open_file(path, data)
        if isinstance(opened, Problem):
            return opened
        first, *others = opened.pages
        # What the file holds besides its pages is told once, with the first.
        first = replace(first, notes=(*first.notes, *opened.notes))
        return [kept(path, data, page) for page in (first, *others)]
    if len(data) > MAX_BYTES:
        return fault(path, 1, "too-large", "the capture has over 1 MB; keep the article's part")
    text = decode(path, data)
    return text if isinstance(text, Problem) else [text]


def kept(path: Path, data: bytes, page: SavedPage) -> Loaded:
    """A page with the bytes to keep: of a web archive only its own, else with its pictures."""
    folder = folder_of(path) if page.container == "html" else None
    if folder is not None:
        from .saved.brought import beside

        page = replace(page, pictures=dict(beside(folder)))
    if page.container == "mhtml":
        return Loaded(path, data, page.html, page, ".mhtml")
    return Loaded(path, page.data, page.html, page, ".html")


def read(path: Path) -> bytes | Problem:
    """The bytes of one file of any kind; nothing is waited for, and no more than 200 MB read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return fault(path, 1, "not-a-file", "this is no ordinary file; name a capture")
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        return fault(path, 1, "unreadable", f"{reason}; check the name and its permissions")
    if len(data) > MOST_BYTES:
        size = f"{MOST_BYTES // 1_000_000} MB"
        return fault(path, 1, "too-large", f"the file has over {size}; keep only what you need")
    return data


def decode(path: Path, data: bytes) -> Loaded | Problem:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = f"byte {data[error.start]:#04x} is not UTF-8"
        return fault(path, line, "not-utf-8", f"{byte}; save the capture as UTF-8")
    if not text.strip():
        return fault(path, 1, "empty", "there is no text in it; paste the article again")
    return Loaded(path, data, text)


def fault(path: Path, line: int, code: str, message: str) -> Problem:
    return Problem(str(path), line, code, message)
