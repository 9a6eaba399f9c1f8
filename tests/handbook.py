"""Reads the pages of docs/handbook, and does what they say, as a curator would.

Every fenced block is of a kind that is told by the words behind its fence:

- `sh`: commands, typed one after the other; each must exit 0. `sh fails`: one exits otherwise.
- `sh serve`: runs until it is stopped. `sh network`: asks other machines; here one that stands in.
- `text` behind such a block: what is seen. `...` stands for anything, in a line or for lines.
- `yaml content/...`, `text inbox/...` and so on: a file that is saved with these words.
- `diff content/...`: an edit of that file; lines with `-` go, lines with `+` come.
"""

import os
import re
import shutil
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.building import NEEDED, ROOT
from tests.pictures import drawn, exif, saved

PAGES = ROOT / "docs" / "handbook"
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What a clone of the project has, and a curator needs.
CLONED = (
    "Makefile",
    "tasks.py",
    "pelicanconf.py",
    "publishconf.py",
    "pyproject.toml",
    ".gitignore",
)
LOCKS = ("requirements.lock", "requirements-dev.lock")
FOLDERS = ("plugins", "theme", "content", "docs")
CURATOR = {"name": "A. Curator", "email": "curator@archive.example"}
KEPT = "--exclude .venv --exclude .cache --exclude output"
ADDRESS = re.compile(r"https?://(?=[^\s\"'])")


@dataclass(frozen=True, kw_only=True)
class Block:
    kind: str
    path: str
    text: str
    line: int


def blocks(page: str) -> list[Block]:
    found = []
    for match in FENCE.finditer(page):
        words = match[1].split()
        line = page.count("\n", 0, match.start()) + 1
        is_file = len(words) == 2 and "/" in words[1]
        kind = (
            words[0] if is_file and words[0] == "diff" else "file" if is_file else " ".join(words)
        )
        path = words[1] if is_file else ""
        found.append(Block(kind=kind, path=path, text=match[2], line=line))
    return found


def make_clone(folder: Path) -> Path:
    """The project as a curator has it, its content committed, and a repository to push to."""
    clone = folder / "archive"
    clone.mkdir(parents=True)
    skipped = shutil.ignore_patterns("__pycache__", "captures", "screenshots", "decisions")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, clone / name, ignore=skipped)
    for name in (*CLONED, *LOCKS):  # with their times: `make` compares them with .venv
        shutil.copy2(ROOT / name, clone / name)
    (clone / ".venv").symlink_to(ROOT / ".venv")
    (clone / "content/captures").mkdir()
    shutil.copy(ROOT / "content/captures/README.md", clone / "content/captures")
    curator = Curator(clone)
    curator.must("git init --quiet --bare --initial-branch main ../origin.git")
    curator.must("git init --quiet --initial-branch main")
    curator.must("git add . && git commit --quiet --message 'The archive as it is'")
    curator.must("git remote add origin ../origin.git && git push --quiet -u origin main")
    curator.must("git tag the-archive-as-it-is && make build")
    return clone


def begin_again(clone: Path, *, at: str) -> None:
    """Nothing but what is committed there. Caches and site stay: a build goes on from them."""
    curator = Curator(clone)
    curator.must("git switch --quiet main && git clean --quiet -dfx " + KEPT)
    curator.must(f"git reset --quiet --hard {at}")
    for branch in curator.must("git branch --format '%(refname:short)'").split():
        if branch != "main":
            curator.must(f"git branch --quiet -D {branch} && git push --quiet origin :{branch}")


