"""Where the published tree and the new one stand, and whether they can change places."""

import errno
import os
from pathlib import Path

from .exchange import UNSUPPORTED, exchange

# What rename says across file systems and mounts, over a mount point, under a folder that
# may not be written to, and of folders of another layer (overlayfs).
CANNOT_MOVE = frozenset({errno.EXDEV, errno.EBUSY, errno.EACCES, errno.EPERM})


def is_elsewhere(output: Path, folder: Path) -> bool:
    """Is `output` where nothing from `folder` can be moved to? A hard link tells best: it knows
    bind mounts, which have one device."""
    there = output if output.exists() else nearest(output)
    if there.stat().st_dev != folder.stat().st_dev or output.is_mount():
        return True
    probe = folder / "probe"
    probe.unlink(missing_ok=True)
    try:
        probe.hardlink_to(output / "index.html")
    except OSError as error:
        return error.errno == errno.EXDEV
    probe.unlink()
    return False


def nearest(output: Path) -> Path:
    """The folder that `output` stands in, or will."""
    return next(folder for folder in output.parents if folder.exists())


def must_be_writable(output: Path, elsewhere: bool) -> None:
    """PermissionError now, not after all has been rendered. A tree is exchanged through the
    folder that it stands in; file by file, it must be writable itself."""
    ways = [output] if output.exists() else []
    if not (elsewhere and ways):
        ways.append(nearest(output))
    if not any(os.access(folder, os.W_OK) for folder in ways):
        raise PermissionError(errno.EACCES, "this folder may not be written to", str(output))


def swap(new: Path, output: Path, aside: Path) -> None:
    """`new` becomes `output`, and the other way round where there was one."""
    output.parent.mkdir(parents=True, exist_ok=True)
    if not output.exists():
        new.rename(output)
        return
    try:
        exchange(new, output)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        rename_twice(new, output, aside)


def rename_twice(new: Path, output: Path, aside: Path) -> None:
    """As `swap`, with an instant without `output`. A build killed in it is mended by the next,
    which knows the published root by its inode."""
    output.rename(aside)
    try:
        new.rename(output)
    except OSError:
        aside.rename(output)
        raise
    aside.rename(new)
