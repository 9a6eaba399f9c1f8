"""What feeds and their items are before they are in a format."""

from dataclasses import dataclass
from typing import NamedTuple


class Item(NamedTuple):
    """When it was updated, and the item in each format."""

    updated: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed. `stem` is its output path without an ending, `page` that of the page it follows;
    items are the newest first."""

    stem: str
    page: str
    title: str
    subtitle: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an item says. `summary` stands for it in a list; `html` or `text` is all it shows.
    Links in `html` lead from the item's page, those in `rooted` from the feed. `via` is the
    address of the original, which appeared in `source`. `tags` are pairs (id, heading)."""

    id: str
    url: str
    title: str
    lang: str
    published: str
    updated: str
    source: str
    authors: tuple[str, ...] = ()
    via: str | None = None
    tags: tuple[tuple[str, str], ...] = ()
    summary: str | None = None
    html: str = ""
    rooted: str = ""
    text: str = ""
