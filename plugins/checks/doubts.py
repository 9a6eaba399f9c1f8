"""What looks doubtful in an article and may well be right: warnings, for which nothing stops.

A curator who has looked and found all well says so under `accepted`, in the file itself.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ..archive.content import Content
from ..archive.holdings.facts import accepts
from ..archive.model import Article, Doubt, Source
from ..archive.problems import Problem

DAY = timedelta(days=1)  # somewhere it is tomorrow already, or yesterday still


class Found(NamedTuple):
    """One doubt about an article by itself."""

    path: str
    keys: tuple[str | int, ...]
    code: Doubt
    message: str


Doubter = Callable[[Content, date], Iterator[Found]]


def future_date(content: Content, today: date) -> Iterator[Found]:
    for path, article in present(content):
        for keys, day in days(article):
            if day > today + DAY:
                message = f"{day} is yet to come; correct the day"
                yield Found(path, keys, "future-date", message)


def days(article: Article) -> Iterator[tuple[tuple[str | int, ...], date]]:
    """Days on which something was done that is done."""
    yield ("date",), article.date.day
    if article.added:
        yield ("added",), article.added
    for number, correction in enumerate(article.corrections):
        yield ("corrections", number, "date"), correction.date


def before_happened(content: Content, _today: date) -> Iterator[Found]:
    for path, article in present(content):
        if article.happened and article.date.day + DAY < article.happened.start:
            message = (
                f"it was published on {article.date.day}, before it happened "
                f"({article.happened.iso}); correct one of the two"
            )
            yield Found(path, ("happened",), "before-happened", message)


def before_source(content: Content, _today: date) -> Iterator[Found]:
    for path, article in present(content):
        source = content.authorities["sources"].get(article.source)
        since = source.since if isinstance(source, Source) else None
        if since and article.date.day < since.start:
            message = (
                f"{article.source} began in {since.iso}; correct the date or the source, "
                "or `since` in the source's record"
            )
            yield Found(path, ("date",), "before-source", message)


def unknown_rights(content: Content, _today: date) -> Iterator[Found]:
    for path, article in present(content):
        for number, image in enumerate(article.images):
            if image.file and image.rights is None:
                message = (
                    f"nobody sees {image.file} while its rights are unknown; "
                    "write `rights`, or remove the file"
                )
                yield Found(path, ("images", number), "unknown-rights", message)


def present(content: Content) -> Iterator[tuple[str, Article]]:
    """The articles that were not taken out."""
    for id_, article in sorted(content.articles.items()):
        if article.withdrawn is None:
            yield f"articles/{id_}.md", article


DOUBTS: tuple[Doubter, ...] = (future_date, before_happened, before_source, unknown_rights)


def doubts(content: Content, today: date) -> Iterator[Problem]:
    """What is doubtful in some articles, each by itself; the sources' records must be there."""
    for doubter in DOUBTS:
        for found in doubter(content, today):
            article = content.articles[found.path.removeprefix("articles/").removesuffix(".md")]
            if not accepts(article, found.code):
                yield warning(content, found)


def warning(content: Content, found: Found) -> Problem:
    line = content.where(found.path, *found.keys)
    return Problem(content.shown(found.path), line, found.code, found.message, "warning")
