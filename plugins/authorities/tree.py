"""The tags as a tree, from the broad to the narrow."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Tag


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag, its number of articles, and the tags just below it."""

    heading: Heading
    count: int
    branches: tuple["Branch", ...]


def tree(library: Library, headings: Iterable[tuple[Heading, int]]) -> tuple[Branch, ...]:
    """The tags that have narrower ones and nothing broader, A to Z, each with all below it.

    A ring of broader tags hangs on no such tag and is left out; the A to Z has its members.
    """
    below: dict[str | None, list[tuple[Heading, int]]] = {}
    for heading, count in headings:
        record = library.record("tags", heading.id)
        above = record.broader if isinstance(record, Tag) else None
        below.setdefault(above, []).append((heading, count))

    def branch(heading: Heading, count: int) -> Branch:
        return Branch(heading, count, tuple(branch(*pair) for pair in below.get(heading.id, ())))

    roots = (branch(*pair) for pair in below.get(None, ()))
    return tuple(root for root in roots if root.branches)
