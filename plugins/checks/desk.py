"""All checks of the content, in one list."""

from collections.abc import Callable

from ..archive.content import Content
from ..archive.problems import Problem
from . import articles, former, pictures, references, texts

Check = Callable[[Content], references.Found]

# What can be wrong with an article, given the records and the names of all files.
ARTICLE_CHECKS: tuple[Check, ...] = (
    references.article_references,
    articles.year_of_folder,
    articles.twins,
    texts.empty_texts,
    texts.bodies,
    articles.files,
    pictures.hidden_data,
    articles.aliases,
)
# What can be wrong with the records among themselves.
RECORD_CHECKS: tuple[Check, ...] = (
    references.record_references,
    references.shared_names,
    references.time_zones,
    former.former_ids,
)
CHECKS = ARTICLE_CHECKS + RECORD_CHECKS


def check(content: Content, checks: tuple[Check, ...] = CHECKS) -> tuple[Problem, ...]:
    """Every problem of the content, by path and line."""
    found = list(content.problems)
    for checker in checks:
        for path, keys, code, message in checker(content):
            found.append(Problem(content.shown(path), line(content, path, keys), code, message))
    return tuple(sorted(set(found)))


def check_articles(content: Content) -> tuple[Problem, ...]:
    """Problems of some articles; `content` may leave out the others."""
    return check(content, ARTICLE_CHECKS)


def check_records(content: Content) -> tuple[Problem, ...]:
    """Problems of all records among themselves."""
    return check(content, RECORD_CHECKS)


def line(content: Content, path: str, keys: tuple[str | int, ...]) -> int:
    """The line of a key; ("body", n) is line n of the text below the front matter."""
    if keys and keys[0] == "body":
        return content.body_lines.get(path, 1) + int(keys[1])
    return content.where(path, *keys)
