"""A page and its pictures in one file (RFC 2557), as browsers and mail programs save it."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from urllib.parse import urljoin

from . import webpage
from .pages import PAGE_BYTES, PICTURE_BYTES, SAVE_AGAIN, ContainerError, Opened

# What such a file begins with: headers, and among them one that says so.
HEADERS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*[A-Za-z][A-Za-z-]*:")
RELATED = re.compile(
    rb"^Content-Type:\s*(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE
)
HEAD = 8_192
PAGES = ("text/html", "application/xhtml+xml")


def is_mhtml(data: bytes) -> bool:
    head = data[:HEAD]
    return HEADERS.match(head) is not None and RELATED.search(head) is not None


def open_mhtml(data: bytes) -> Opened:
    """The page of the file; pages that it shows in frames are passed over and named."""
    message = parsed(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    parts = [part for part in message.walk() if not part.is_multipart()]
    pages = [part for part in parts if part.get_content_type() in PAGES]
    if not pages:
        raise ContainerError("no-page", f"no part of it is an HTML page; {SAVE_AGAIN}")
    root = root_of(message, pages)
    cut = any(
        isinstance(defect, CloseBoundaryNotFoundDefect)
        for part in message.walk()
        for defect in part.defects
    )
    if cut and root is parts[-1]:
        raise ContainerError("truncated", f"it ends in the middle of the page; {SAVE_AGAIN}")
    html = body(root)
    if len(html) > PAGE_BYTES:
        raise ContainerError("too-large", f"its page has over {PAGE_BYTES // 1_000_000} MB")
    address = header(message, "Snapshot-Content-Location") or located(root)
    page = webpage.page(
        html,
        container="mhtml",
        charset=root.get_content_charset(),
        address=address,
        captured=webpage.day_of(header(message, "Date") or ""),
        pictures=dict(pictures(parts, address)),
    )
    frames = (located(part) or "no address" for part in pages if part is not root)
    notes = [f"a frame of the page was passed over: {frame}" for frame in frames]
    if cut:
        notes.append("the file ends in the middle: pictures may be missing")
    return Opened((page,), tuple(notes))


def parsed(data: bytes) -> "Message[str, str]":
    try:
        return message_from_bytes(data)
    except RecursionError as error:
        message = f"its parts lie too deep in each other; {SAVE_AGAIN}"
        raise ContainerError("damaged", message) from error


def root_of(message: Message, pages: list[Message]) -> Message:
    """The part that the file says is the page, or whose address is the file's; the first."""
    start, address = message.get_param("start"), header(message, "Snapshot-Content-Location")
    for page in pages:
        if isinstance(start, str) and start.strip() == header(page, "Content-ID"):
            return page
    return next((page for page in pages if address and located(page) == address), pages[0])


def pictures(parts: list[Message], base: str | None) -> Iterator[tuple[str, bytes]]:
    """Pictures by `cid:` and by address, as the page may name either; relative ones too."""
    for part in parts:
        if part.get_content_maintype() != "image":
            continue
        data = body(part)
        if not 0 < len(data) <= PICTURE_BYTES:
            continue
        name = header(part, "Content-ID")
        if name:
            yield f"cid:{name.strip('<>')}", data
        address = located(part)
        if address:
            yield address, data
            if base and "://" not in address:
                yield urljoin(base, address), data


def body(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def located(part: Message) -> str | None:
    return header(part, "Content-Location")


def header(part: Message, name: str) -> str | None:
    """A header on one line. A long address may be folded: no space belongs into it."""
    value = part.get(name)
    if value is None:
        return None
    lines = [line.strip() for line in str(value).splitlines()]
    return ("" if "location" in name.lower() else " ").join(lines) or None
