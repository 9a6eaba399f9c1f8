"""Compressed bytes, up to a limit: a few kilobytes may swell to gigabytes."""

import zlib
from gzip import BadGzipFile, GzipFile
from io import BytesIO

from .pages import MOST_BYTES, SAVE_AGAIN, ContainerError

GZIP = b"\x1f\x8b"


def gunzip(data: bytes, limit: int = MOST_BYTES) -> bytes:
    """All members of a gzip file; ContainerError for a broken one and for too much of it."""
    try:
        with GzipFile(fileobj=BytesIO(data)) as stream:
            inflated = stream.read(limit + 1)
    except EOFError as error:
        raise ContainerError("truncated", f"it ends in the middle; {SAVE_AGAIN}") from error
    except (BadGzipFile, zlib.error) as error:
        raise ContainerError("damaged", f"its compression is broken; {SAVE_AGAIN}") from error
    return within(inflated, limit)


def within(inflated: bytes, limit: int) -> bytes:
    if len(inflated) > limit:
        size = f"{limit // 1_000_000} MB"
        raise ContainerError("too-large", f"inflated it has over {size}; keep only what you need")
    return inflated


def undo(encodings: str, data: bytes, limit: int) -> bytes:
    """A body without its content encodings, the last of which was applied last.

    Crawlers often keep the header and store the body inflated: what doesn't begin as a
    compressed body does is taken as it is.
    """
    for name in reversed([name.strip().lower() for name in encodings.split(",")]):
        if name in ("gzip", "x-gzip"):
            data = gunzip(data, limit) if data.startswith(GZIP) else data
        elif name == "deflate":
            data = data if data.lstrip().startswith(b"<") else deflated(data, limit)
        elif name not in ("", "identity"):
            raise ContainerError("encoding", f"its encoding {name} can't be read here")
    return data


def deflated(data: bytes, limit: int) -> bytes:
    """With the header of zlib, as the standard says, or without, as some servers do."""
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflater = zlib.decompressobj(window)
        try:
            inflated = within(inflater.decompress(data, limit + 1), limit)
        except zlib.error:
            continue
        if not inflater.eof:
            raise ContainerError("truncated", f"it ends in the middle; {SAVE_AGAIN}")
        return inflated
    raise ContainerError("damaged", f"its compression is broken; {SAVE_AGAIN}")
