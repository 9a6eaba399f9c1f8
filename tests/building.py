"""Builds sites as a user does, each in a fresh process, and reads what came out."""

import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "content"
GOOD = ROOT / "tests" / "site" / "good" / "content"
# Reserved names (RFC 2606): nobody's site, and a sub-path, which most hosts have.
ADDRESS = "https://archive.example/cuttings"
# What a build may need of the machine; everything else is left out or set by a test.
NEEDED = ("PATH", "HOME", "LANG", "TMPDIR", "SYSTEMROOT")


def run_build(
    content: Path,
    folder: Path,
    *options: str,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """`inv build` of `content` into `folder`/out with the cache `folder`/cache."""
    paths = ["--content", content, "--output", folder / "out", "--cache", folder / "cache"]
    command = ["invoke", "--search-root", str(ROOT), "build", *map(str, paths), *options]
    return run_python(*command, env=env, cwd=cwd, umask=umask)


def run_python(
    module: str,
    *arguments: str,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    umask: int = -1,
) -> subprocess.CompletedProcess[str]:
    """`python -m module ...` with nothing of this process but its Python."""
    kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=cwd,
        env=kept | {"PYTHONDONTWRITEBYTECODE": "1"} | dict(env or {}),
        umask=umask,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def build_site(content: Path, folder: Path, *options: str) -> Path:
    """The built site; a build that fails fails the test, without a trace of our own calls."""
    built = run_build(content, folder, *options)
    if built.returncode:
        pytest.fail(f"the site does not build:\n{built.stdout}{built.stderr}", pytrace=False)
    return folder / "out"


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: its path from there, and its bytes."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def digests(folder: Path) -> dict[str, str]:
    """As `files`, but what two unlike trees have different is short enough to read."""
    return {name: sha256(data).hexdigest() for name, data in files(folder).items()}


def traces(folder: Path) -> dict[str, tuple[int, int, int, str]]:
    """All that a write would leave behind: mode, inode, time and bytes of each thing below."""
    found = {}
    for path in sorted([folder, *folder.rglob("*")]):
        status = path.lstat()
        regular = path.is_file() and not path.is_symlink()
        data = sha256(path.read_bytes()).hexdigest() if regular else ""
        found[str(path)] = (status.st_mode, status.st_ino, status.st_mtime_ns, data)
    return found


def pages(site: Path) -> list[str]:
    """The output paths of all HTML pages."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
