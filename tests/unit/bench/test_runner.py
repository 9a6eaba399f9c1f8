"""Jobs run turn by turn, and nothing is left behind. The system is a fake."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from bench.cast import Record
from bench.drafts import Draft, draft
from bench.jobs import JOBS, Archive, add_backdated, add_newest, edit
from bench.measure import CommandError
from bench.runner import Plan, run
from bench.systems import System

BUILD = """
import pathlib, shutil, sys
source, output = map(pathlib.Path, sys.argv[1:])
for path in sorted(source.rglob("*.md")):
    target = output / "articles" / path.relative_to(source).with_suffix(".html")
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists() or target.read_bytes() != path.read_bytes():
        shutil.copyfile(path, target)
"""


class Fake(System):
    """Copies articles; writes those only that changed."""

    name = "fake"

    def __init__(self, name: str, folder: Path) -> None:
        super().__init__(folder / name)
        self.name = name
        self.articles: list[Draft] = []

    def prepare(self) -> None:
        (self.folder / "source").mkdir(parents=True)

    def introduce(self, record: Record) -> None: ...

    def put(self, article: Draft) -> None:
        self.articles.append(article)
        path = self.folder / "source" / f"{article.id}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{article.title}\n{article.body}", "utf-8")

    def retheme(self, mark: int) -> None: ...

    def forget(self) -> None:
        for path in sorted(self.output.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()

    def command(self) -> list[str]:
        return [sys.executable, "-c", BUILD, str(self.folder / "source"), str(self.output)]


class Forgetful(Fake):
    def command(self) -> list[str]:
        return [sys.executable, "-c", "pass"]


def plan(*jobs: str, makers: tuple[type[Fake], ...] = (Fake, Fake), rounds: int = 2) -> Plan:
    return Plan(
        place="disk",
        size=8,
        jobs=[JOBS[name] for name in jobs],
        makers=[partial(make, name) for make, name in zip(makers, "ab", strict=False)],
        rounds=rounds,
        seed=1,
        day="2026-11-22",
        machine="a machine",
    )


def test_systems_take_turns_in_each_job_of_each_round(tmp_path: Path) -> None:
    samples = list(run(plan("cold", "added"), tmp_path / "work"))
    assert [(one.round, one.job, one.system) for one in samples] == [
        (turn, job, name) for turn in (0, 1) for job in ("cold", "added") for name in "ab"
    ]


def test_files_that_are_written_count(tmp_path: Path) -> None:
    jobs = ("cold", "unchanged", "added", "edited", "backdated")
    samples = list(run(plan(*jobs, rounds=1), tmp_path / "work"))
    assert {one.job: one.files for one in samples if one.system == "a"} == {
        "cold": 8,
        "unchanged": 0,
        "added": 1,
        "edited": 1,
        "backdated": 1,
    }


def test_one_job_alone_begins_with_a_built_site(tmp_path: Path) -> None:
    samples = list(run(plan("added", rounds=1), tmp_path / "work"))
    assert [one.files for one in samples] == [1, 1]


def test_no_litter_is_left(tmp_path: Path) -> None:
    list(run(plan("cold", rounds=1), tmp_path / "work"))
    with pytest.raises(CommandError):
        list(run(plan("cold", makers=(Forgetful,)), tmp_path / "work"))
    assert not list(tmp_path.iterdir())


def test_the_folder_of_a_killed_bench_goes_with_the_next(tmp_path: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()
    killed = tmp_path / "work" / f"cuttings-bench-{process.pid}-abc"
    running = tmp_path / "work" / f"cuttings-bench-{os.getpid()}-abc"
    other = tmp_path / "work" / "something-else"
    for folder in (killed, running, other):
        folder.mkdir(parents=True)
    list(run(plan("cold", rounds=1), tmp_path / "work"))
    assert sorted((tmp_path / "work").iterdir()) == [running, other]


def test_a_system_that_drops_articles_is_found_out(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="0 pages of 8 articles"):
        list(run(plan("cold", makers=(Forgetful,)), tmp_path / "work"))


def test_added_articles_name_only_what_is_there(tmp_path: Path) -> None:
    size = 40
    known = {(one.kind, one.id) for n in range(size) for one in draft(1, n).records}
    archive = Archive(1, size, known, next=size)
    fake = Fake("a", tmp_path)
    fake.prepare()
    for change in (add_newest, add_backdated, edit, add_newest):
        change(archive, [fake])
    newest, backdated, _, again = fake.articles
    assert newest.day > backdated.day
    assert newest.number != again.number
    assert archive.added == 3
    for article in fake.articles:
        assert {(one.kind, one.id) for one in article.records} <= known
