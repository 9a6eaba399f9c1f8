"""Two folders change places in one step, where the system can do that.

Linux: renameat2(2) with RENAME_EXCHANGE (ext4, xfs, btrfs, tmpfs, zfs; since 3.15).
macOS: renamex_np(2) with RENAME_SWAP (APFS). Elsewhere, and on file systems without it:
OSError with one of UNSUPPORTED, which is also the test of whether it's supported.
"""

import errno
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ctypes

UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})

RENAME_EXCHANGE = 2  # linux/fs.h
RENAME_SWAP = 2  # sys/stdio.h of macOS
AT_FDCWD = -100
# For a C library without the function (musl): the number of the system call.
RENAMEAT2 = {
    "x86_64": 316,
    "aarch64": 276,
    "riscv64": 276,
    "armv7l": 382,
    "ppc64le": 357,
    "s390x": 347,
}


def exchange(one: Path, other: Path) -> None:
    """Each of two existing paths becomes the other; a reader meets one or the other."""
    import ctypes

    first, second = os.fsencode(one), os.fsencode(other)
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, ctypes.c_uint(RENAME_SWAP))
    elif sys.platform == "linux":
        failed = renameat2(library, first, second)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(other))
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(other))


def renameat2(library: "ctypes.CDLL", first: bytes, second: bytes) -> int:
    import ctypes

    here, flag = ctypes.c_int(AT_FDCWD), ctypes.c_uint(RENAME_EXCHANGE)
    if hasattr(library, "renameat2"):
        return int(library.renameat2(here, first, here, second, flag))
    number = RENAMEAT2.get(platform.machine()) if sys.maxsize > 2**32 else None
    if number is None:
        ctypes.set_errno(errno.ENOSYS)
        return -1
    return int(library.syscall(ctypes.c_long(number), here, first, here, second, flag))
