"""Which records have feeds of their own, and where feeds stand.

A feed is for what comes again. Sources and tags are few and made to be followed, so one article
is enough. People, places and organisations are many, and most are named once or twice for ever:
they have feeds from their fifth article on. What decides is the number of articles alone, so a
feed comes and goes with it, whatever was built before.
"""

from dataclasses import dataclass

LEAST = {"sources": 1, "tags": 1, "people": 5, "places": 5, "organisations": 5}


@dataclass(frozen=True, slots=True)
class Feeds:
    """One feed in its two formats: what it is called, and output paths."""

    title: str
    atom: str
    json: str


def is_followed(kind: str, count: int) -> bool:
    """Whether a record with so many listed articles has feeds."""
    return count >= LEAST[kind]


def feeds_at(stem: str, title: str) -> Feeds:
    """`stem` is their path without its ending: "feed", "tags/trade"."""
    return Feeds(title, f"{stem}.xml", f"{stem}.json")


def stem_of(kind: str, id_: str) -> str:
    """Beside the record's page."""
    return f"{kind}/{id_}"
