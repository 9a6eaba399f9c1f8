"""Pagefind's index of the site that Hugo made; it has no other way than to index it all."""

import shutil
from pathlib import Path

from ..cast import Record
from ..drafts import Draft
from ..systems import System
from .install import binary


class Pagefind(System):
    name = "pagefind"
    largest = 10_000  # at 100,000 it asked for more than 16 GB
    makes_articles = False

    def __init__(self, folder: Path, environment: Path) -> None:
        super().__init__(folder)
        self.site = folder.with_name("hugo") / "out"
        self.output = folder / "out"
        self.program = binary(environment, "pagefind_bin", "pagefind*")

    def prepare(self) -> None:
        """Hugo's templates carry the marks that Pagefind looks for."""
        self.folder.mkdir()

    def introduce(self, record: Record) -> None: ...

    def put(self, article: Draft) -> None: ...

    def retheme(self, mark: int) -> None: ...

    def forget(self) -> None:
        shutil.rmtree(self.output, ignore_errors=True)

    def command(self) -> list[str]:
        return [
            str(self.program),
            *("--site", str(self.site), "--output-path", str(self.output), "--quiet"),
        ]
