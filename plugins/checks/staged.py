"""What is about to be committed, as a folder that can be checked.

A commit holds what is staged, and that may be another thing than what lies in the folder: half
of an edit, an article without the record that it names. So where the two differ, what is staged is
written out into the cache and judged there.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copy2, rmtree
from tempfile import mkdtemp

from ..archive.holdings.tables import store_in
from ..archive.sealed import stamp_path


class GitError(Exception):
    """What is staged can't be told; the text says why."""


@contextmanager
def staged(folder: Path, cache: Path) -> Iterator[tuple[Path, Path]]:
    """The content folder as it is staged, and a cache for what is found there."""
    if is_as_staged(folder):
        yield folder, cache
        return
    beside = cache / "staged"
    beside.mkdir(parents=True, exist_ok=True)
    place = Path(mkdtemp(dir=beside.absolute()))
    try:
        yield written_out(folder, place), with_what_is_known(cache, beside)
    finally:
        rmtree(place, ignore_errors=True)


def is_as_staged(folder: Path) -> bool:
    """Nothing in the folder differs from what is staged, and nothing is there that isn't."""
    return not (
        git(folder, "diff", "--name-only", "-z")
        or git(folder, "ls-files", "--others", "--exclude-standard", "-z")
    )


def written_out(folder: Path, place: Path) -> Path:
    """Write what is staged of the folder below `place`; where it is now."""
    names = git(folder, "ls-files", "-z")
    git(None, "checkout-index", "-z", "--stdin", f"--prefix={place}/", given=names)
    # Paths begin at the repository's top, wherever in it we are.
    top = git(None, "rev-parse", "--show-prefix").decode().rstrip("\n")
    written = place / os.path.normpath(top + os.path.relpath(folder))
    written.mkdir(parents=True, exist_ok=True)
    return written


def with_what_is_known(cache: Path, beside: Path) -> Path:
    """A cache of its own, for the files' places and times are others; it begins with what is known
    of the folder. A store that is written to meanwhile is found to be unsealed."""
    here, there = store_in(cache), store_in(beside)
    with suppress(OSError):
        if not there.exists():
            there.parent.mkdir(parents=True, exist_ok=True)
            copy2(here, there)
            copy2(stamp_path(here), stamp_path(there))
    return beside


def git(folder: Path | None, *words: str, given: bytes = b"") -> bytes:
    """What git says, of a folder if one is named.

    It is asked here and not there: to its hooks git tells by variables which index is meant
    (`git commit -a` has one of its own), and these count from the current folder.
    """
    paths = () if folder is None else ("--", os.path.relpath(folder))
    try:
        done = subprocess.run(
            ["git", *words, *paths], input=given, capture_output=True, check=False
        )
    except OSError as error:
        raise GitError(f"git can't be run: {error.strerror}") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise GitError(said or "git failed")
    return done.stdout
