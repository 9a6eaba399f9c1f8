"""A change is shown first, asked for, and made whole or not at all."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.vocabulary import filing, git, verbs
from plugins.vocabulary.holdings import Change, Plan
from tests.building import ROOT, files, run_python


def rename(desk):
    return verbs.rename(desk, "tags", "boats", "vessels")


def in_git(folder):
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*identity, "commit", "-qm", "All")):
        subprocess.run(("git", "-C", folder, *command), check=True)


@pytest.mark.parametrize("answer", ["", "n", "no", "x", None])
def test_without_a_yes_nothing_changes(desk, content, capsys, answer):
    before = files(content)
    asked = []
    desk = replace(desk, yes=False, ask=lambda question: asked.append(question) or answer)
    assert rename(desk) == 1
    told = capsys.readouterr()
    assert asked == ["Make this change? [y/N] "]
    assert "+  - vessels   # what it is about" in told.out
    assert told.err.startswith("nothing was changed")
    assert ("--yes" in told.err) == (answer is None)
    assert files(content) == before


def test_a_yes_makes_the_change_and_says_how_to_keep_it(desk, content, capsys):
    assert rename(replace(desk, yes=False, ask=lambda _question: "Y")) == 0
    assert (content / "authorities/tags/vessels.yaml").is_file()
    told = capsys.readouterr().out
    assert "git commit -m 'Rename the tag boats to vessels'" in told


def test_a_dry_run_shows_and_asks_nobody(desk, content, capsys):
    before = files(content)
    assert rename(replace(desk, dry_run=True, ask=None)) == 0
    assert capsys.readouterr().out.splitlines()[-2:] == [
        "5 files: 1 renamed, 4 changed",
        "nothing was changed: --dry-run only shows",
    ]
    assert files(content) == before


def test_the_diff_is_one_that_git_takes(desk, content, capsys, tmp_path):
    """Made by git out of what was shown, the change is the same. (Line ends are not shown.)"""
    (content / "articles/2022/quay.md").unlink()
    in_git(tmp_path)
    assert verbs.rename(replace(desk, dry_run=True), "tags", "boats", "vessels") == 0
    patch = "".join(f"{row}\n" for row in capsys.readouterr().out.splitlines()[:-2])
    assert "\\ No newline at end of file" in patch
    subprocess.run(
        ("git", "-C", tmp_path, "apply", "--allow-empty"), input=patch.encode(), check=True
    )
    made = files(content)
    subprocess.run(("git", "-C", tmp_path, "checkout", "-q", "."), check=True)
    (content / "authorities/tags/vessels.yaml").unlink()
    assert rename(desk) == 0
    assert files(content) == made


def test_edits_that_are_not_committed_are_not_mixed_up_with_it(desk, content, tmp_path, capsys):
    in_git(tmp_path)
    file = content / "articles/2021/ferry.md"
    file.write_text(file.read_text().replace("both", "two"))
    before = files(content)
    assert rename(desk) == 1
    assert "content/articles/2021/ferry.md:1: uncommitted: " in capsys.readouterr().err
    assert files(content) == before
    assert rename(replace(desk, dry_run=True)) == 0
    assert rename(replace(desk, anyway=True)) == 0


def test_edits_elsewhere_and_new_files_hold_nothing_up(desk, content, tmp_path):
    in_git(tmp_path)
    (content / "articles/2022/quay.md").write_bytes(b"---\ntitle: x\n---\n")
    new = (content / "articles/2021/ferry.md").read_text().replace("ferry", "tram")
    (content / "articles/2021/tram.md").write_text(new.replace("aliases", "# aliases"))
    assert rename(desk) == 0


def test_a_file_that_git_renamed_counts_under_both_names(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a").write_text("text\n" * 9)
    in_git(tmp_path)
    subprocess.run(("git", "-C", tmp_path, "mv", "content/a", "content/b"), check=True)
    assert git.uncommitted(tmp_path / "content") == {"a", "b"}
    assert git.uncommitted(tmp_path / "nowhere") == set()


@pytest.mark.parametrize("at", range(6))
def test_after_an_error_of_the_disk_all_is_as_it_was(desk, content, capsys, monkeypatch, at):
    before = files(content)
    calls = iter(range(100))
    real = Path.replace

    def replace_(self, target):
        if next(calls) == at:
            raise OSError(28, "No space left on device", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace_)
    code = rename(desk)
    assert code == (1 if at < 5 else 0)
    if code:
        assert "No space left on device; nothing was changed" in capsys.readouterr().err
        assert files(content) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
@pytest.mark.parametrize(
    "change",
    [
        rename,
        lambda desk: verbs.merge(desk, "tags", "ships", "boats,old-boats"),
        lambda desk: verbs.move(desk, "2021/ferry", "2021/tram"),
    ],
    ids=["rename", "merge", "move"],
)
def test_what_was_killed_is_finished_by_doing_it_again(desk, content, change):
    before = files(content)
    assert change(desk) == 0
    expected = files(content)
    for at in range(8):
        for path in files(content).keys() | before.keys():
            file = content / path
            file.write_bytes(before[path]) if path in before else file.unlink()
        killed(lambda: change(desk), at)
        assert change(desk) == 0
        assert files(content) == expected


def killed(work, at):
    """Do something in a process that ends at the start of a file operation."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    calls = iter(range(100))

    def once(real):
        def call(*arguments, **keys):
            if next(calls) == at:
                os._exit(9)
            return real(*arguments, **keys)

        return call

    Path.replace, Path.unlink = once(Path.replace), once(Path.unlink)
    work()
    os._exit(0)


def test_a_file_that_changed_meanwhile_is_not_overwritten(content):
    file = content / "articles/2021/ferry.md"
    other = content / "authorities/tags/boats.yaml"
    plan = Plan("", "")
    plan.changes = [
        Change("articles/2021/ferry.md", b"as it was", b"new"),
        Change("authorities/tags/x.yaml", other.read_bytes(), b"x", "authorities/tags/boats.yaml"),
    ]
    before = files(content)
    with pytest.raises(filing.MeanwhileError):
        filing.keep(content, plan)
    assert files(content) == before
    assert file.is_file()


def test_permissions_stay(desk, content):
    file = content / "authorities/tags/boats.yaml"
    file.chmod(0o640)
    assert rename(desk) == 0
    assert (content / "authorities/tags/vessels.yaml").stat().st_mode & 0o777 == 0o640


def test_the_commands_say_what_they_would_do_where_nobody_can_be_asked(content):
    commands = (
        ("rename-tag", "boats", "vessels"),
        ("rename", "places", "boats", "vessels"),
        ("merge-people", "asha", "a-tamm"),
        ("merge", "tags", "boats", "old-boats"),
        ("move", "2021/ferry", "2021/tram"),
        ("withdraw", "2021/lamp", "--reason", "Wrong."),
    )
    before = files(content)
    for command in commands:
        run = run_python("invoke", *command, "--content", str(content), cwd=ROOT)
        assert run.returncode == 1
        assert (
            run.stderr.endswith("nothing was changed; --yes makes the change without a question\n")
            or "unknown-place" in run.stderr
        )
        assert "Traceback" not in run.stderr
    assert files(content) == before
