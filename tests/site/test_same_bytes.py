"""The same content gives the same bytes: by either command, anywhere, at any time, twice."""

import os
import re
from datetime import UTC, datetime
from shutil import copytree

import pytest

from tests.building import GOOD, ROOT, SAMPLE, digests, run_build, run_python, traces

PROJECT = ("plugins", "theme", "pelicanconf.py", "publishconf.py", "tasks.py")
HERE = {"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "0", "PYTHONUTF8": "0"}
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "ru_RU.UTF-8",
    "LC_ALL": "",
    "LANGUAGE": "hi:ru",
    "PYTHONHASHSEED": "4242",
    "PYTHONUTF8": "1",
    "USER": "somebody",
    "HOSTNAME": "elsewhere",
    "SOURCE_DATE_EPOCH": "1",
    "SITEURL": "https://other.invalid",
}


def project_in(folder):
    """A copy of all that a build reads besides the content."""
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            copytree(source, folder / name, ignore=lambda _, names: {"__pycache__"} & set(names))
        else:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(source.read_bytes())
    return folder


def copied_backwards(source, target):
    """The same files made in the opposite order, with other times."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (86_400, 86_400))
    return target


@pytest.mark.parametrize("content", [SAMPLE, GOOD], ids=["sample", "good"])
def test_two_machines_give_the_same_bytes(content, tmp_path):
    """Other time zone, locale, hash seed, umask, folder, order of files, working directory."""
    here, elsewhere = tmp_path / "here", tmp_path / "far" / "away from there" / "é"
    elsewhere.mkdir(parents=True)
    first = run_build(content, here, env=HERE, umask=0o022)
    copy = copied_backwards(content, elsewhere / "content")
    second = run_build(copy, elsewhere, env=ELSEWHERE, umask=0o077, cwd=tmp_path)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert len(digests(here / "out")) > 50
    assert digests(here / "out") == digests(elsewhere / "out")


@pytest.mark.parametrize("content", [SAMPLE, GOOD], ids=["sample", "good"])
def test_pelican_and_our_own_command_give_the_same_bytes(content, tmp_path):
    """`python -m pelican content` in a fresh clone, and `inv build` in another."""
    ours, pelicans = (project_in(tmp_path / name) for name in ("ours", "pelicans"))
    for project in (ours, pelicans):
        copytree(content, project / "content")
    first = run_python("invoke", "build", cwd=ours)
    second = run_python("pelican", "content", cwd=pelicans)
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert len(digests(ours / "output")) > 50
    assert digests(ours / "output") == digests(pelicans / "output")


@pytest.mark.parametrize("command", [("invoke", "build"), ("pelican", "content")])
def test_a_build_says_nothing_but_its_result(command, tmp_path):
    """No warning: what is always there is soon not read."""
    project = project_in(tmp_path / "project")
    copytree(SAMPLE, project / "content")
    built = run_python(*command, cwd=project, env={"PYTHONWARNINGS": "default"})
    assert built.returncode == 0
    assert built.stderr == ""
    assert not re.search("warning|error|skip|deprecat", built.stdout, re.IGNORECASE)


def test_a_second_build_of_the_same_changes_no_byte(tmp_path):
    assert run_build(GOOD, tmp_path).returncode == 0
    before = digests(tmp_path / "out")
    assert run_build(GOOD, tmp_path).returncode == 0
    assert digests(tmp_path / "out") == before


def test_a_cache_of_another_archive_leaves_no_trace(tmp_path, good_site):
    assert run_build(SAMPLE, tmp_path).returncode == 0
    assert run_build(GOOD, tmp_path).returncode == 0
    assert digests(tmp_path / "out") == digests(good_site)


def test_a_damaged_cache_only_costs_time(tmp_path, good_site):
    assert run_build(GOOD, tmp_path).returncode == 0
    for path in sorted((tmp_path / "cache").rglob("*")):
        # The twin's files are the published ones themselves, by hard links.
        if path.is_file() and "twin/site-" not in path.as_posix():
            path.write_bytes(b"not what it was")
    (tmp_path / "cache" / "next").mkdir(exist_ok=True)
    (tmp_path / "cache" / "next" / "index.html").write_text("left by a killed build")
    assert run_build(GOOD, tmp_path).returncode == 0
    assert digests(tmp_path / "out") == digests(good_site)


def test_an_article_taken_out_is_gone_from_the_site(tmp_path):
    content = tmp_path / "content"
    copytree(GOOD, content)
    assert run_build(content, tmp_path).returncode == 0
    path = content / "articles" / "2021" / "ferry-in-hindi.md"
    path.unlink()
    assert run_build(content, tmp_path).returncode == 0
    clean = tmp_path / "clean"
    assert run_build(content, clean).returncode == 0
    assert not (tmp_path / "out" / "articles" / "2021" / "ferry-in-hindi.html").exists()
    assert digests(tmp_path / "out") == digests(clean / "out")


def test_only_the_three_given_folders_are_written(tmp_path):
    """Not the project, not the content, not the home or temporary folder."""
    project = project_in(tmp_path / "project")
    copytree(GOOD, tmp_path / "elsewhere" / "content")
    home, temporary, cwd = (tmp_path / name for name in ("home", "temporary", "cwd"))
    for folder in (home, temporary, cwd):
        folder.mkdir()
    kept = (project, tmp_path / "elsewhere" / "content", home, temporary, cwd)
    before = [traces(folder) for folder in kept]
    paths = {
        "--content": tmp_path / "elsewhere" / "content",
        "--output": tmp_path / "a" / "new" / "out",
        "--cache": tmp_path / "another" / "cache",
    }
    env = {"HOME": str(home), "TMPDIR": str(temporary), "XDG_CACHE_HOME": str(home)}
    built = run_python(
        "invoke",
        *("--search-root", str(project), "build"),
        *(f"{option}={path}" for option, path in paths.items()),
        cwd=cwd,
        env=env,
    )
    assert built.returncode == 0, built.stderr
    assert [traces(folder) for folder in kept] == before
    assert {path.name for path in tmp_path.iterdir()} == {
        "project", "elsewhere", "home", "temporary", "cwd", "a", "another"
    }  # fmt: skip
    assert [path.name for path in (tmp_path / "a" / "new").iterdir()] == ["out"]
    assert [path.name for path in (tmp_path / "another").iterdir()] == ["cache"]


def test_the_paths_may_be_relative_to_where_one_stands(tmp_path, good_site):
    copytree(GOOD, tmp_path / "given")
    built = run_python(
        "invoke", *("--search-root", str(ROOT), "build"),
        "--content=given", "--output=made", "--cache=.kept", cwd=tmp_path,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    assert digests(tmp_path / "made") == digests(good_site)


def test_no_page_holds_the_day_of_the_build(site):
    today = datetime.now(UTC).date()
    forms = (today.isoformat(), f"{today.day} {today:%B} {today.year}")
    sources = [path.read_text("utf-8") for path in SAMPLE.rglob("*.[my][da]*")]
    if any(form in text for form in forms for text in sources):
        pytest.skip("the content itself names today")
    for path in site.rglob("*.*ml"):
        text = path.read_text("utf-8")
        assert not [form for form in forms if form in text], path
