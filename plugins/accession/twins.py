"""Articles that are there already: the same address, text, or title, day and source.

Only files that hold the address, the day or a line of the text are read in full.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..archive import files, frontmatter
from ..archive.content import Content, read_file
from ..archive.likeness import likeness
from ..archive.model import Article, FrontMatter
from ..archive.reading import read_record
from .drafts import Draft

LONG = 60  # signs of a line that no two texts share by chance


def article_of(draft: Draft) -> Article | None:
    """The draft as it will be read; None where it has faults."""
    try:
        document = frontmatter.read(draft.text)
    except frontmatter.FrontMatterError:
        return None
    front, _ = read_record(FrontMatter, document.values)
    if front is None:
        return None
    keys = {key: getattr(front, key) for key in FrontMatter.__dataclass_fields__}
    return Article(id=draft.id, body=document.body, **keys)


def twins(folder: Path, paths: Iterable[str], draft: Draft) -> list[tuple[str, str]]:
    """Paths of articles like the draft, with what they have in common."""
    article = article_of(draft)
    if article is None:
        return []
    mine = {value: name for _, name, value in likeness(article)}
    found = []
    for path in candidates(folder, paths, article):
        content = Content(folder.absolute())
        read_file(content, path, "file")
        for other in content.articles.values():
            same = [mine[value] for _, _, value in likeness(other) if value in mine]
            if same and not other.withdrawn:
                found.append((path, same[0]))
    return found


def candidates(folder: Path, paths: Iterable[str], article: Article) -> Iterator[str]:
    words = [article.date.day.isoformat()]
    words += [article.source_url] if article.source_url else []
    words += [row for row in article.body.split("\n") if len(row) >= LONG][:1]
    wanted = [word.encode() for word in words]
    for path in paths:
        if path.startswith("articles/") and path.endswith(".md"):
            data, _ = files.read(folder / path)
            if data and any(word in data for word in wanted):
                yield path
