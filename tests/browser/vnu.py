"""The Nu HTML Checker: the jar that npm's `vnu-jar` carries, fetched once into .cache/.

No Python package ships one that knows `<search>` (docs/dependencies.md).
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

NAMED = "CUTTINGS_VNU"  # the path of a vnu.jar, to use that one
VERSION = "26.9.27"
DIGEST = "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
MEMBER = "package/build/dist/vnu.jar"
STORED = Path(__file__).resolve().parents[2] / ".cache" / "tools" / f"vnu-{VERSION}.jar"


class NoCheckerError(Exception):
    """What is missing, for the reason of a skip."""


def find_vnu() -> Path:
    """The jar; `NoCheckerError` without Java, or without both a stored jar and npm."""
    if not shutil.which("java"):
        raise NoCheckerError("no Java here")
    if named := os.environ.get(NAMED):
        return Path(named)
    return STORED if STORED.exists() else fetched()


def fetched() -> Path:
    if not shutil.which("npm"):
        raise NoCheckerError(f"no npm to fetch vnu-jar with, and {NAMED} names no vnu.jar")
    STORED.parent.mkdir(parents=True, exist_ok=True)
    package = STORED.parent / f"vnu-jar-{VERSION}.tgz"
    command = ["npm", "pack", f"vnu-jar@{VERSION}", "--silent", "--ignore-scripts"]
    packed = subprocess.run(
        command, cwd=STORED.parent, capture_output=True, text=True, timeout=300, check=False
    )
    if packed.returncode or not package.exists():
        raise NoCheckerError(f"npm could not fetch vnu-jar: {packed.stderr.strip()[-200:]}")
    unpack(package)
    return STORED


def unpack(package: Path) -> None:
    """All or nothing; another package than the pinned one is an error, not a skip."""
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != DIGEST:
        raise ValueError(f"{package} is not vnu-jar {VERSION}: its sha512 is {digest}")
    partial = STORED.with_suffix(f".{os.getpid()}")
    with tarfile.open(package) as archive, partial.open("wb") as out:
        shutil.copyfileobj(archive.extractfile(MEMBER), out)
    partial.replace(STORED)
    package.unlink()


def complaints(jar: Path, addresses: Iterable[str]) -> list[str]:
    """Each error and warning about pages on this machine, as `address:line: type: message`.

    Over HTTP rather than from disk: a file has no origin, so that the checker thinks 'self' in
    a policy to be nothing.
    """
    command = ["java", "-Xss1m", "-Dnu.validator.servlet.allow-forbidden-hosts=true"]
    command += ["-jar", str(jar), "--format", "json", "--exit-zero-always", *addresses]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    return [
        f"{message['url']}:{message.get('lastLine', 0)}: {message['type']}: {message['message']}"
        for message in json.loads(told)["messages"]
        if not is_about_linked_data(message)
    ]


def is_about_linked_data(message: dict[str, Any]) -> bool:
    """A data block is never run, so no policy governs it: the HTML standard, "prepare the
    script element", ends for one before it comes to the policy."""
    about = f"{message.get('extract', '')}"
    return "Inline script violates" in message["message"] and "application/ld+json" in about
