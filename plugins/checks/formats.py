"""A verdict in words, for programs, and beside the lines of a proposal on GitHub."""

import json
import os
from dataclasses import asdict
from pathlib import Path

from ..archive.problems import Problem
from .judging import Verdict

VERSION = 1  # of the JSON shape; another key may come without a new one


def as_json(verdict: Verdict) -> str:
    """The shape that docs/check.md describes."""
    return json.dumps(
        {
            "version": VERSION,
            "articles": verdict.articles,
            "errors": verdict.errors,
            "warnings": verdict.warnings,
            "problems": [asdict(problem) for problem in verdict.problems],
        },
        ensure_ascii=False,
        indent=1,
    )


def annotations(verdict: Verdict, folder: Path) -> list[str]:
    """Lines that GitHub shows beside those of the files; `folder` is the content folder."""
    prefix = os.path.relpath(folder.parent)
    return [annotation(problem, prefix) for problem in verdict.problems]


def annotation(problem: Problem, prefix: str = ".") -> str:
    """`prefix` leads from the repository to the folder that holds the content folder."""
    path = os.path.normpath(os.path.join(prefix, problem.path)).replace(os.sep, "/")  # noqa: PTH118
    properties = {"file": path, "line": str(problem.line), "title": problem.code}
    shown = ",".join(f"{name}={escaped(value, ':,')}" for name, value in properties.items())
    return f"::{problem.severity} {shown}::{escaped(problem.message)}"


def escaped(text: str, signs: str = "") -> str:
    """What would end a value, or the line, as GitHub's runner reads it back."""
    text = text.replace("%", "%25")
    for sign in "\r\n" + signs:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def in_words(verdict: Verdict) -> str:
    """no problems, 2 warnings in 68 articles"""
    parts = [counted(verdict.errors, "problem") if verdict.errors else "no problems"]
    if verdict.warnings:
        parts.append(counted(verdict.warnings, "warning"))
    return f"{', '.join(parts)} in {counted(verdict.articles, 'article')}"


def counted(number: int, what: str) -> str:
    return f"{number} {what if number == 1 else f'{what}s'}"
