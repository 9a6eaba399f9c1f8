"""`inv check`: the checks alone, for people, programs and GitHub."""

import os
import sys
from datetime import date
from pathlib import Path

from ..archive.holdings.tables import at_work, home
from ..archive.problems import Problem
from . import formats
from .judging import Verdict, judge

FORMATS = ("text", "json", "github")


def check_content(folder: Path, shape: str, cache: Path | None, today: date) -> int:
    """Print every problem of a content folder; 1 if one of them is an error."""
    if shape not in FORMATS:
        print(f"cuttings: --format is one of {', '.join(FORMATS)}", file=sys.stderr)
        return 1
    folder = Path(os.path.abspath(folder))
    verdict = verdict_on(folder, cache, today)
    tell(verdict, folder, shape)
    return 1 if verdict.errors else 0


def verdict_on(folder: Path, cache: Path | None, today: date) -> Verdict:
    """Only what changed since the last check is judged, if its results are kept in `cache`."""
    if not folder.is_dir():
        message = "there is no such folder; name one with --content"
        return Verdict((Problem(f"{folder.name}/", 1, "no-content", message),), 0)
    clock = home(cache) if cache else None
    return at_work(cache, lambda db: judge(db, folder, clock, today))


def tell(verdict: Verdict, folder: Path, shape: str) -> None:
    if shape == "json":
        print(formats.as_json(verdict))
    elif shape == "github":
        for line in formats.annotations(verdict, folder):
            print(line)
    else:
        for problem in verdict.problems:
            print(problem, file=sys.stderr)
        print(formats.in_words(verdict))
