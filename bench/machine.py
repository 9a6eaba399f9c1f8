"""The machine in general terms: enough to judge numbers by, nothing to find it by."""

import os
import platform
import re
from pathlib import Path

CPU = re.compile(r"^model name\s*:\s*(.+)$", re.MULTILINE)
MEMORY = re.compile(r"^MemTotal:\s*(\d+) kB$", re.MULTILINE)


def describe() -> str:
    """Such as "2 cores of SuperChip 3000, 24 GB, Linux, Python 3.11"."""
    cpu = CPU.search(text("/proc/cpuinfo"))
    memory = MEMORY.search(text("/proc/meminfo"))
    return ", ".join(
        (
            f"{os.cpu_count()} cores of {cpu[1] if cpu else platform.machine()}",
            *([f"{int(memory[1]) / 1e6:.0f} GB"] if memory else []),
            platform.system(),
            f"Python {platform.python_version()}",
        )
    )


def file_system(folder: Path) -> str:
    """The type of the file system that holds `folder`, such as ext4; "" where unknown."""
    best = ("", "")
    for line in text("/proc/self/mountinfo").splitlines():
        before, _, after = line.partition(" - ")
        mount = before.split()[4]
        if folder.resolve().is_relative_to(mount) and len(mount) >= len(best[0]):
            best = (mount, after.split()[0])
    return best[1]


def text(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:
        return ""
