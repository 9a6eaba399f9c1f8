"""The bytes of a file to the saved pages in it.

What a file is, its first bytes tell; its name counts only for HTML without any of the usual
beginnings.
"""

from collections.abc import Callable
from pathlib import Path

from ...archive.problems import Problem
from .inflating import GZIP, gunzip
from .mhtml import is_mhtml, open_mhtml
from .pages import MOST_BYTES, PAGE_BYTES, ContainerError, Opened, SavedPage
from .warc import is_warc, open_warc
from .webpage import is_html, page

__all__ = ["Opened", "SavedPage", "kind_of", "open_file"]

HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
# What begins so is no page that can be read here, and what to do about it.
FOREIGN = (
    (b"%PDF-", "a PDF", "paste its text into a .txt file"),
    (b"PK\x03\x04", "a ZIP file", "unpack it and name the page in it"),
    (b"bplist", "a web archive of Safari", "save the page as HTML, or paste its text"),
    (b"\x28\xb5\x2f\xfd", "compressed with Zstandard", "unpack it with `zstd -d`"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file", "unpack it and name the page in it"),
    (b"BZh", "compressed with bzip2", "unpack it with `bunzip2`"),
    (b"\xfd7zXZ\x00", "compressed with xz", "unpack it with `unxz`"),
    (b"\xff\xd8\xff", "a picture", "an import begins with a page, not with its pictures"),
    (b"\x89PNG", "a picture", "an import begins with a page, not with its pictures"),
    (b"GIF8", "a picture", "an import begins with a page, not with its pictures"),
    (b"filedesc://", "an ARC file", "make a WARC of it with `warcio recompress`"),
)


def kind_of(path: Path, data: bytes) -> str | None:
    """ "html", "mhtml", "warc", "gzip" or "foreign"; None for what may be plain text."""
    if any(data.startswith(mark) for mark, _, _ in FOREIGN):
        return "foreign"
    if data.startswith(GZIP):
        return "gzip"
    for kind, matches in (("warc", is_warc), ("mhtml", is_mhtml), ("html", is_html)):
        if matches(data):
            return kind
    return "html" if path.suffix.lower() in HTML_NAMES else None


def open_file(path: Path, data: bytes) -> Opened | Problem:
    """The pages of a file, or the one line that says why there are none."""
    try:
        return opened(path, data)
    except ContainerError as error:
        return Problem(str(path), 1, error.code, error.message)


def opened(path: Path, data: bytes) -> Opened:
    kind = kind_of(path, data)
    if kind == "gzip":
        data = gunzip(data, MOST_BYTES)
        kind = kind_of(path.with_suffix(""), data)
        if kind == "gzip":
            raise ContainerError("unknown-capture", "it is compressed twice; unpack it")
    if kind == "foreign":
        what, remedy = next(told for mark, *told in FOREIGN if data.startswith(mark))
        raise ContainerError("unknown-capture", f"this is {what}; {remedy}")
    if kind is None:
        message = "this is no saved page (HTML, MHTML, WARC); paste the text into a .txt file"
        raise ContainerError("unknown-capture", message)
    return OPENERS[kind](data)


def open_html(data: bytes) -> Opened:
    if len(data) > PAGE_BYTES:
        size = f"{PAGE_BYTES // 1_000_000} MB"
        raise ContainerError("too-large", f"the page has over {size}; save it without pictures")
    return Opened((page(data),))


OPENERS: dict[str, Callable[[bytes], Opened]] = {
    "html": open_html,
    "mhtml": open_mhtml,
    "warc": open_warc,
}
