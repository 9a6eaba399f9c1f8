"""The outcome of a change, checked before anything is written."""

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from ..archive.content import Content, read_file
from ..archive.problems import Problem
from .holdings import Holdings, Plan

Check = Callable[[Content], tuple[Problem, ...]]


def new_problems(holdings: Holdings, plan: Plan, check: Check) -> list[Problem]:
    """Problems that are not there now, in the records concerned and in all files that mention
    what changes. The rest of the archive can't come to have any by this."""
    before = Content(holdings.folder.absolute(), paths=set(holdings.names))
    note_images(before)
    paths = records(holdings.names, plan) | (plan.read & holdings.names)
    take_in(before, paths)
    after = with_changes(before, plan, paths)
    moved = {holdings.shown(c.was): holdings.shown(c.path) for c in plan.changes if c.was}
    left = Counter(likeness(problem, moved) for problem in check(before))
    found = []
    for problem in check(after):
        if left[likeness(problem, {})] > 0:
            left[likeness(problem, {})] -= 1
        else:
            found.append(problem)
    return found


def records(names: Iterable[str], plan: Plan) -> set[str]:
    folders = tuple(f"authorities/{kind}/" for kind in plan.kinds)
    return {path for path in names if folders and path.startswith(folders)}


def note_images(content: Content) -> None:
    """Captures are left out: none of them is changed, and to read them takes time."""
    names = (path for path in content.paths if path.startswith("images/"))
    content.images.update(path.removeprefix("images/") for path in names)


def take_in(content: Content, paths: Iterable[str]) -> None:
    for path in sorted(paths):
        read_file(content, path, "file")


def with_changes(before: Content, plan: Plan, paths: Iterable[str]) -> Content:
    """What `before` will be: changed files are read from a folder of their own, others again."""
    gone = {change.was or change.path for change in plan.changes}
    there = {change.path: change.after for change in plan.changes if change.after is not None}
    after = Content(before.folder, paths=(before.paths - gone) | there.keys())
    after.images.update(before.images)
    take_in(after, set(paths) - gone - there.keys())
    with TemporaryDirectory() as folder:
        after.folder = Path(folder) / before.folder.name
        for path, data in there.items():
            file = after.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        take_in(after, there)
    after.folder = before.folder
    return after


def likeness(problem: Problem, moved: dict[str, str]) -> tuple[str, str, str]:
    """A problem without its line, which may differ by what was added above."""
    return moved.get(problem.path, problem.path), problem.code, problem.message
