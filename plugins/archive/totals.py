"""The line that a build ends with, also one that had nothing to do."""

from pathlib import Path


def totals(
    articles: int, *, written: int, made: int, gone: int, output: Path, seconds: float
) -> str:
    removed = f", {gone} removed" if gone else ""
    return (
        f"{articles} articles; {written} files written of {made} looked at{removed}, "
        f"in {output} ({seconds:.1f} s)"
    )
