"""The built site over HTTP, for this machine alone, and news of it for pages that are open."""

from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from .state import State

PAGE = Path(__file__).parent / "page"
OWN = "/-/"  # no page of a site stands there
BEAT = 15.0  # seconds; a page that left is noticed at the next one
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
# Said where there is no site yet, so that the first fault is shown like the others.
NO_SITE = (
    b"<!doctype html><html lang=en><head><meta charset=utf-8><title>No site yet</title></head>\
<body><p>There is no site yet.</p></body></html>"
)


class Server(ThreadingHTTPServer):
    """Serves `output`, which a build exchanges: each file is looked for by its path."""

    daemon_threads = True

    def __init__(self, port: int, output: Path, state: State) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.output = output
        self.state = state


class Handler(SimpleHTTPRequestHandler):
    """A file of the site, a page with what it needs to hear of builds, or the news."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def __init__(self, request: object, address: object, server: Server) -> None:
        super().__init__(request, address, server, directory=str(server.output))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if not self.is_from_here():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path == f"{OWN}events":
            self.send_news()
        elif path.startswith(OWN):
            self.send_own(path.removeprefix(OWN))
        else:
            self.send_site()

    def is_from_here(self) -> bool:
        """Whether the browser means this machine; another name for it may be a trap."""
        host = self.headers.get("Host", "").rpartition(":")[0]
        return host in ("127.0.0.1", "localhost")

    def send_site(self) -> None:
        file = Path(self.translate_path(self.path))
        if file.is_dir():
            file /= "index.html"
        if file.suffix == ".html":
            self.send_page(file)
        elif file.is_file():
            super().do_GET()
        else:
            self.send_page(file)

    def send_page(self, file: Path) -> None:
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        for name in (file, self.server.output / "404.html"):
            try:
                page = name.read_bytes()
                break
            except OSError:
                page = NO_SITE
        self.send_bytes(status, "text/html; charset=utf-8", listening(page, self.server.state))

    def send_own(self, name: str) -> None:
        file = PAGE / name
        if file.name != name or file.suffix not in TYPES or not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self.send_bytes(HTTPStatus.OK, TYPES[file.suffix], file.read_bytes())

    def send_bytes(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def send_news(self) -> None:
        """What is so now, and whatever comes, until the page or the server goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        self.close_connection = True
        state, number = self.server.state, -1
        try:
            while not state.is_over:
                news = state.after(number, BEAT)
                self.wfile.write(f"data: {news}\n\n".encode() if news else b":\n\n")
                self.wfile.flush()
                number = news.number if news else number
        except OSError:
            pass  # the page has gone

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """The terminal is for builds."""


def listening(page: bytes, state: State) -> bytes:
    """A page with the script that hears of builds; it knows which one it is of."""
    own = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<script src="{OWN}preview.js?{state.news.build}" defer></script></head>'
    )
    return page.replace(b"</head>", own.encode(), 1)
