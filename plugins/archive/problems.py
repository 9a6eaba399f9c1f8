"""What is wrong in content, said so that a curator can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .characters import one_line

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in one file.

    `path` is relative to the content folder's parent where that is known, so that an
    editor can jump to it; `line` counts from 1; `code` is a short stable name. A warning is a
    doubt: nothing stops for it.
    """

    path: str
    line: int
    code: str
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        # Names and values come from content: they must not begin a line of their own.
        warning = "warning: " if self.severity == "warning" else ""
        return one_line(f"{self.path}:{self.line}: {warning}{self.code}: {self.message}")


class ContentProblemsError(Exception):
    """Content that cannot be published; carries every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
