"""A verdict as people, programs and GitHub read it."""

import json
import re
from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.problems import Problem
from plugins.checks import formats
from plugins.checks.command import check_content
from plugins.checks.judging import Verdict
from tests.archives import write_article, write_record

TODAY = date(2026, 1, 15)
ERROR = Problem("content/articles/2021/a.md", 5, "unknown-person", 'unknown person "x"')
DOUBT = Problem("content/articles/2021/a.md", 7, "future-date", "yet to come", "warning")


@pytest.mark.parametrize(
    ("problems", "articles", "words"),
    [
        ((), 0, "no problems in 0 articles"),
        ((ERROR,), 1, "1 problem in 1 article"),
        ((DOUBT,), 2, "no problems, 1 warning in 2 articles"),
        ((ERROR, ERROR, DOUBT, DOUBT), 2, "2 problems, 2 warnings in 2 articles"),
    ],
)
def test_verdict_counts_problems_and_warnings_apart(problems, articles, words):
    assert formats.in_words(Verdict(problems, articles)) == words


def test_warning_says_that_it_is_one_and_an_error_does_not():
    assert str(DOUBT) == ("content/articles/2021/a.md:7: warning: future-date: yet to come")
    assert str(ERROR).startswith("content/articles/2021/a.md:5: unknown-person: ")


def test_json_has_the_shape_that_is_documented():
    assert json.loads(formats.as_json(Verdict((ERROR, DOUBT), 3))) == {
        "version": 1,
        "articles": 3,
        "errors": 1,
        "warnings": 1,
        "problems": [
            {
                "path": "content/articles/2021/a.md",
                "line": 5,
                "code": "unknown-person",
                "message": 'unknown person "x"',
                "severity": "error",
            },
            {
                "path": "content/articles/2021/a.md",
                "line": 7,
                "code": "future-date",
                "message": "yet to come",
                "severity": "warning",
            },
        ],
    }


def test_annotation_names_severity_file_line_and_title():
    assert formats.annotation(ERROR) == (
        '::error file=content/articles/2021/a.md,line=5,title=unknown-person::unknown person "x"'
    )
    assert formats.annotation(DOUBT, "two").startswith("::warning file=two/content/articles/")


SIGNS = st.text(st.sampled_from("a%:,\r\n=é 25"), min_size=1)


@given(SIGNS, SIGNS)
def test_nothing_in_an_annotation_ends_it_early(name, message):
    line = formats.annotation(Problem(f"content/{name}.md", 1, "bad-value", message))
    assert "\n" not in line
    assert "\r" not in line
    found = re.fullmatch(r"::error file=([^,:]*),line=1,title=bad-value::(.*)", line)
    assert found is not None
    # As GitHub's runner reads it back: the escapes are those of an address.
    assert unquote(found[1]) == f"content/{name}.md"
    assert unquote(found[2]) == message


def test_annotations_count_from_the_current_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "two" / "content"
    write_record(content, "sources", "paper")
    write_article(content, "2021/a", "x", people=["nobody"])
    assert check_content(content, "github", None, TODAY) == 1
    line = capsys.readouterr().out
    assert line.startswith("::error file=two/content/articles/2021/a.md,line=5,title=unknown-")


def test_text_tells_problems_apart_from_the_verdict(tmp_path, capsys):
    write_record(tmp_path / "content", "sources", "paper")
    write_record(tmp_path / "content", "people", "asha")
    assert check_content(tmp_path / "content", "text", None, TODAY) == 0
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "content/authorities/people/asha.yaml:1: warning: unused-record: no article names the "
        "person Asha; name it where it belongs, or remove the record"
    ]
    assert said.out.splitlines() == [
        "no problems, 1 warning in 0 articles",
        "a warning that is none can be accepted in its file: see docs/check.md",
    ]


def test_unknown_format_is_refused(tmp_path, capsys):
    assert check_content(tmp_path, "xml", None, TODAY) == 1
    assert capsys.readouterr().err == "cuttings: --format is one of text, json, github\n"


def test_folder_that_is_not_there_is_told_in_every_format(tmp_path, capsys):
    for shape in ("text", "json", "github"):
        assert check_content(tmp_path / "gone", shape, tmp_path / "cache", TODAY) == 1
        said = capsys.readouterr()
        assert "no-content" in said.out + said.err
    assert not (tmp_path / "cache").exists()
