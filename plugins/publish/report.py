"""What a build tells whoever started it: how far it is or, if asked, each file; the totals."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any

from ..archive.progress import Progress
from ..archive.totals import totals
from .making import Made

if TYPE_CHECKING:
    from .build import Build


@dataclass(slots=True)
class Report:
    """`explain` prints every file that is made, and why: where all of the site is looked at,
    the reason is the same for all and stands above them."""

    started: float
    explain: bool
    quiet: bool
    progress: Progress | None = None

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> "Report":
        return cls(
            started=settings.get("STARTED") or perf_counter(),
            explain=bool(settings.get("EXPLAIN")),
            quiet=bool(settings.get("QUIET")),
        )

    def begins(self, build: "Build") -> None:
        if self.explain and build.reason:
            print(f"everything is looked at: {build.reason}")

    @contextmanager
    def watching(self, build: "Build") -> Iterator[None]:
        """Show how far it is, but not between the lines that explain it."""
        if self.explain or self.quiet:
            yield
            return
        try:
            with Progress(lambda: build.plan.total) as self.progress:
                if self.progress.is_terminal:
                    build.plan.count()
                yield
        finally:
            self.progress = None

    def told(self, made: Made) -> None:
        """One file was made, or found to be as it was, or taken away."""
        if self.explain:
            print(f"{outcome(made):8} {made.path}{f'  ({made.why})' if made.why else ''}")
        elif self.progress:
            self.progress.add()

    def ends(self, build: "Build") -> None:
        if self.quiet:
            return
        print(
            totals(
                build.library.count(),
                written=build.totals.written,
                made=build.totals.made,
                gone=build.totals.gone,
                output=build.order.output,
                seconds=perf_counter() - self.started,
            )
        )


def outcome(made: Made) -> str:
    """In a word; what is absent was not published before either."""
    if made.digest is None:
        return "gone" if made.gone else "absent"
    return "written" if made.written else "same"
