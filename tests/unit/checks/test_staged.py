"""A commit is judged by what is staged, whatever else lies in the folder."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from plugins.checks.command import check_content
from tests.archives import write, write_article, write_record

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 1, 15)
# As in a terminal, not as in the hook that these tests may be run from.
OUTSIDE = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(*words, folder=".", check=True):
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "init.defaultBranch=main")
    return subprocess.run(
        ["git", *who, *words],
        cwd=folder,
        env=OUTSIDE,
        capture_output=True,
        text=True,
        check=check,
    )


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A repository with a small archive in it, in which we stand."""
    folder = tmp_path / "archive"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for key in os.environ.keys() - OUTSIDE.keys():
        monkeypatch.delenv(key)
    git("init")
    write(folder / ".gitignore", "/.cache/\n/content/captures/\n")
    write_record(folder / "content", "sources", "paper")
    write_article(folder / "content", "2021/first", "Words.")
    git("add", ".")
    git("commit", "-m", "Begin")
    return folder


def judge(capsys, content="content"):
    code = check_content(Path(content), "text", Path(".cache"), TODAY, is_staged=True)
    said = capsys.readouterr()
    return code, said.err.splitlines(), said.out.splitlines()


def test_what_is_staged_whole_is_judged_where_it_lies(repository, capsys):
    write_article(repository / "content", "2021/second", "Words.")
    git("add", ".")
    assert judge(capsys) == (0, [], ["no problems in 2 articles"])


def test_record_that_is_not_staged_is_missed(repository, capsys):
    write_article(repository / "content", "2021/second", "Words.", people=["asha"])
    git("add", ".")
    write_record(repository / "content", "people", "asha")
    code, problems, said = judge(capsys)
    assert code == 1
    assert problems[0].startswith(
        'content/articles/2021/second.md:5: unknown-person: unknown person "asha"; '
    )
    assert said[-1] == "judged as staged: something in content/ is not, and was left aside"
    assert list((repository / ".cache" / "staged").glob("tmp*")) == []


def test_half_an_edit_is_judged_without_the_other_half(repository, capsys):
    article = write_article(repository / "content", "2021/first", "Words.", colour="red")
    git("add", ".")
    write_article(repository / "content", "2021/first", "Words.")
    assert [line.split(": ")[1] for line in judge(capsys)[1]] == ["unknown-key"]
    git("add", ".")
    write(article, "---\n")
    assert judge(capsys)[:2] == (0, [])


def test_what_was_removed_from_the_folder_alone_is_still_there(repository, capsys):
    (repository / "content" / "authorities" / "sources" / "paper.yaml").unlink()
    assert judge(capsys)[:2] == (0, [])
    git("rm", "-q", "--cached", "content/authorities/sources/paper.yaml")
    assert [line.split(": ")[1] for line in judge(capsys)[1]] == ["unknown-source"]


def test_folder_may_lie_deeper_and_be_named_from_anywhere(repository, capsys, monkeypatch):
    write_record(repository / "two" / "content", "sources", "paper")
    write_article(repository / "two" / "content", "2021/a", "Words.", colour="red")
    git("add", ".")
    write_article(repository / "two" / "content", "2021/a", "Words.")
    assert judge(capsys, "two/content")[0] == 1
    monkeypatch.chdir(repository / "content")
    assert judge(capsys, "../two/content")[0] == 1


def test_nothing_staged_at_all_is_an_empty_archive(repository, capsys):
    git("rm", "-r", "-q", "--cached", "content")
    assert judge(capsys)[2][0] == "no problems in 0 articles"


def test_folder_outside_a_repository_is_refused(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_record(tmp_path / "content", "sources", "paper")
    code, said, _ = judge(capsys)
    assert code == 1
    assert said[0].startswith("cuttings: --staged asks git what is staged: ")


@pytest.fixture
def hooked(repository):
    """The same with the hook switched on; its script is the one that pre-commit would run."""
    if not (ROOT / ".venv" / "requirements.lock").exists():
        pytest.skip("there is no .venv beside the project (make build makes it)")
    hook = write(
        repository / ".git" / "hooks" / "pre-commit", f'#!/bin/sh\nexec "{ROOT}/.ci/check"\n'
    )
    hook.chmod(0o755)
    return repository


@pytest.mark.parametrize("how", [("commit", "-m", "More"), ("commit", "-a", "-m", "More")])
def test_hook_lets_a_good_article_in_and_a_bad_one_not(hooked, how):
    write_article(hooked / "content", "2021/second", "Words.")
    git("add", ".")
    assert git(*how).returncode == 0
    write_article(hooked / "content", "2021/second", "Words.", people=["nobody"])
    if "-a" not in how:
        git("add", ".")
    done = git(*how, check=False)
    assert done.returncode == 1
    assert "content/articles/2021/second.md:5: unknown-person: " in done.stderr
    assert git("rev-list", "--count", "HEAD").stdout.strip() == "2"
