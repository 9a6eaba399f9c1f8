"""`inv check`: the checks alone, for people, programs and GitHub."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from ..archive.content import read_content
from ..archive.problems import Problem
from .desk import check

FORMATS = ("text", "json", "github")


def check_content(folder: Path, shape: str) -> int:
    """Print every problem of a content folder; 1 if there is one."""
    if shape not in FORMATS:
        print(f"cuttings: --format is one of {', '.join(FORMATS)}", file=sys.stderr)
        return 1
    content = read_content(folder)
    problems = check(content)
    if shape == "json":
        print(json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=1))
    elif shape == "github":
        print(*map(annotation, problems), sep="\n", end="\n" if problems else "")
    else:
        print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
        print(verdict(len(problems), len(content.articles)))
    return 1 if problems else 0


def verdict(problems: int, articles: int) -> str:
    found = {0: "no problems", 1: "1 problem"}.get(problems, f"{problems} problems")
    return f"{found} in {articles} {'article' if articles == 1 else 'articles'}"


def annotation(problem: Problem) -> str:
    """A line that GitHub shows beside the file's line."""
    message = problem.message.replace("%", "%25").replace("\n", "%0A")
    return f"::error file={problem.path},line={problem.line},title={problem.code}::{message}"
