"""`inv serve` as an open page sees it: how long after something is saved it is told to reload."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from signal import SIGINT
from time import perf_counter

from ..measure import CommandError

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/")
PATIENCE = 600  # seconds: the first build of a large archive


class Page:
    """An open page's end of the news."""

    def __init__(self, port: int) -> None:
        self.port = port
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("GET", "/-/events")
        self.news: HTTPResponse = connection.getresponse()

    def build(self) -> str:
        """The next site's name; CommandError if it was refused."""
        while True:
            line = self.news.readline().decode()
            if line.startswith("data: "):
                told = json.loads(line.removeprefix("data: "))
                if told["problems"]:
                    raise CommandError("\n".join(told["problems"]))
                return str(told["build"])

    def until_told(self, save: Callable[[], None], path: str, words: str) -> float:
        """Seconds from the beginning of `save` until the page at `path` was told to reload and has
        been fetched; then it must say `words`."""
        started = perf_counter()
        save()
        self.build()
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", f"/{path}")
        page = connection.getresponse().read().decode()
        connection.close()
        took = perf_counter() - started
        if words not in page:
            raise CommandError(f"inv serve: {path} was served without {words!r}")
        return took


@contextmanager
def served(code: Path, env: dict[str, str], *folders: str) -> Iterator[Page]:
    """A page of the site while it is served, once it has been built."""
    command = [sys.executable, "-m", "invoke", "--search-root", str(code), "serve", "--port", "0"]
    env = env | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, *folders], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            assert process.stdout is not None
            found = ADDRESS.search(process.stdout.readline())
            if found is None:
                raise CommandError(f"inv serve gave no address: {process.stdout.read()}")
            page = Page(int(found[1]))
            page.build()  # what stands there before
            page.build()  # the first build
            yield page
        finally:
            process.send_signal(SIGINT)
