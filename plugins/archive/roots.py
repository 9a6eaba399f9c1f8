"""What is known of the two trees between builds, and how to tell that they are still the same.

`publish` says what the trees are for. What it leaves of them is told here, because whether there
is anything to build is asked before `publish` can be imported.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

NAME = "state"
PREFIX = "site-"  # of a tree's name in the cache
LIST = "differs"  # paths in which the two trees may differ
AHEAD = ".cuttings-new"  # in the published tree: a replacement file by file is not at its end
# In every page's head, from base.html: tells a site of ours from somebody's other files.
MARK = b'<meta name="generator" content="Cuttings">'
# A site of so many files is looked at file by file, in some 10 ms, before a build relies on
# what it left there; of a larger one only the root is.
LOOKED_AT = 5_000


def root_of(folder: Path) -> str | None:
    """Which folder this is, whatever it is called: device and inode. None: no such folder."""
    try:
        status = folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return f"{status.st_dev}:{status.st_ino}"


def identity_of(folder: Path) -> str | None:
    """As `root_of`, and when an entry last came to the root or went: `rm -rf output/*` and a new
    folder that was given the old one's inode are noticed."""
    try:
        status = folder.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return f"{status.st_dev}:{status.st_ino}:{status.st_mtime_ns}"


@dataclass(frozen=True, kw_only=True)
class State:
    """`identity` of the published tree, if it is as a build left it; `published` and `twin`, the
    two roots, of which an exchange makes each the other; `level`, how the list of paths that
    differ can be trusted: "" not at all, the boot of a build at work, the list's digest after a
    publish; `listing`, a digest of what the published files look like, "" if there are many."""

    identity: str | None = None
    published: str | None = None
    twin: str | None = None
    level: str = ""
    listing: str = ""

    @classmethod
    def read(cls, folder: Path) -> "State":
        """What the last build left in `folder`; nothing known if that can't be read."""
        try:
            data, seal = (folder / NAME).read_bytes().split(b"\n")
            if seal.decode() != sha256(data).hexdigest():
                return cls()
            return cls(**json.loads(data))
        except (OSError, ValueError, TypeError):
            return cls()

    def write(self, folder: Path) -> None:
        """Leave this for the next build. What a power cut spoils is not believed."""
        data = json.dumps(asdict(self)).encode()
        beside = folder / f"{NAME}.new"
        beside.write_bytes(data + b"\n" + sha256(data).hexdigest().encode())
        beside.replace(folder / NAME)

    def is_pair(self, one: str | None, other: str | None) -> bool:
        """Are these the two roots, whichever of them is published now?"""
        return None not in (one, other) and {one, other} == {self.published, self.twin}

    def is_at_rest(self, folder: Path, output: Path) -> bool:
        """Has the last build come to its end, and are both trees as it left them?"""
        return (
            self.identity is not None
            and identity_of(output) == self.identity
            and [root_of(tree) for tree in trees(folder)] == ([self.twin] if self.twin else [])
            and self.level == (list_digest(folder) if self.twin else "")
            and not (output / AHEAD).exists()
            and self.listing in ("", listing(output))
        )


def boot() -> str:
    """Which run of this machine it is: what a killed build wrote is there until the next one.
    "" where that can't be known; then such a build's twin is not used."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


def listing(folder: Path) -> str:
    """A digest of name, inode, size and time of each file; "" for more than LOOKED_AT."""
    lines = []
    for path, entry in entries(folder):
        status = entry.stat(follow_symlinks=False)
        lines.append(f"{path}\0{status.st_ino}\0{status.st_size}\0{status.st_mtime_ns}")
        if len(lines) > LOOKED_AT:
            return ""
    return sha256(os.fsencode("\n".join(sorted(lines)))).hexdigest()


def trees(folder: Path) -> list[Path]:
    """The trees in a cache: at rest one, the twin, or none."""
    return sorted(folder.glob(f"{PREFIX}*"))


def list_digest(folder: Path) -> str:
    """Tells whether the list is still the one that was left there."""
    return sha256((folder / LIST).read_bytes()).hexdigest()


def entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The path and the directory entry of every file below a folder, in any order."""
    waiting = [""] if folder.is_dir() else []
    while waiting:
        below = waiting.pop()
        with os.scandir(folder / below) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    yield below + entry.name, entry


def refusal(output: Path, content: Path) -> str | None:
    """Why `output` must not be replaced by a site, or None if it may be."""
    output, content = output.resolve(), content.resolve()
    if output == content or output in content.parents or content in output.parents:
        return f"{output}: the output folder overlaps with the content folder; name another"
    if output.exists() and not output.is_dir():
        return f"{output}: this is a file; name a folder with --output"
    if output.is_dir() and any(output.iterdir()) and not is_site(output):
        return (
            f"{output}: this folder holds other files than a site built here; "
            "name another with --output, or empty it"
        )
    return None


def is_site(folder: Path) -> bool:
    index = folder / "index.html"
    return index.is_file() and MARK in index.read_bytes()[:4096]
