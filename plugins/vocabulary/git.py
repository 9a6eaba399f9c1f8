"""What git knows of the content folder: which files have edits that are not committed."""

import subprocess
from pathlib import Path


def uncommitted(folder: Path) -> set[str]:
    """Paths in `folder` that git follows and that differ from the last commit; none where it is
    in no repository, or git is not there. What git doesn't follow yet is new as a whole."""
    command = ("git", "-C", str(folder), "status", "--porcelain", "-z", "--untracked-files=no")
    try:
        told = subprocess.run((*command, "--", "."), capture_output=True, check=True).stdout
        above = subprocess.run(
            ("git", "-C", str(folder), "rev-parse", "--show-prefix"),
            capture_output=True,
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return set()
    prefix = above.decode("utf-8", "surrogateescape").rstrip("\n")
    rows = iter(told.decode("utf-8", "surrogateescape").split("\0"))
    found = set()
    for row in rows:
        if row:
            found.add(row[3:].removeprefix(prefix))
        if row.startswith("R") or row[1:2] == "R":
            found.add(next(rows, "").removeprefix(prefix))  # the name before
    return found
