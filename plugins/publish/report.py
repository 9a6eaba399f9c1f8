"""What a build tells whoever started it: progress on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any

from .making import Made

if TYPE_CHECKING:
    from .build import Build

EVERY = 0.1  # seconds between two looks of the progress line


@dataclass(slots=True)
class Report:
    """`explain` prints every file that is made, and why."""

    started: float
    explain: bool
    quiet: bool
    made: int = 0
    shown: float = 0.0
    whole: str = ""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Report":
        return cls(
            started=settings.get("STARTED") or perf_counter(),
            explain=bool(settings.get("EXPLAIN")),
            quiet=bool(settings.get("QUIET")),
        )

    def begins(self, build: "Build") -> None:
        self.whole = build.reason
        if self.explain and self.whole:
            print(f"everything is looked at: {self.whole}")

    def told(self, made: Made) -> None:
        """One file was made."""
        self.made += 1
        if self.explain:
            what = "written" if made.written else "same" if made.digest else "gone"
            print(f"{what:8} {made.path}{f'  ({made.why})' if made.why else ''}")
        elif sys.stderr.isatty() and perf_counter() - self.shown > EVERY:
            self.shown = perf_counter()
            print(f"\r{self.made} files", end="", file=sys.stderr, flush=True)

    def ends(self, build: "Build") -> None:
        if sys.stderr.isatty() and not self.explain:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        if self.quiet:
            return
        totals = build.totals
        gone = f", {totals.gone} removed" if totals.gone else ""
        print(
            f"{build.library.count()} articles; {totals.written} files written of "
            f"{totals.made} looked at{gone}, in {build.order.output} "
            f"({perf_counter() - self.started:.1f} s)"
        )
