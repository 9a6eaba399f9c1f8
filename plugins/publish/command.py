"""`inv build` and `inv serve`: Pelican's run with other folders, and a look at its result."""

import logging
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import perf_counter


def build_site(settings: Path, *, content: Path, output: Path, cache: Path, site_url: str) -> int:
    """Build as `python -m pelican` would, into the given folders; the exit code."""
    started = perf_counter()
    from pelican import Pelican, log, read_settings

    log.init(logging.WARNING, name="pelican")
    # Pelican's closing line counts its own articles, of which there are none here.
    log.console.quiet = True
    try:
        pelican = Pelican(
            read_settings(
                str(settings),
                override={
                    "PATH": str(content.absolute()),
                    "OUTPUT_PATH": str(output.absolute()),
                    "CACHE_PATH": str(cache.absolute()),
                    "SITEURL": site_url,
                },
            )
        )
        pelican.run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    seconds = perf_counter() - started
    articles = len(pelican.settings["CONTENT"].articles)
    files = sum(1 for path in output.rglob("*") if path.is_file())
    print(f"{articles} articles, {files} files in {output} ({seconds:.1f} s)")
    return 0


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
