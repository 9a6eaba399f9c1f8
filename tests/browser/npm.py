"""What tests need of npm: files that packages carry, and packages with all that they need in turn.
Fetched once into .cache/, held to pinned digests."""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

TOOLS = Path(__file__).resolve().parents[2] / ".cache" / "tools"


class NoPackageError(Exception):
    """What is missing, for the reason of a skip."""


@dataclass(frozen=True)
class Carried:
    """A file of a package; `digest` is the package's sha512 as npm writes it. The variable
    `named` of the environment holds the path of such a file, to use that one."""

    package: str
    version: str
    digest: str
    member: str
    named: str

    @property
    def stored(self) -> Path:
        name = Path(self.member)
        return TOOLS / f"{name.stem.lower()}-{self.version}{name.suffix}"

    def path(self) -> Path:
        """The file; `NoPackageError` without both a stored one and npm."""
        if named := os.environ.get(self.named):
            return Path(named)
        return self.stored if self.stored.exists() else self.fetched()

    def fetched(self) -> Path:
        if not shutil.which("npm"):
            raise NoPackageError(f"no npm to fetch {self.package}, and no {self.named}")
        TOOLS.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", f"{self.package}@{self.version}", "--silent", "--ignore-scripts"]
        packed = subprocess.run(
            command, cwd=TOOLS, capture_output=True, text=True, timeout=300, check=False
        )
        name = self.package.removeprefix("@").replace("/", "-")
        archive = TOOLS / f"{name}-{self.version}.tgz"
        if packed.returncode or not archive.exists():
            raise NoPackageError(
                f"npm could not fetch {self.package}: {packed.stderr.strip()[-200:]}"
            )
        self.unpack(archive)
        return self.stored

    def unpack(self, package: Path) -> None:
        """All or nothing; another package than the pinned one is an error, not a skip."""
        digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
        if digest != self.digest:
            raise ValueError(f"{package} is not {self.package} {self.version}: sha512 is {digest}")
        partial = self.stored.with_suffix(f".{os.getpid()}")
        with tarfile.open(package) as archive, partial.open("wb") as out:
            shutil.copyfileobj(archive.extractfile(self.member), out)
        partial.replace(self.stored)
        package.unlink()


@dataclass(frozen=True)
class Locked:
    """A package that needs others: `folder` has a package-lock.json with the sha512 of each. The
    variable `named` of the environment holds a folder whose node_modules have it, to use that."""

    package: str
    folder: Path
    named: str

    @property
    def stored(self) -> Path:
        lock = (self.folder / "package-lock.json").read_bytes()
        return TOOLS / f"{self.package}-{hashlib.sha256(lock).hexdigest()[:8]}"

    def path(self) -> Path:
        """Where its node_modules are; `NoPackageError` without Node, without them and npm."""
        if not shutil.which("node"):
            raise NoPackageError("no Node here")
        if named := os.environ.get(self.named):
            return Path(named)
        TOOLS.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.stored}.lock"):
            return self.stored if self.stored.exists() else self.installed()

    def installed(self) -> Path:
        """All or nothing; npm refuses what has another digest. No script of a package runs."""
        if not shutil.which("npm"):
            raise NoPackageError(f"no npm to fetch {self.package}, and no {self.named}")
        partial = self.stored.with_suffix(".partial")
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir()
        for name in ("package.json", "package-lock.json"):
            shutil.copy(self.folder / name, partial)
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(
            command, cwd=partial, capture_output=True, text=True, timeout=600, check=False
        )
        if done.returncode:
            raise NoPackageError(
                f"npm could not fetch {self.package}: {done.stderr.strip()[-200:]}"
            )
        return partial.rename(self.stored)
