"""A static host on this machine that compresses as one on the net does, and keeps account."""

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEVEL = 6  # what nginx, Apache and others are commonly set to


@dataclass(frozen=True, slots=True)
class Transfer:
    """A file that was sent: its path below the site's address, and the bytes of the compressed
    body. Headers are not counted."""

    path: str
    bytes: int


class Host:
    """Where a site stands, and what was sent since somebody last asked."""

    def __init__(self, address: str, sent: list[Transfer]) -> None:
        self.address = address
        self.sent = sent

    def account(self) -> tuple[Transfer, ...]:
        """What was sent since the last call."""
        found = tuple(self.sent)
        del self.sent[: len(found)]
        return found


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder; the address ends with a slash."""
    sent: list[Transfer] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_for(folder, sent)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Host(f"http://127.0.0.1:{server.server_address[1]}/", sent)
        finally:
            server.shutdown()


def handler_for(folder: Path, sent: list[Transfer]) -> type[BaseHTTPRequestHandler]:
    files = cache(read)

    class StaticHost(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # head and body go out apart: 40 ms a file otherwise

        def do_GET(self) -> None:  # the name is the library's
            path = unquote(urlsplit(self.path).path).lstrip("/")
            body = files(folder, path)
            status = HTTPStatus.NOT_FOUND if body is None else HTTPStatus.OK
            sent.append(Transfer(path, len(body or b"")))
            self.send_response(status)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "text/html")
            self.send_header("Content-Length", str(len(body or b"")))
            if body:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None:
            """Nobody reads along."""

    return StaticHost


def read(folder: Path, path: str) -> bytes | None:
    """The compressed bytes of a file in a folder; None if there is none."""
    file = (folder / path).resolve()
    if not file.is_relative_to(folder.resolve()) or not file.is_file():
        return None
    return compressed(file.read_bytes())


def compressed(data: bytes) -> bytes:
    return gzip.compress(data, LEVEL, mtime=0)
