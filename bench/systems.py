"""What every measured system can do, and the list of them."""

import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from .cast import Record
from .drafts import Draft


class System(ABC):
    """A generator with a folder of its own: its articles in its format, its output.

    `largest` is the size beyond which it isn't asked, because it would take hours or all
    memory; the bench says so. `makes_articles`: its output has `articles/2021/name.html`.
    """

    name: ClassVar[str]
    makes_articles: ClassVar[bool] = True
    largest: ClassVar[int | None] = None

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "out"

    @abstractmethod
    def prepare(self) -> None:
        """Make the folder, with settings and templates."""

    @abstractmethod
    def introduce(self, record: Record) -> None:
        """Write a record that articles will name."""

    @abstractmethod
    def put(self, article: Draft) -> None:
        """Write one article, or write it anew."""

    @abstractmethod
    def retheme(self, mark: int) -> None:
        """Change what stands on every page, differently for each mark."""

    @abstractmethod
    def forget(self) -> None:
        """Delete output and caches."""

    @abstractmethod
    def command(self) -> list[str]:
        """What builds the site."""

    @property
    def env(self) -> dict[str, str]:
        """No colours, no pager, and no settings of whoever runs the bench."""
        kept = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")
        return {name: os.environ[name] for name in kept if name in os.environ}


Maker = Callable[[Path], System]
