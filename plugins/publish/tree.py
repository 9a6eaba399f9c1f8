"""Files of the site on disk: how a file comes and goes.

`root` is the folder in which a new site grows. Its files may share their bytes with the
published site by hard links, so none is ever opened for writing again: a changed file is a
new file. Paths are output paths, with "/".
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from ..archive.roots import entries
from . import journal

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | os.O_CLOEXEC


def write(path: Path, data: bytes) -> None:
    """Write a new file, its folder included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_file(path.parent, path.name, data)


def write_file(root: Path, path: str, data: bytes) -> None:
    """Make file `path` anew under `root`, which must exist; any process may call it."""
    journal.note(root, path)
    put_file(root, path, data)


def put_file(root: Path, path: str, data: bytes) -> None:
    """As `write_file`, in a tree that is made from nothing: there is no list of its paths."""
    target = f"{root}/{path}"
    try:
        handle = create(root, path)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(handle, left) :]
        finally:
            os.close(handle)
    except OSError as error:
        error.filename = error.filename or target  # a full disk doesn't say where it is full
        raise


def create(root: Path, path: str) -> int:
    """A handle to write a new file with. The file that is there already loses its name only."""
    target = f"{root}/{path}"
    try:
        return os.open(target, NEW, 0o666)
    except FileExistsError:
        Path(target).unlink()
    except FileNotFoundError:
        make_folders(root, path)
    return os.open(target, NEW, 0o666)


def make_folders(root: Path, path: str) -> None:
    """The folders that `path` stands in, but never `root`: where that is gone, another build
    has taken over, and a worker that outlived its own must not put it back."""
    folder = root
    for name in path.split("/")[:-1]:
        folder = folder / name
        try:
            folder.mkdir()
        except FileExistsError:
            if not folder.is_dir():
                raise


def remove_file(root: Path, path: str) -> None:
    """Remove a file, or with a closing "/" a folder; whatever isn't there is removed already."""
    if path.endswith("/"):
        for name in sorted(files(root / path)):
            remove_file(root, path + name)
        return
    journal.note(root, path)
    unlink(root, path)


def unlink(root: Path, path: str) -> None:
    """Remove a file and the folders that are empty without it."""
    (root / path).unlink(missing_ok=True)
    for folder in list((root / path).parents):
        if folder == root:
            return
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError:
            return


def files(folder: Path) -> Iterator[str]:
    """The path of every file below a folder, in any order."""
    for path, _ in entries(folder):
        yield path


def clear(folder: Path) -> None:
    """Remove a folder and all below it, as far as that can be done."""
    shutil.rmtree(folder, ignore_errors=True)
