"""Builds, each in a process of its own that was started beforehand.

A second build in one process must not remember the first, and Python with all modules takes
longer to start than a page to be made. So one process waits with everything imported; told to
begin, it builds and ends, and the next one starts.
"""

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Builder:
    """`command` builds once a line comes in; it ends without one. `folder` is where it runs."""

    command: tuple[str, ...]
    folder: Path
    _waiting: "subprocess.Popen[str] | None" = field(default=None, init=False)

    def prepare(self) -> None:
        """Have a process that waits."""
        if self._waiting is None:
            self._waiting = subprocess.Popen(
                self.command,
                cwd=self.folder,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
            )

    def renew(self) -> None:
        """What waits was made of code that has changed: let it go."""
        self.end()
        self.prepare()

    def build(self) -> tuple[int, tuple[str, ...]]:
        """Build now: the exit code, and what was said."""
        self.prepare()
        process, self._waiting = self._waiting, None
        assert process is not None
        try:
            said, _ = process.communicate("build\n")
        except BaseException:
            process.terminate()  # the site is as it was
            process.wait()
            raise
        self.prepare()
        return process.returncode, tuple(said.splitlines())

    def end(self) -> None:
        process, self._waiting = self._waiting, None
        if process is not None:
            process.communicate()


def waiting_build(module: str, *arguments: str) -> tuple[str, ...]:
    """The command that runs a module of this project with this Python."""
    return (sys.executable, "-m", module, *arguments)
