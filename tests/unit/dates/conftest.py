"""A Library made of a few words: records by kind, articles by day."""

from pathlib import Path

import pytest

from plugins.archive.content import Content
from plugins.archive.days import Moment, Span
from plugins.archive.library import Library
from plugins.archive.model import AUTHORITIES, Article, Source
from plugins.archive.site import Site
from tests.sites import SITE


def article(at: int, day: str, happened: str | None = None, **keys) -> Article:
    keys.setdefault("source", "gazette")
    return Article(
        id=f"{day[:4]}/a-{at:04}",
        title=f"Report {at}",
        date=Moment.parse(day),
        happened=Span.parse(happened) if happened else None,
        body="Text.",
        **keys,
    )


@pytest.fixture
def archive():
    """make(articles, people={...}, tags={...}): articles are keyword dicts with a `day`."""

    def make(articles=(), **records) -> Library:
        content = Content(Path("content"))
        content.authorities["sources"]["gazette"] = Source(heading="The Gazette")
        for kind, found in records.items():
            for id_, keys in found.items():
                content.authorities[kind][id_] = AUTHORITIES[kind](**keys)
        for at, keys in enumerate(articles):
            made = article(at, **keys)
            content.articles[made.id] = made
        return Library.of(content)

    return make


@pytest.fixture
def site() -> Site:
    return SITE
