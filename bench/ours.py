"""Cuttings itself: a copy of its code, called as a curator calls it."""

import compileall
import shutil
import sys
from pathlib import Path

from .cast import Record
from .drafts import Draft
from .make_archive import write_article, write_record
from .systems import System

PARTS = ("plugins", "theme", "pelicanconf.py", "tasks.py")
BASE = "theme/templates/base.html"
SHEET = "theme/static/css/base.css"


class Ours(System):
    name = "ours"

    def __init__(self, folder: Path, code: Path) -> None:
        super().__init__(folder)
        self.original = code
        self.code = folder / "code"
        self.content = folder / "content"
        self.cache = folder / "cache"

    def prepare(self) -> None:
        self.code.mkdir(parents=True)
        for part in PARTS:
            copy(self.original / part, self.code / part)
        # Compiling Python is set-up, not building.
        compileall.compile_dir(self.code, quiet=2)

    def introduce(self, record: Record) -> None:
        write_record(self.content, record)

    def put(self, article: Draft) -> None:
        write_article(self.content, article)

    def retheme(self, mark: int) -> None:
        change(self.original / BASE, self.code / BASE, "</body>", f"<!-- {mark} -->\n</body>")
        change(self.original / SHEET, self.code / SHEET, "", f"/* {mark} */\n")

    def forget(self) -> None:
        for place in (self.output, self.cache):
            shutil.rmtree(place, ignore_errors=True)

    def command(self) -> list[str]:
        folders = ["--content", self.content, "--output", self.output, "--cache", self.cache]
        invoke = ["-m", "invoke", "--search-root", self.code, "build"]
        return [sys.executable, *map(str, (*invoke, *folders))]


def copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy2(source, target)


def change(original: Path, target: Path, before: str, after: str) -> None:
    """Write `original` to `target` with the first `before` replaced."""
    text = original.read_text("utf-8")
    if before not in text:
        raise ValueError(f"{original.name} has no {before}; the theme job must look for another")
    target.write_text(text.replace(before, after, 1), "utf-8")
