"""Where the content names an address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..archive.content import Content
from ..archive.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A key of a file that holds the address. `day` is the article's; `wants_copy`: it is the
    original of an article that names no archived copy."""

    path: str
    line: int
    key: str
    day: date | None = None
    wants_copy: bool = False


def mentions(content: Content) -> dict[str, list[Mention]]:
    """Every address, sorted, with where it stands. What was withdrawn leads nowhere any more."""
    found: dict[str, list[Mention]] = {}
    for url, mention in [*in_articles(content), *in_sources(content)]:
        found.setdefault(url, []).append(mention)
    return dict(sorted(found.items()))


def in_articles(content: Content) -> Iterator[tuple[str, Mention]]:
    for id_, article in sorted(content.articles.items()):
        if article.withdrawn:
            continue
        urls: list[tuple[tuple[str | int, ...], str | None]] = [
            (("source_url",), article.source_url),
            (("archived_url",), article.archived_url),
            *((("also", number, "url"), also.url) for number, also in enumerate(article.also)),
        ]
        path = f"articles/{id_}.md"
        for keys, url in urls:
            if url:
                wants_copy = keys[0] == "source_url" and not article.archived_url
                yield (
                    url,
                    Mention(
                        path=content.shown(path),
                        line=content.where(path, *keys),
                        key=str(keys[0]),
                        day=article.date.day,
                        wants_copy=wants_copy,
                    ),
                )


def in_sources(content: Content) -> Iterator[tuple[str, Mention]]:
    for id_, record in sorted(content.authorities["sources"].items()):
        if isinstance(record, Source) and record.homepage:
            path = f"authorities/sources/{id_}.yaml"
            line = content.where(path, "homepage")
            yield record.homepage, Mention(path=content.shown(path), line=line, key="homepage")
