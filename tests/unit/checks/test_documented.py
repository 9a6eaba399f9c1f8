"""docs/check.md has every code, on the side where it belongs, and none that isn't told."""

import re
from pathlib import Path
from typing import get_args

from plugins.archive.model import Doubt
from tests.unit.checks.test_cases import CASES, MADE, codes_in_sources, lines_of

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "check.md").read_text(encoding="utf-8")
DOUBTS, _, ERRORS = PAGE.partition("## What is wrong")


# Doubts about files that can't say that all is well.
NEVER_ACCEPTED = {"unused-picture"}


def codes_of(part):
    """The first column of a part's tables, without their heads and the options."""
    cells = re.findall(r"^\| ([a-z0-9, -]+?) \|", part, re.MULTILINE)
    return {code for cell in cells for code in cell.split(", ")} - {"code", "option"}


def test_every_doubt_is_explained():
    assert codes_of(DOUBTS) == set(get_args(Doubt)) | NEVER_ACCEPTED


def test_every_error_is_explained():
    told = {line.split(": ")[1] for case in CASES for line in lines_of(case)}
    told |= (
        (codes_in_sources() | {case for case in MADE if case != "too-large-image"})
        - set(get_args(Doubt))
        - NEVER_ACCEPTED
    )
    assert codes_of(ERRORS.partition("## For programs")[0]) == told
