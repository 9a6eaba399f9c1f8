"""Offers turned into files of the new tree.

A file is written only if its bytes differ from those that are published.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..archive.library import Library
from ..archive.pages import Bundle, File, Gone, Offer, Page
from ..archive.scan import digest_of
from . import tree
from .render import Renderer


@dataclass(frozen=True, slots=True)
class Made:
    """What became of an offer: the digest of what is published at `path`; None: nothing is,
    and `gone` says whether something was."""

    path: str
    digest: bytes | None
    written: bool
    why: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes files under `root` with an open Library. `is_new`: the tree is made from nothing, so
    whatever is offered differs from what was published."""

    root: Path
    renderer: Renderer
    is_new: bool = False

    @property
    def library(self) -> Library:
        return self.renderer.library

    def make(self, offer: Offer) -> Made:
        if isinstance(offer, Gone):
            return Made(offer.path, None, written=False, why=offer.why)
        if isinstance(offer, Bundle):
            *_, made = self.steps(offer)
            assert made is not None
            return made
        return self.put(offer, self.renderer.render(offer))

    def make_all(self, offers: Sequence[Page | File]) -> list[Made]:
        return list(map(self.put, offers, self.renderer.render_all(offers)))

    def put(self, offer: Page | File, data: bytes) -> Made:
        if not data:
            return Made(offer.path, None, written=False, why=offer.why)
        digest = digest_of(data)
        differs = self.is_new or self.published(offer.path) != digest
        if differs:
            self.write(offer.path, data)
        return Made(offer.path, digest, differs, offer.why)

    def steps(self, offer: Bundle) -> Iterator[Made | None]:
        """Make a bundle, with a pause (None) after each file; what became of it comes last."""
        differs = self.published(offer.folder) != offer.key
        if differs:
            if (self.root / offer.folder).exists():
                tree.remove_file(self.root, offer.folder)
            for path, data in offer.make(self.library, self.renderer.site):
                self.write(path, data)
                yield None
        yield Made(offer.folder, offer.key, differs, offer.why)

    def write(self, path: str, data: bytes) -> None:
        (tree.put_file if self.is_new else tree.write_file)(self.root, path, data)

    def published(self, path: str) -> bytes | None:
        row = self.library.db.execute(
            "SELECT digest FROM published WHERE path = ?", (path,)
        ).fetchone()
        return row[0] if row else None
