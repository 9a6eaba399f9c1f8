"""Hand-written pages: our front matter and sanitised Markdown, for Pelican's PagesGenerator."""

from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from ..archive import frontmatter
from ..archive.permalinks import page_address
from ..archive.text import render


class HandPageReader(BaseReader):  # type: ignore[misc]  # Pelican has no annotations
    """Reads `content/pages/<name>.md`. Typogrify is left to Pelican, which applies it after."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        path = Path(source_path)
        document = frontmatter.read(path.read_text("utf-8-sig").replace("\r\n", "\n"))
        body = render(document.body, f"pages/{path.name}", typographic=False)
        name = path.stem
        metadata = {
            "title": str(document.values["title"]),
            "slug": name,
            "save_as": page_address(name),
            "url": page_address(name),
        }
        return body.html, metadata
