"""Writing a change: all files of it, or none."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .holdings import Change, Plan


class MeanwhileError(Exception):
    """A file that somebody else changed since it was read."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def keep(folder: Path, plan: Plan) -> None:
    """Put every file in its place: new ones first, then those that change, and what goes, last,
    so that an id that is mentioned leads somewhere at every moment.

    Each is written beside its place, and all are on the disk before the first is touched. After
    an error all are as they were. Raises OSError, and MeanwhileError where a file isn't as it was
    read.
    """
    changes = sorted(plan.changes, key=turn)
    done: list[Change] = []
    try:
        write_beside(folder, changes)
        for change in changes:
            refuse_other(folder, change)
        for change in changes:
            done.append(change)
            put(folder, change)
        for was in filter(None, (change.was for change in changes)):
            (folder / was).unlink()
    except BaseException:
        for change in reversed(done):
            restore(folder, change)
        raise
    finally:
        for change in changes:
            with suppress(OSError):
                beside(folder / change.path).unlink(missing_ok=True)


def write_beside(folder: Path, changes: Iterable[Change]) -> None:
    for change in changes:
        if change.after is not None:
            place = folder / change.path
            write(beside(place), change.after, like=folder / (change.was or change.path))
    if hasattr(os, "sync"):
        os.sync()  # once, for it may be thousands


def put(folder: Path, change: Change) -> None:
    place = folder / change.path
    if change.after is None:
        place.unlink()
    else:
        beside(place).replace(place)


def turn(change: Change) -> tuple[int, str]:
    return (0 if change.was else 2 if change.after is None else 1), change.path


def refuse_other(folder: Path, change: Change) -> None:
    place = folder / change.path
    if change.was and place.exists() and place.read_bytes() != change.after:
        raise MeanwhileError(change.path)
    was = change.was or change.path
    if (folder / was).read_bytes() != change.before:
        raise MeanwhileError(was)


def restore(folder: Path, change: Change) -> None:
    """As it was before the change."""
    if change.was:
        (folder / change.path).unlink(missing_ok=True)
    assert change.before is not None
    place = folder / (change.was or change.path)
    if not place.exists() or place.read_bytes() != change.before:
        write(beside(place), change.before, like=place)
        beside(place).replace(place)


def beside(file: Path) -> Path:
    return file.with_name(f".{file.name}.part")


def write(part: Path, data: bytes, like: Path) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(data)
    with suppress(OSError):
        shutil.copymode(like, part)
