"""A small archive, and a server on this machine that answers in every way that matters."""

import socket
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from time import monotonic, sleep

import pytest

from plugins.links.command import Choices, check_links
from tests.archives import write_article, write_record

DAY = date(2026, 5, 1)
NEXT = date(2026, 5, 2)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        server, path = self.server, self.path.partition("?")[0]
        server.seen.append((self.command, self.path, self.headers["User-Agent"], monotonic()))
        with server.count:
            server.now += 1
            server.most = max(server.most, server.now)
        try:
            self.reply(server, path)
        finally:
            with server.count:
                server.now -= 1

    def reply(self, server, path):
        if path == "/slow":
            sleep(server.slowness)
        if path in server.endless:
            return self.pour()
        if path in server.trickling:
            return self.trickle()
        status, headers, body = server.pages.get(path, (404, {}, b""))
        if callable(status):
            status = status(self)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        return None

    def pour(self):
        """A page without an end."""
        self.send_response(405 if self.command == "HEAD" else 200)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            while self.command == "GET":
                self.wfile.write(b"x" * 65_536)
                self.server.poured += 65_536
        except OSError:
            pass

    def trickle(self):
        """An answer that comes a sign at a time, and never to its point."""
        self.close_connection = True
        try:
            self.wfile.write(b"HTTP/1.")
            for _ in range(100):
                sleep(0.2)
                self.wfile.write(b"1")
        except OSError:
            pass

    def log_message(self, *_):
        pass


class Local(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.endless, self.trickling, self.seen = {}, set(), set(), []
        self.slowness = 2  # seconds, more than a test waits
        self.count, self.now, self.most, self.poured = Lock(), 0, 0, 0

    @property
    def base(self):
        return f"http://127.0.0.1:{self.server_address[1]}"

    def asked(self, path=None):
        return [(method, at) for method, at, _, _ in self.seen if path in (None, at)]


@pytest.fixture
def server():
    local = Local()
    Thread(target=local.serve_forever, args=(0.01,), daemon=True).start()
    yield local
    local.shutdown()
    local.server_close()


@pytest.fixture
def closed():
    """The address of a port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    return f"http://127.0.0.1:{port}/x"


@pytest.fixture
def archive(tmp_path):
    """An archive with no article yet, and how to ask its addresses."""
    return Archive(tmp_path)


class Archive:
    def __init__(self, folder):
        self.content, self.cache = folder / "content", folder / ".cache"
        write_record(self.content, "sources", "paper")
        self.said = []

    def add(self, name="one", **keys):
        return write_article(self.content, f"2021/{name}", "Text.", title=name, **keys)

    def links(self, today=DAY, **choices):
        """What was said; `code` keeps the exit code."""
        self.said = []
        given = {"delay": 0.01, "timeout": 1.0, "allow_local": True, **choices}
        self.code = check_links(
            self.content, self.cache, Choices(**given), today=today, show=self.said.append
        )
        return "\n".join(self.said)

    @property
    def record(self):
        file = self.content / "links.yaml"
        return file.read_text("utf-8") if file.exists() else None