@dataclass
class Curator:
    """Follows pages in a clone; `instead` holds words of theirs with others to use for them."""

    clone: Path
    instead: Mapping[str, str] = field(default_factory=dict)
    judges_output: bool = True

    def follow(self, name: str) -> None:
        """Do all that a page says; the photographs that it speaks of are in the inbox."""
        page = (PAGES / name).read_text("utf-8")
        for old, new in self.instead.items():
            page = page.replace(old, new)
        put_photographs(self.clone / "inbox")
        self.do(blocks(page), name)

    def do(self, of_page: list[Block], name: str) -> None:
        seen = None
        for block in of_page:
            where = f"{name}:{block.line}"
            if block.kind == "file":
                self.save(block)
            elif block.kind == "diff":
                self.edit(block, where)
            elif block.kind == "text":
                assert seen is not None, f"{where}: output of nothing"
                if self.judges_output:
                    shown = seen.replace(str(self.clone), "/archive")
                    assert expected(block.text).search(shown), f"{where}: not seen in\n{shown}"
                seen = None
            else:
                seen = self.type(block, where)

    def save(self, block: Block) -> None:
        path = self.clone / block.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.parent.name != "inbox":
            path.write_text(block.text, encoding="utf-8")

    def edit(self, block: Block, where: str) -> None:
        path = self.clone / block.path
        text = path.read_text("utf-8")
        lines = block.text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] != "+")
        new = "".join(line[1:] for line in lines if line[0] != "-")
        assert text.count(old) == 1, f"{where}: this stands {text.count(old)} times in the file"
        path.write_text(text.replace(old, new), encoding="utf-8")

    def type(self, block: Block, where: str) -> str:
        match block.kind:
            case "sh" | "sh fails":
                code, seen = self.run(block.text)
                assert bool(code) == (block.kind == "sh fails"), (
                    f"{where}: exit code {code}\n{seen}"
                )
            case "sh serve":
                seen = self.serve(block.text)
            case "sh network":
                with a_network(self.clone / "content") as (here, options):
                    code, seen = self.run(block.text.replace("inv links", f"inv links {options}"))
                seen = seen.replace(here, "https://")
                assert code == 0, f"{where}: exit code {code}\n{seen}"
            case _:
                raise AssertionError(f'{where}: no block is called "{block.kind}"')
        return seen

    def must(self, command: str) -> str:
        code, seen = self.run(command)
        assert code == 0, seen
        return seen

    def run(self, commands: str) -> tuple[int, str]:
        """What the shell says to them, as a curator sees it; it stops at the first that fails."""
        done = subprocess.run(
            ["sh", "-e", "-c", commands],
            cwd=self.clone,
            env=surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
            check=False,
        )
        return done.returncode, done.stdout.decode()

    def serve(self, command: str) -> str:
        """Let it run until it says where the site is, and stop it as Ctrl-C does."""
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        process = subprocess.Popen(
            ["sh", "-c", f'exec {command.strip()} ARGS="--port {port}"'],
            cwd=self.clone,
            env=surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert process.stdout is not None
        watchdog = threading.Timer(120, os.killpg, (process.pid, signal.SIGKILL))
        watchdog.start()
        seen = ""
        try:
            for line in process.stdout:
                seen += line
                if f"127.0.0.1:{port}" in line:
                    break
        finally:
            os.killpg(process.pid, signal.SIGINT)
            process.stdout.read()
            process.wait()
            watchdog.cancel()
        return seen.replace(str(port), "8000")


def expected(text: str) -> re.Pattern[str]:
    lines = []
    for line in text.splitlines():
        if line.strip() == "...":
            lines.append(r"(?:.*\n)*?")
        else:
            lines.append(".*?".join(re.escape(part) for part in line.split("...")) + r"[ ]*\n")
    return re.compile("^" + "".join(lines), re.MULTILINE)


def surroundings() -> dict[str, str]:
    """Of this process what a command needs; and of git, nothing that is set on this machine."""
    kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
    git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for role in ("AUTHOR", "COMMITTER"):
        git |= {f"GIT_{role}_{key.upper()}": value for key, value in CURATOR.items()}
    return (
        kept | git | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1", "LC_ALL": "C.UTF-8"}
    )


def put_photographs(inbox: Path) -> None:
    """One that tells where it was taken, and one that a browser saved with its page."""
    (inbox / "hall_files").mkdir(parents=True, exist_ok=True)
    (inbox / "engine.jpg").write_bytes(saved(drawn(), exif=exif(gps=True)))
    (inbox / "hall_files/hall.jpg").write_bytes(saved(drawn()))


class Answers(BaseHTTPRequestHandler):
    """Every page is there but those of one host."""

    def do_HEAD(self) -> None:
        self.send_response(404 if "/gone.example/" in self.path else 200)
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815  # the library's name

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def a_network(content: Path) -> Iterator[tuple[str, str]]:
    """Point all addresses of the content to a server here: its own, and options that reach it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        here = f"http://127.0.0.1:{server.server_port}/"
        for path in [*content.rglob("*.md"), *content.rglob("*.yaml")]:
            path.write_text(ADDRESS.sub(here, path.read_text("utf-8")), encoding="utf-8")
        yield here, "--allow-local --delay 0"
        server.shutdown()
