"""What changed in the content folder since it was last taken in.

One scan of names, sizes, times and inodes, a folder at a time as text, so that comparing a
folder of thousands is comparing two strings. What looks different is told apart by the digest
of its bytes: after a fresh clone every time is new, and nothing has changed.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from .files import kind_of

# A file changed within this time before the scan may change again without a new time stamp.
YOUNG = 2_000_000_000  # nanoseconds


@dataclass(frozen=True, slots=True)
class Scan:
    """The listing of each folder (path with a slash at its end, "" for the root)."""

    listings: Mapping[str, str]
    newest: int  # of all times seen, nanoseconds since 1970

    def paths(self) -> Iterator[tuple[str, str]]:
        """Every file as (path, kind), in no order."""
        for folder, listing in self.listings.items():
            for name, kind, _ in rows(listing):
                yield folder + name, kind


def rows(listing: str) -> Iterator[tuple[str, str, str]]:
    """The lines of a listing as (name, kind, stamp)."""
    for line in listing.split("\n") if listing else ():
        stamp, kind, name = line.split(" ", 2)
        yield name.replace("\\n", "\n").replace("\\\\", "\\"), kind, stamp


def scan(root: Path) -> Scan:
    """List everything below `root`. Links are not followed."""
    listings: dict[str, str] = {}
    newest = 0
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = sorted(os.scandir(root / prefix), key=lambda entry: entry.name)
        except OSError:
            listings[prefix] = "- unreadable "
            continue
        lines = []
        for entry in entries:
            kind = kind_of(entry)
            if kind == "folder":
                waiting.append(f"{prefix}{entry.name}/")
                continue
            status = entry.stat(follow_symlinks=False)
            newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
            name = entry.name
            if "\\" in name or "\n" in name:
                name = name.replace("\\", "\\\\").replace("\n", "\\n")
            lines.append(
                f"{status.st_size},{status.st_mtime_ns},{status.st_ctime_ns},{status.st_ino} "
                f"{kind} {name}"
            )
        listings[prefix] = "\n".join(lines)
    return Scan(listings, newest)


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
        if old == new and not may_be_young(new, trusted_until, now.newest):
            continue
        was = {name: (kind, stamp) for name, kind, stamp in rows(old)}
        found = {name: (kind, stamp) for name, kind, stamp in rows(new)}
        changed += [
            (folder + name, kind)
            for name, (kind, stamp) in found.items()
            if was.get(name) != (kind, stamp) or is_young(stamp, trusted_until)
        ]
        gone += [folder + name for name in was if name not in found]
    return Difference(tuple(changed), tuple(gone))


def may_be_young(listing: str, trusted_until: int, newest: int) -> bool:
    return newest >= trusted_until and any(
        is_young(stamp, trusted_until) for _, _, stamp in rows(listing)
    )


def is_young(stamp: str, trusted_until: int) -> bool:
    if stamp == "-":
        return False
    _, modified, status, _ = stamp.split(",")
    return max(int(modified), int(status)) >= trusted_until


def digest_of(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
