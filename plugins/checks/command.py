"""`inv check`: the checks alone, for people, programs and GitHub."""

import os
import sys
from datetime import date
from pathlib import Path

from ..archive.holdings.tables import at_work
from ..archive.problems import Problem
from . import formats
from .judging import Verdict, judge

FORMATS = ("text", "json", "github")


def check_content(
    folder: Path, shape: str, cache: Path | None, today: date, *, is_staged: bool = False
) -> int:
    """Print every problem of a content folder; 1 if one of them is an error.

    `is_staged` judges it as the next commit will have it.
    """
    if shape not in FORMATS:
        return fault(f"--format is one of {', '.join(FORMATS)}")
    folder = Path(os.path.abspath(folder))
    if is_staged and cache is not None:
        return check_staged(folder, shape, cache, today)
    verdict = verdict_on(folder, cache, today)
    tell(verdict, folder, shape)
    return 1 if verdict.errors else 0


def check_staged(folder: Path, shape: str, cache: Path, today: date) -> int:
    from .staged import GitError, staged

    try:
        with staged(folder, cache) as (judged, kept):
            verdict = verdict_on(judged, kept, today)
    except GitError as error:
        return fault(f"--staged asks git what is staged: {error}")
    tell(verdict, folder, shape)
    if shape == "text" and judged != folder:
        print(f"judged as staged: something in {folder.name}/ is not, and was left aside")
    return 1 if verdict.errors else 0


def fault(message: str) -> int:
    print(f"cuttings: {message}", file=sys.stderr)
    return 1


def verdict_on(folder: Path, cache: Path | None, today: date) -> Verdict:
    """Only what changed since the last check is judged, if its results are kept in `cache`."""
    if not folder.is_dir():
        message = "there is no such folder; name one with --content"
        return Verdict((Problem(f"{folder.name}/", 1, "no-content", message),), 0)
    return at_work(cache, lambda db, clock: judge(db, folder, clock, today))


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
        if verdict.warnings:
            print("a warning that is none can be accepted in its file: see docs/check.md")
