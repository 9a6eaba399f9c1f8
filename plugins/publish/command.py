"""`inv serve`: a look at the built site."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


def serve_site(output: Path, port: int) -> None:
    """Serve a folder on this machine alone until it is interrupted."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(output))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        print(f"cuttings: port {port}: {error.strerror}; name another with --port", file=sys.stderr)
        raise SystemExit(1) from error
    print(f"http://127.0.0.1:{port}/  (Ctrl-C ends it)")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
