"""A build that makes all of the site, as the door has asked for it so far."""

from contextlib import ExitStack
from pathlib import Path

from .publication import Publication


class Staging:
    """Where a build writes, and how its result is put in place."""

    def __init__(self, output: Path, cache: Path) -> None:
        self.publication = Publication(output, cache)
        self.stack = ExitStack()

    @property
    def next(self) -> Path:
        return self.publication.root

    def begin(self) -> None:
        """Make an empty folder, which is removed again if nothing is published."""
        self.stack.enter_context(self.publication)
        self.publication.begin(clean=True)

    def publish(self) -> None:
        with self.stack:
            self.publication.publish()
