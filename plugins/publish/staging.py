"""The new site grows in a folder of the cache; then it takes the published one's place.

Two renames, so there is an instant without `output/`; where the cache lies on another file
system, files are replaced one by one instead, and the removed ones go last.
"""

import errno
import shutil
from pathlib import Path

from . import tree

# What rename says across file systems, over a mount point or a layer that can't be renamed.
ELSEWHERE = frozenset({errno.EXDEV, errno.EBUSY})


class Staging:
    """Where a build writes, and how its result is put in place."""

    def __init__(self, output: Path, cache: Path) -> None:
        self.output = output
        self.next = cache / "next"
        self.last = cache / "last"

    def begin(self) -> None:
        """Make an empty folder; what a killed build left there goes first."""
        if not self.output.exists() and self.last.exists():
            # A build was killed between its two renames: the previous site comes back.
            self.last.rename(self.output)
        for left in (self.next, self.last):
            shutil.rmtree(left, ignore_errors=True)
        self.next.mkdir(parents=True)

    def publish(self) -> None:
        try:
            self.exchange()
        except OSError as error:
            if error.errno not in ELSEWHERE:
                raise
            tree.replace_contents(self.next, self.output)
        shutil.rmtree(self.last, ignore_errors=True)
        shutil.rmtree(self.next, ignore_errors=True)

    def exchange(self) -> None:
        self.output.parent.mkdir(parents=True, exist_ok=True)
        if self.output.exists():
            self.output.rename(self.last)
        try:
            self.next.rename(self.output)
        except OSError:
            if self.last.exists():
                self.last.rename(self.output)
            raise
