"""What changed in the content folder since it was last taken in.

One scan of names, sizes, times and inodes, a folder at a time as text, so that comparing a
folder of thousands is comparing two strings. What looks different is told apart by the digest
of its bytes: after a fresh clone every time is new, and nothing has changed.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from operator import attrgetter
from pathlib import Path
from time import monotonic_ns

from .files import kind_of

# Names asked of an open folder needn't be looked up from the root, each of them.
BY_HANDLE = os.scandir in os.supports_fd
# A file changed within this time before the scan may change again without a new time stamp.
YOUNG = 2_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Listing:
    """One folder (path with a slash at its end, "" for the root): what is in it as text, and the
    newest of all times seen, nanoseconds since 1970."""

    folder: str
    text: str
    newest: int
    devices: frozenset[int]


@dataclass(frozen=True, slots=True)
class Scan:
    """The listing of each folder, and the newest time in it."""

    listings: Mapping[str, str]
    newest: Mapping[str, int]
    devices: frozenset[int]

    def paths(self) -> Iterator[tuple[str, str]]:
        """Every file as (path, kind), in no order."""
        for folder, listing in self.listings.items():
            for name, kind, _ in rows(listing):
                yield folder + name, kind

    def trusted_until(self, clock: tuple[int, int] | None) -> int:
        """A file with an older time can't be changed any more without getting another one.

        `clock` is what `clock_of` said before the scan. It counts only if all files are on that
        device: another one may have another clock. Then the newest file tells how late it is.
        """
        if clock and self.devices == {clock[0]}:
            return clock[1] - YOUNG
        return max(self.newest.values(), default=0) - YOUNG


def rows(listing: str) -> Iterator[tuple[str, str, str]]:
    """The lines of a listing as (name, kind, stamp)."""
    for line in listing.split("\n") if listing else ():
        stamp, kind, name = line.split(" ", 2)
        yield name.replace("/", "\n"), kind, stamp


def clock_of(folder: Path) -> tuple[int, int]:
    """The device that a folder is on, and what time it is there: that of a file made now."""
    probe = folder / "clock"
    probe.unlink(missing_ok=True)
    probe.touch(exist_ok=False)
    status = probe.stat()
    probe.unlink()
    return status.st_dev, status.st_mtime_ns


class Walk:
    """Everything below `root`, folder by folder. What was met is kept: whoever compares a few
    folders and finds a difference hands on the whole."""

    def __init__(self, root: Path) -> None:
        self.began = monotonic_ns()
        self._rest = listings(root)
        self._met: list[Listing] = []

    def __iter__(self) -> Iterator[Listing]:
        for one in self._rest:
            self._met.append(one)
            yield one

    def scan(self) -> Scan:
        """All of it, what wasn't met yet too."""
        met = [*self._met, *self]
        return Scan(
            {one.folder: one.text for one in met},
            {one.folder: one.newest for one in met},
            frozenset().union(*(one.devices for one in met)),
        )

    def clock(self, folder: Path) -> tuple[int, int]:
        """What `clock_of` would have said before the walk began."""
        device, now = clock_of(folder)
        return device, now - (monotonic_ns() - self.began)


def scan(root: Path) -> Scan:
    """List everything below `root`."""
    return Walk(root).scan()


def listings(root: Path) -> Iterator[Listing]:
    """List everything below `root`, folder by folder. Links are not followed."""
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            with entries(root / folder) as found:
                listing, below = listed(folder, found)
        except OSError:
            yield Listing(folder, "- unreadable ", 0, frozenset())
            continue
        waiting += below
        yield listing


@contextmanager
def entries(folder: Path) -> Iterator[Iterator["os.DirEntry[str]"]]:
    """What is in a folder. While this is open, each entry can be asked what it is."""
    if not BY_HANDLE:
        with os.scandir(folder) as found:
            yield found
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(handle) as found:
            yield found
    finally:
        os.close(handle)


def listed(folder: str, found: Iterator["os.DirEntry[str]"]) -> tuple[Listing, list[str]]:
    """A folder's listing, and the folders in it."""
    lines, newest, devices, below = [], 0, set(), []
    for entry in sorted(found, key=attrgetter("name")):
        name, kind = entry.name, kind_of(entry)
        if kind == "folder":
            below.append(f"{folder}{name}/")
            continue
        try:
            status = entry.stat(follow_symlinks=False)
        except FileNotFoundError:
            continue  # removed since the folder was listed
        modified, changed = status.st_mtime_ns, status.st_ctime_ns
        if modified > newest or changed > newest:
            newest = max(modified, changed)
        devices.add(status.st_dev)
        if "\n" in name:
            name = name.replace("\n", "/")  # a name holds no slash of its own
        lines.append(f"{status.st_size},{modified},{changed},{status.st_ino} {kind} {name}")
    return Listing(folder, "\n".join(lines), newest, frozenset(devices)), below


@dataclass(frozen=True, slots=True)
class Difference:
    """Paths to look at again, and paths that are gone."""

    changed: tuple[tuple[str, str], ...]  # (path, kind)
    gone: tuple[str, ...]


def difference(before: Mapping[str, str], now: Scan, *, trusted_until: int) -> Difference:
    """What differs between two scans.

    A file whose times are not older than `trusted_until` (nanoseconds) is looked at again in
    any case: it may have been written to just after it was read.
    """
    changed: list[tuple[str, str]] = []
    gone: list[str] = []
    for folder in sorted(before.keys() | now.listings.keys()):
        old, new = before.get(folder, ""), now.listings.get(folder, "")
        if old != new or now.newest.get(folder, 0) >= trusted_until:
            found = difference_in(folder, old, new, trusted_until)
            changed += found.changed
            gone += found.gone
    return Difference(tuple(changed), tuple(gone))


def difference_in(folder: str, old: str, new: str, trusted_until: int) -> Difference:
    """The same for two listings of one folder."""
    was = {name: (kind, stamp) for name, kind, stamp in rows(old)}
    found = {name: (kind, stamp) for name, kind, stamp in rows(new)}
    return Difference(
        tuple(
            (folder + name, kind)
            for name, (kind, stamp) in found.items()
            if was.get(name) != (kind, stamp) or is_young(stamp, trusted_until)
        ),
        tuple(folder + name for name in was if name not in found),
    )


def is_young(stamp: str, trusted_until: int) -> bool:
    if stamp == "-":
        return False
    _, modified, status, _ = stamp.split(",")
    return max(int(modified), int(status)) >= trusted_until


def digest_of(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
