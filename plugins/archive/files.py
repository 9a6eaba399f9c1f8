"""Files of the content folder: which there are, and the text of one, with what is wrong."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

from .characters import CONTROL, control_fault

MAX_BYTES = 1_000_000
MERGE_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: |$)", re.MULTILINE)

Fault = tuple[int, str, str]  # line, code, message


def walk(folder: Path) -> list[tuple[str, str]]:
    """Every file below `folder` as (path, "file" or what else it is), sorted by path.

    Links are not followed; a folder that can't be opened is "unreadable".
    """
    found: list[tuple[str, str]] = []
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = list(os.scandir(folder / prefix))
        except OSError:
            found.append((prefix.rstrip("/"), "unreadable"))
            continue
        for entry in entries:
            path, kind = f"{prefix}{entry.name}", kind_of(entry)
            if kind == "folder":
                waiting.append(f"{path}/")
            else:
                found.append((path, kind))
    return sorted(found)


def kind_of(entry: "os.DirEntry[str]") -> str:
    if entry.is_symlink():
        return "symlink"
    if entry.is_dir():
        return "folder"
    return "file" if entry.is_file() else "special"


def read(file: Path, most: int = MAX_BYTES) -> tuple[bytes | None, list[Fault]]:
    """The bytes of a file, or None and why they can't be had."""
    try:
        data = read_bytes(file, most)
    except OSError as error:
        return None, [(1, "unreadable", f"{error.strerror}; check its permissions")]
    if data is None:
        return None, [(1, "not-a-file", "this is no ordinary file; remove it")]
    if len(data) > most:
        message = f"the file has over {most // 1_000_000} MB; shorten or split it"
        return None, [(1, "too-large", message)]
    return data, []


def read_bytes(file: Path, most: int = MAX_BYTES) -> bytes | None:
    """Up to one byte more than is allowed; None for a pipe, a device or a folder.

    Opened without waiting or following, and looked at once open: what `walk` saw may have
    changed.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(file, flags | getattr(os, "O_BINARY", 0)), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            return None
        return stream.read(most + 1)


def decode(data: bytes) -> tuple[str | None, list[Fault]]:
    """UTF-8 with or without a mark, lines ended by LF or CR LF; None where there are faults."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        # `error.object` rather than `data`: a byte order mark is not counted in `start`.
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = error.object[error.start]
        return None, [(line, "not-utf-8", f"byte {byte:#04x} is not UTF-8; save as UTF-8")]
    faults = list(text_faults(text))
    return (None if faults else text), faults


def text_faults(text: str) -> Iterator[Fault]:
    """Merge markers and control characters; of the latter, the first of a line."""
    if not (MERGE_MARKER.search(text) or CONTROL.search(text)):
        return  # the common case, a hundred times faster than line by line
    for number, row in enumerate(text.split("\n"), start=1):
        if MERGE_MARKER.match(row):
            yield number, "merge-marker", "a merge was left unfinished; resolve it"
        bad = CONTROL.search(row)
        if bad:
            yield number, "control-character", control_fault(bad[0])
