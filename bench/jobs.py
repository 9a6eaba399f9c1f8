"""What the systems have to do. Each job changes the articles and leaves one build to measure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from .drafts import LAST_DAY, Draft, dated, draft, revised
from .systems import System


@dataclass(slots=True)
class Archive:
    """The articles as they stand: numbers 0 to `size` - 1, and those that jobs added since.

    `known` holds the ids of the records that are there. `mark` grows with every change, so
    that no change is one that was made before.
    """

    seed: int
    size: int
    known: set[tuple[str, str]]
    next: int
    added: int = 0
    mark: int = 0

    def another(self) -> Draft:
        """The next article whose records are all there already."""
        while True:
            article = draft(self.seed, self.next, below=self.size)
            self.next += 1
            if {(one.kind, one.id) for one in article.records} <= self.known:
                return article


Change = Callable[[Archive, list[System]], None]


@dataclass(frozen=True, slots=True)
class Job:
    """`name` for the command line, `title` for tables. `cold`: starts with nothing built."""

    name: str
    title: str
    change: Change
    cold: bool = False


def nothing(_archive: Archive, _systems: list[System]) -> None:
    """The articles stay as they are."""


def add_newest(archive: Archive, systems: list[System]) -> None:
    add(archive, systems, days_back=0)


def add_backdated(archive: Archive, systems: list[System]) -> None:
    """Ten years back, and each time from another month."""
    add(archive, systems, days_back=3_650 + 31 * archive.mark)


def add(archive: Archive, systems: list[System], days_back: int) -> None:
    archive.mark += 1
    archive.added += 1
    # After all others: some came in a month after they were published.
    today = LAST_DAY + timedelta(days=32)
    article = dated(
        archive.another(),
        day=LAST_DAY - timedelta(days=days_back),
        added=today,
    )
    for system in systems:
        system.put(article)


def edit(archive: Archive, systems: list[System]) -> None:
    """Another title and text for an article in the middle: its lists change, too."""
    archive.mark += 1
    number = (archive.size // 2 + archive.mark * 7) % archive.size
    article = revised(draft(archive.seed, number), archive.mark)
    for system in systems:
        system.put(article)


def retheme(archive: Archive, systems: list[System]) -> None:
    archive.mark += 1
    for system in systems:
        system.retheme(archive.mark)


JOBS = {
    job.name: job
    for job in (
        Job("cold", "everything, empty cache", nothing, cold=True),
        Job("unchanged", "nothing changed", nothing),
        Job("added", "one article added", add_newest),
        Job("edited", "one article changed", edit),
        Job("backdated", "one backdated article added", add_backdated),
        Job("theme", "theme changed, text cached", retheme),
    )
}
