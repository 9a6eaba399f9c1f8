"""The peers' virtual environment: made once, made anew when the versions change."""

import shutil
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")


class PeersError(Exception):
    """The peers could not be installed; the text says why."""


def install(folder: Path) -> Path:
    """The environment at `folder` with the pinned peers in it."""
    stamp = folder / "requirements.txt"
    wanted = REQUIREMENTS.read_bytes()
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    print("bench: installing the peers", flush=True)
    run(sys.executable, "-m", "venv", str(folder))
    pip = ("-m", "pip", "-qq", "--disable-pip-version-check", "--no-input", "install")
    run(str(python(folder)), *pip, "--only-binary", ":all:", "-r", str(REQUIREMENTS))
    stamp.write_bytes(wanted)
    return folder


def run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise PeersError((done.stderr or done.stdout).strip()[-500:])


def python(folder: Path) -> Path:
    return folder / "bin" / "python"


def binary(folder: Path, package: str, path: str) -> Path:
    """A program inside an installed package: called itself, not through its Python wrapper."""
    found = sorted(folder.glob(f"lib/python*/site-packages/{package}/{path}"))
    if not found:
        raise PeersError(f"{package} has no {path} on this machine")
    return found[0]


def version(package: str) -> str:
    """The pinned version."""
    for line in REQUIREMENTS.read_text().splitlines():
        name, _, number = line.partition("==")
        if name.split("[")[0] == package:
            return number
    raise KeyError(package)
