"""A web archive (ISO 28500): what servers answered, a record each; several pages in one file."""

from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass, field, replace
from datetime import date
from email.message import Message
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from . import webpage
from .inflating import undo
from .pages import PAGE_BYTES, PICTURE_BYTES, SAVE_AGAIN, ContainerError, Opened, SavedPage

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PAGES = ("text/html", "application/xhtml+xml")
ANSWERS = ("response", "resource")
HTTP = ("http://", "https://")
MOST_NAMED = 20  # of what was passed over; the rest is counted


@dataclass(slots=True)
class Found:
    """What a reading of the records has come to."""

    pages: list[SavedPage] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


def is_warc(data: bytes) -> bool:
    return data.startswith(b"WARC/")


def open_warc(data: bytes) -> Opened:
    """Its pages in order, each with all pictures of the file; notes tell of the other records."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    found = Found()
    # warcio writes to the terminal where a record is longer than it says.
    with redirect_stderr(StringIO()) as said:
        try:
            for number, record in enumerate(ArchiveIterator(BytesIO(data)), start=1):
                take(record, number, found)
        except (ArchiveLoadFailed, AttributeError, ValueError) as error:
            # The latter two where a record has no address, or one that is none.
            raise ContainerError("damaged", f"a record can't be read; {SAVE_AGAIN}") from error
    if said.getvalue():
        raise ContainerError("damaged", f"a record is longer than it says; {SAVE_AGAIN}")
    if not found.pages:
        seen = "; ".join(list(notes(found))[:3]) or "it has no records"
        raise ContainerError("no-page", f"no answer of a server in it is an HTML page ({seen})")
    pages = tuple(replace(page, pictures=found.pictures) for page in found.pages)
    return Opened(pages, tuple(notes(found)))


def take(record: "ArcWarcRecord", number: int, found: Found) -> None:
    """A page, a picture, or a record to be passed over."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "revisit":
        found.passed.append(f"revisit record: {address}: it only says that nothing had changed")
        return
    if record.rec_type not in ANSWERS or not address.startswith(HTTP):
        return
    kind, charset = content_type(record)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if kind in PAGES and status != "200":
        found.passed.append(f"status {status}: {address}")
    elif kind in PAGES:
        take_page(record, number, found, address, charset)
    elif kind.startswith("image/") and status == "200":
        take_picture(record, found, address)
    else:
        found.others[kind or "no type"] += 1


def take_page(
    record: "ArcWarcRecord", number: int, found: Found, address: str, charset: str | None
) -> None:
    try:
        data = body(record, PAGE_BYTES)
        page = webpage.page(
            data,
            container="warc",
            charset=charset,
            address=address,
            captured=day(record),
            member=f"record {number}",
        )
    except ContainerError as error:
        if error.code == "truncated":
            raise ContainerError(error.code, f"record {number}, {address}: {error}") from error
        found.passed.append(f"record {number}: {address}: {error}")
        return
    cut = record.rec_headers.get_header("WARC-Truncated")
    if cut:
        page = replace(page, notes=(*page.notes, f"the crawler cut the page off ({cut})"))
    found.pages.append(page)


def take_picture(record: "ArcWarcRecord", found: Found, address: str) -> None:
    try:
        found.pictures.setdefault(address, body(record, PICTURE_BYTES))
    except ContainerError as error:
        found.passed.append(f"picture {address}: {error}")


def body(record: "ArcWarcRecord", limit: int) -> bytes:
    """What the server sent, put together from its chunks and without its content encoding."""
    from warcio.bufferedreaders import ChunkedDataReader

    stream, headers = record.raw_stream, record.http_headers
    transfer = (headers.get_header("Transfer-Encoding") if headers else None) or ""
    if transfer.strip().lower() == "chunked":
        data: bytes = ChunkedDataReader(stream).read()
        stream.read()
    else:
        data = stream.read()
    if getattr(stream, "limit", 0):
        raise ContainerError("truncated", f"the file ends in the middle of it; {SAVE_AGAIN}")
    if not data:
        raise ContainerError("empty", "the record has no body")
    encoding = headers.get_header("Content-Encoding") if headers else None
    return undo(encoding or "", data, limit)


def content_type(record: "ArcWarcRecord") -> tuple[str, str | None]:
    """The type of an answer, and the character set that the server named."""
    headers = record.http_headers or record.rec_headers
    message = Message()
    message["Content-Type"] = " ".join((headers.get_header("Content-Type") or "").split())
    if not message["Content-Type"]:
        return "", None
    return message.get_content_type(), message.get_content_charset()


def day(record: "ArcWarcRecord") -> date | None:
    return webpage.day_of(record.rec_headers.get_header("WARC-Date") or "")


def notes(found: Found) -> Iterator[str]:
    for line in found.passed[:MOST_NAMED]:
        yield f"passed over: {line}"
    if len(found.passed) > MOST_NAMED:
        yield f"passed over: {len(found.passed) - MOST_NAMED} more records"
    if found.others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(found.others.items()))
        yield f"passed over: other files: {kinds}"
