"""The tags as a tree, from the broad to the narrow."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Tag


@dataclass(frozen=True, slots=True)
class Branch:
    """A tag and the tags just below it."""

    heading: Heading
    branches: tuple["Branch", ...]


def tree(library: Library, headings: Iterable[Heading]) -> tuple[Branch, ...]:
    """The tags that have narrower ones and nothing broader, A to Z, each with all below it.

    A ring of broader tags hangs on no such tag and is left out; the A to Z has its members.
    """
    below: dict[str | None, list[Heading]] = {}
    for heading in headings:
        record = library.record("tags", heading.id)
        above = record.broader if isinstance(record, Tag) else None
        below.setdefault(above, []).append(heading)

    def branch(heading: Heading) -> Branch:
        return Branch(heading, tuple(map(branch, below.get(heading.id, ()))))

    roots = map(branch, below.get(None, ()))
    return tuple(root for root in roots if root.branches)
