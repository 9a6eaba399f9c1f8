"""Hand-written pages: our front matter and sanitised Markdown, for Pelican's PagesGenerator."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from ..archive import frontmatter
from ..archive.permalinks import page_address
from ..archive.text import render


def read_hand_page(path: Path) -> tuple[str, dict[str, str]]:
    """HTML and metadata of `content/pages/<name>.md`, as Pelican's readers return them.

    Typogrify is left to Pelican, which applies it after.
    """
    document = frontmatter.read(path.read_text("utf-8-sig").replace("\r\n", "\n"))
    body = render(document.body, f"pages/{path.name}", typographic=False)
    address = page_address(path.stem)
    metadata = {
        "title": str(document.values["title"]),
        "slug": path.stem,
        "save_as": address,
        "url": address,
    }
    return body.html, metadata


class Scratch:
    """An empty folder for Pelican to write into."""

    def __init__(self, cache: Path) -> None:
        self.folder = cache / "scratch"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """What was written, as (path, bytes); the folder is gone afterwards."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(self.folder).as_posix(), path.read_bytes()
        shutil.rmtree(self.folder)
