"""A plain static host on this machine, which knows a site under a sub-path only."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

SUB_PATH = "/sub/path"
# What hosts compress, as most do by themselves.
TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address of a folder's files, with a trailing slash, for as long as it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_for(folder)) as server:
        # It looks so often whether it should stop; twice a second, and each test waits for that.
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}/"
        finally:
            server.shutdown()


def handler_for(folder: Path) -> type[SimpleHTTPRequestHandler]:
    """Files below the sub-path, compressed where asked; for all the rest the site's 404 page."""

    class StaticHost(SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # head and body go out apart: 40 ms a file otherwise

        def __init__(self, *args: object) -> None:
            super().__init__(*args, directory=str(folder))

        def translate_path(self, path: str) -> str:
            inside = path.startswith(f"{SUB_PATH}/")
            return super().translate_path(path.removeprefix(SUB_PATH)) if inside else ""

        def send_head(self) -> BytesIO | BinaryIO | None:
            path = Path(self.translate_path(self.path))
            takes = "gzip" in self.headers.get("Accept-Encoding", "")
            if not takes or path.suffix not in TEXTS or not path.is_file():
                return super().send_head()
            body = gzip.compress(path.read_bytes(), 6)
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            return BytesIO(body)

        def list_directory(self, _: object) -> None:
            self.send_error(HTTPStatus.NOT_FOUND)

        def send_error(self, code: int, message: str | None = None, _: str | None = None) -> None:
            page = folder / "404.html"
            body = page.read_bytes() if page.exists() else b""
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD" and code >= HTTPStatus.OK:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return StaticHost
