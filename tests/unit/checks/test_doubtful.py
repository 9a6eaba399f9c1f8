"""Each folder in tests/site/doubtful holds one kind of doubt, and what is told of it."""

import inspect
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import get_args

import pytest

from plugins.archive.model import Doubt
from plugins.checks import doubts
from plugins.checks.command import check_content, verdict_on

DOUBTFUL = Path(__file__).resolve().parents[2] / "site" / "doubtful"
CASES = sorted(path.name for path in DOUBTFUL.iterdir())
TODAY = date(2026, 1, 15)


@pytest.mark.parametrize("case", CASES)
def test_a_folder_in_doubt_gives_exactly_these_warnings(case):
    verdict = verdict_on(DOUBTFUL / case / "content", None, TODAY)
    expected = (DOUBTFUL / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [str(problem) for problem in verdict.problems] == expected
    assert {problem.code for problem in verdict.problems} == {case}
    assert verdict.errors == 0


def test_every_doubt_has_a_case_in_which_a_curator_accepts_it():
    assert sorted(get_args(Doubt)) == CASES
    for case in CASES:
        files = (DOUBTFUL / case / "content").rglob("*.[my]*")
        assert any(f"code: {case}" in file.read_text(encoding="utf-8") for file in files), case


def test_every_doubt_about_an_article_is_in_the_list():
    for name, function in inspect.getmembers(doubts, inspect.isfunction):
        if list(inspect.signature(function).parameters)[1:] in (["today"], ["_today"]):
            assert function in doubts.DOUBTS or name == "doubts", name


@pytest.mark.parametrize("case", CASES)
def test_doubts_fail_no_check(case, capsys):
    assert check_content(DOUBTFUL / case / "content", "text", None, TODAY) == 0
    said = capsys.readouterr()
    assert ": warning: " in said.err
    assert said.out.startswith("no problems, ")


def test_captures_that_are_mostly_away_are_kept_elsewhere(tmp_path):
    content = tmp_path / "content"
    copytree(DOUBTFUL / "missing-capture" / "content", content)
    assert verdict_on(content, None, TODAY).warnings == 1
    (content / "captures" / "2021" / "a.txt").unlink()
    assert verdict_on(content, None, TODAY).warnings == 0
