"""The outcome of a change, checked before anything is written."""

from collections import Counter
from collections.abc import Callable

from ..archive.content import Content
from ..archive.outcome import content_with
from ..archive.problems import Problem
from .holdings import Holdings, Plan

Check = Callable[[Content], tuple[Problem, ...]]


def new_problems(holdings: Holdings, plan: Plan, check: Check) -> list[Problem]:
    """Problems that are not there now, in the records concerned and in all files that mention
    what changes. The rest of the archive can't come to have any by this."""
    names = holdings.names
    folders = tuple(f"authorities/{kind}/" for kind in plan.kinds)
    concerned = plan.near | {path for c in plan.changes for path in (c.path, c.was) if path}
    paths = {path for path in names if path in concerned or path.startswith(folders)}
    gone = {change.was or change.path for change in plan.changes}
    new = {change.path: change.after for change in plan.changes if change.after is not None}
    before = check(content_with(holdings.folder, names, paths, {}))
    after = check(content_with(holdings.folder, names - gone, paths - gone, new))
    moved = {holdings.shown(c.was): holdings.shown(c.path) for c in plan.changes if c.was}
    left = Counter(likeness(problem, moved) for problem in before)
    found = []
    for problem in after:
        if left[likeness(problem, {})] > 0:
            left[likeness(problem, {})] -= 1
        else:
            found.append(problem)
    return found


def likeness(problem: Problem, moved: dict[str, str]) -> tuple[str, str, str]:
    """A problem without its line, which may differ by what was added above."""
    return moved.get(problem.path, problem.path), problem.code, problem.message
