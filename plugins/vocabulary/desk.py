"""`inv rename`, `inv merge`, `inv move`, `inv withdraw`: show the change, ask, make it."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..archive.problems import Problem
from . import filing, git
from .difference import coloured, diff, summary
from .holdings import Holdings, Plan, RefusedError
from .trial import Check, new_problems


@dataclass(frozen=True, kw_only=True)
class Desk:
    """How a change is made: `ask` gives the answer to a question, None where nobody is there.

    `yes` makes it without a question, `dry_run` only shows it, `anyway` makes it over edits that
    are not committed.
    """

    folder: Path
    check: Check
    yes: bool = False
    dry_run: bool = False
    anyway: bool = False
    ask: Callable[[str], str | None] = lambda _question: None

    def change(self, plan_of: Callable[[Holdings], Plan]) -> int:
        """Plan a change, show it, and make it if that is wanted; the exit code."""
        if not self.folder.is_dir():
            return fail(f"cuttings: {self.folder}: no such folder; name one with --content")
        holdings = Holdings(self.folder)
        try:
            plan = plan_of(holdings)
            if not plan.changes:
                print(plan.nothing)
                return 0
            return self.make(holdings, plan)
        except RefusedError as error:
            return refuse(error.problems)

    def make(self, holdings: Holdings, plan: Plan) -> int:
        problems = new_problems(holdings, plan, self.check)
        show(plan, Path(os.path.abspath(self.folder)).name)
        if problems:
            print("the outcome would have these problems:", file=sys.stderr)
            return refuse(problems)
        unsaved = self.unsaved(holdings, plan)
        if self.dry_run:
            print("nothing was changed: --dry-run only shows")
            return 0
        if unsaved:
            return refuse(unsaved)
        if not self.yes:
            answer = self.ask("Make this change? [y/N] ")
            if answer is None:
                return fail("nothing was changed; --yes makes the change without a question")
            if answer.strip().casefold() not in ("y", "yes"):
                return fail("nothing was changed")
        return self.keep(holdings, plan)

    def unsaved(self, holdings: Holdings, plan: Plan) -> list[Problem]:
        """Files with edits that would be mixed up with this change."""
        if self.anyway:
            return []
        found = git.uncommitted(self.folder)
        touched = {path for c in plan.changes for path in (c.path, c.was) if path in found}
        message = "this has edits that are not committed; commit them first, or add --anyway"
        return [
            holdings.problem(path, "uncommitted", message) for path in sorted(filter(None, touched))
        ]

    def keep(self, holdings: Holdings, plan: Plan) -> int:
        try:
            filing.keep(self.folder, plan)
        except filing.MeanwhileError as error:
            message = "this was changed meanwhile; run the command again"
            return refuse([holdings.problem(error.path, "changed-meanwhile", message)])
        except OSError as error:
            why = error.strerror or str(error)
            return fail(f"cuttings: {error.filename}: {why}; nothing was changed")
        print(f"done; to keep it: git add -A {self.folder} && git commit -m '{plan.subject}'")
        return 0


def refuse(problems: Iterable[Problem]) -> int:
    return fail(*map(str, sorted(set(problems))), "nothing was changed")


def fail(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return 1


def show(plan: Plan, root: str) -> None:
    is_seen = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for row in diff(plan, root):
        print(coloured(row) if is_seen else row)
    print(*(f"note: {note}" for note in plan.notes), summary(plan), sep="\n")


def ask(question: str) -> str | None:
    """The answer typed at a terminal; None where there is none, or on Ctrl-D."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    try:
        return input(question)
    except EOFError:
        return ""
