"""One article of the content folder, read when it is asked for."""

from pathlib import Path

from ..content import Content, read_file
from ..model import Article


def read_article(folder: Path, id_: str) -> Article | None:
    """The article as its file is now; None where it is gone or can't be read."""
    content, path = Content(folder), f"articles/{id_}.md"
    if not (folder / path).is_symlink():
        read_file(content, path, "file")
    return content.articles.get(id_)
