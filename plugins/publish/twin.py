"""The twin: a second tree whose files are the published ones, by hard links.

It costs no bytes, only folders. Making it means one link a file; keeping it level after a
publish, one link for each file that differs.
"""

import errno
import os
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

from ..archive.roots import entries
from . import tree

# Where a file can't have (or, of another's file, one may not make) a second name, it's copied.
NO_LINK = frozenset(
    {errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES}
)

THREADS = 2  # the system makes links of two folders at once: 0.6 of the time of one


def make(published: Path, twin: Path) -> None:
    """Make the empty folder `twin` level with all of `published`."""
    waiting = [""]
    with ThreadPoolExecutor(THREADS) as threads:
        while waiting:
            below = threads.map(partial(make_folder, published, twin), waiting)
            waiting = list(chain.from_iterable(below))
    copy_mode(published, twin)


def make_folder(published: Path, twin: Path, folder: str) -> list[str]:
    """Make one folder level, with empty ones in it; these are returned, with a slash at the end."""
    with os.scandir(published / folder) as found:
        entries = list(found)
    below = [f"{folder}{e.name}/" for e in entries if e.is_dir(follow_symlinks=False)]
    for path in below:
        (twin / path).mkdir()
    link_files(published / folder, twin / folder, entries)
    return below


def link_files(source: Path, target: Path, entries: Iterable[os.DirEntry[str]]) -> None:
    """Give the files of one folder a second name in another. By handles of the two folders: of
    131,000 links half the time goes into walking down paths otherwise."""
    from_, to = (os.open(folder, os.O_RDONLY | os.O_CLOEXEC) for folder in (source, target))
    try:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                try:
                    os.link(entry.name, entry.name, src_dir_fd=from_, dst_dir_fd=to)
                except OSError as error:
                    if error.errno not in NO_LINK:
                        raise
                    shutil.copyfile(entry.path, target / entry.name)
    finally:
        os.close(from_)
        os.close(to)


def level(published: Path, twin: Path, paths: Iterable[str]) -> None:
    """Make `twin` equal `published`, where only these paths may differ."""
    differing = sorted(paths, reverse=True)  # what stands in a folder before the folder
    for path in differing:
        try:
            tree.unlink(twin, path)
        except NotADirectoryError:
            continue  # a file now stands where the path had a folder
    for path in differing:
        if (published / path).is_file():
            tree.make_folders(twin, path)
            link(published / path, twin / path)
    copy_mode(published, twin)


def link(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in NO_LINK:
            raise
        shutil.copyfile(source, target)


def copy_mode(published: Path, twin: Path) -> None:
    """What somebody did to the root of the site with chmod, they meant to stay."""
    mode = published.stat().st_mode
    if twin.stat().st_mode != mode:
        twin.chmod(mode & 0o7777)


def is_level(published: Path, twin: Path) -> bool:
    """Do both trees have the same files? Those with one inode are not read."""
    ours = dict(entries(twin))
    theirs = dict(entries(published))
    return ours.keys() == theirs.keys() and all(
        ours[path].inode() == theirs[path].inode()
        or Path(ours[path].path).read_bytes() == Path(theirs[path].path).read_bytes()
        for path in theirs
    )
