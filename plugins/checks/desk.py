"""All checks of the content, in one list."""

from ..archive.content import Content
from ..archive.problems import Problem
from . import articles, references, texts

CHECKS = (
    references.article_references,
    references.record_references,
    references.shared_names,
    references.time_zones,
    articles.year_of_folder,
    articles.twins,
    texts.empty_texts,
    texts.bodies,
    articles.files,
    articles.aliases,
)


def check(content: Content) -> tuple[Problem, ...]:
    """Every problem of the content, by path and line."""
    found = list(content.problems)
    for checker in CHECKS:
        for path, keys, code, message in checker(content):
            found.append(Problem(content.shown(path), line(content, path, keys), code, message))
    return tuple(sorted(set(found)))


def line(content: Content, path: str, keys: tuple[str | int, ...]) -> int:
    """The line of a key; ("body", n) is line n of the text below the front matter."""
    if keys and keys[0] == "body":
        return content.body_lines.get(path, 1) + int(keys[1])
    return content.where(path, *keys)
