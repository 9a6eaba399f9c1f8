"""The same bytes in many environments, each unlike the first one in something that could tell."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from shutil import copytree

import pytest

from bench.make_archive import write_archive
from tests.building import GOOD, SAMPLE, digests, run_build

ENOUGH_FOR_WORKERS = 410


@dataclass(frozen=True)
class Environment:
    """Where and how a site is built. `place` makes the content folder, `before` is built into
    the same output and cache first; `locale` is made for the test, since few machines have it."""

    env: dict[str, str] = field(default_factory=dict)
    locale: str = ""
    umask: int = 0o022
    options: tuple[str, ...] = ()
    folder: str = "site"
    place: Callable[[Path, Path], object] = copytree
    before: tuple[Callable[[Path], object], ...] = ()


def backwards(source: Path, target: Path) -> None:
    """The same files, the last one made first, all of them dated 1986."""
    for path in sorted(source.rglob("*"), reverse=True):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (5e8, 5e8))


def another(content: Path) -> None:
    """An archive that has nothing to do with it."""
    shutil.rmtree(content)
    copytree(SAMPLE, content)


def retitled(content: Path) -> None:
    """Every second article has another title."""
    for path in sorted(content.glob("articles/*/*.md"))[::2]:
        edit(path, r"^(title: [\"']?)", r"\1Once ")


def renamed(content: Path) -> None:
    """Every record has another heading."""
    for path in content.glob("authorities/*/*.yaml"):
        edit(path, r"^(heading: [\"']?)", r"\1Old ")


def edit(path: Path, pattern: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(re.sub(pattern, new, text, count=1, flags=re.MULTILINE), "utf-8")


ENVIRONMENTS = {
    "French": Environment({"TZ": "Europe/Paris"}, locale="fr_FR"),
    "Turkish": Environment({"TZ": "Europe/Istanbul"}, locale="tr_TR"),
    "Arabic": Environment({"TZ": "Africa/Cairo"}, locale="ar_EG"),
    "far east": Environment({"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}),
    "far west": Environment({"TZ": "Pacific/Niue", "PYTHONHASHSEED": "4242"}),
    "ASCII": Environment({"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    "optimised": Environment({"PYTHONOPTIMIZE": "1", "PYTHONHASHSEED": "77"}),
    "private": Environment(umask=0o077),
    "one process": Environment(options=("--jobs", "1")),
    "another path": Environment(folder="far away/in a place/é"),
    "backwards": Environment(place=backwards),
    "after another archive": Environment(before=(another,)),
    "after edits": Environment(before=(retitled, renamed, retitled)),
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("first")
    built = run_build(GOOD, folder, env={"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"})
    assert built.returncode == 0, built.stderr
    found = digests(folder / "out")
    assert len(found) > 50
    return found


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_every_environment_gives_the_same_bytes(name, first, tmp_path):
    environment = ENVIRONMENTS[name]
    folder = tmp_path / environment.folder
    env = environment.env | (locale(tmp_path, environment.locale) if environment.locale else {})
    folder.mkdir(parents=True)
    content = folder / "content"
    for change in environment.before:
        copytree(GOOD, content)
        change(content)
        built = run_build(content, folder, env=env)
        assert built.returncode == 0, built.stderr
        assert digests(folder / "out") != first
        shutil.rmtree(content)
    environment.place(GOOD, content)
    built = run_build(
        content, folder, *environment.options, env=env, umask=environment.umask, cwd=tmp_path
    )
    assert built.returncode == 0, built.stderr
    assert digests(folder / "out") == first


def locale(folder: Path, name: str) -> dict[str, str]:
    """Settings under which a locale is at work; it is made in `folder`."""
    if shutil.which("localedef") is None or not Path(f"/usr/share/i18n/locales/{name}").exists():
        pytest.skip(f"no localedef here, or no definition of {name}")
    made = folder / "locales" / f"{name}.UTF-8"
    made.parent.mkdir()
    subprocess.run(
        ["localedef", "--no-archive", "-c", "-i", name, "-f", "UTF-8", str(made)], check=False
    )
    env = {"LC_ALL": f"{name}.UTF-8", "LOCPATH": str(made.parent)}
    month = "import locale; locale.setlocale(locale.LC_ALL, ''); print(locale.nl_langinfo("
    told = subprocess.run(
        ["python3", "-c", f"{month}locale.MON_4))"],
        env={"PATH": os.environ["PATH"], **env},
        capture_output=True,
        check=True,
    )
    assert told.stdout.decode().strip() not in ("", "April")
    return env


def test_any_number_of_workers_gives_the_same_bytes(tmp_path):
    """Enough articles that workers read and make them, if there may be any."""
    content = tmp_path / "content"
    write_archive(content, ENOUGH_FOR_WORKERS)
    found = []
    for jobs in ("1", "2", "5"):
        folder = tmp_path / jobs
        assert run_build(content, folder, "--jobs", jobs).returncode == 0
        found.append(digests(folder / "out"))
        shutil.rmtree(folder)
    assert len(found[0]) > ENOUGH_FOR_WORKERS
    assert found[0] == found[1] == found[2]
