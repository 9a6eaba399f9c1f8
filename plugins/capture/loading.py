"""A file's bytes as text, or why it can't be imported."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..archive.files import MAX_BYTES
from ..archive.problems import Problem


@dataclass(frozen=True, slots=True)
class Loaded:
    """A capture as it was found: `path` as the curator named it."""

    path: Path
    data: bytes
    text: str

    @property
    def sha256(self) -> str:
        return sha256(self.data).hexdigest()


def files(paths: list[Path]) -> Iterator[Path]:
    """The files that were named, and those in the folders that were named, in order."""
    for path in paths:
        if path.is_dir():
            yield from (file for file in sorted(path.rglob("*")) if wanted(file))
        else:
            yield path


def wanted(file: Path) -> bool:
    """In a folder, what hides (names that begin with a dot) and our own reports stay out."""
    ours = file.name.endswith((".report.txt", ".names.yaml"))
    return file.is_file() and not file.name.startswith(".") and not ours


def load(path: Path) -> Loaded | Problem:
    """Read one file; nothing is waited for, and no more than 1 MB is read."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                return fault(path, 1, "not-a-file", "this is no ordinary file; name a text file")
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not valid"
        return fault(path, 1, "unreadable", f"{reason}; check the name and its permissions")
    if len(data) > MAX_BYTES:
        return fault(path, 1, "too-large", "the capture has over 1 MB; keep the article's part")
    return decode(path, data)


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
