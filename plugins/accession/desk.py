"""`inv add`: ask or take, show, check, write."""

import sys
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..archive import files
from ..archive.content import IGNORED, Content, read_file
from ..archive.files import decode
from ..archive.model import KINDS
from ..archive.outcome import content_with
from ..archive.problems import Problem
from . import options, twins
from .drafts import Draft
from .names import Known
from .questions import QUESTIONS, Records

if TYPE_CHECKING:
    from .terminal import Terminal

Check = Callable[[Content], tuple[Problem, ...]]
Write = Callable[[dict[Path, bytes]], None]


@dataclass(frozen=True, kw_only=True)
class Desk:
    """`write` puts all files in, or none; `terminal` is None where nobody can be asked."""

    folder: Path
    today: date
    check: Check
    write: Write
    show: Callable[[str], None] = print
    terminal: "Terminal | None" = None
    yes: bool = False
    makes_records: bool = False

    def add(self, given: Mapping[str, str], body: bytes | None) -> int:
        """Make an article of what is `given` by option, and what is asked; the exit code."""
        if not self.folder.is_dir():
            return fail(f"cuttings: {self.folder}: no such folder; name one with --content")
        paths = names_in(self.folder)
        known = records_in(self.folder, paths)
        draft = Draft(self.today)
        found = take_body(draft, body)
        found += options.take_options(draft, known, given, paths, makes_records=self.makes_records)
        if found:
            return self.refuse(found)
        try:
            return self.finish(draft, known, given, paths, has_body=body is not None)
        except (KeyboardInterrupt, EOFError):
            return fail("", "nothing was written")

    def finish(
        self,
        draft: Draft,
        known: Records,
        given: Mapping[str, str],
        paths: set[str],
        *,
        has_body: bool,
    ) -> int:
        is_asked = any(key not in draft.values for key in options.REQUIRED)
        if self.terminal and is_asked:
            self.ask(self.terminal, draft, known, given, paths, has_body=has_body)
        elif found := list(options.missing(draft)):
            return self.refuse(found)
        if not draft.body and "text" not in draft.values:
            draft.values["text"] = "metadata"
        draft.name = draft.name or draft.propose_name(paths)
        for path, data in draft.files.items():
            self.show(f"{self.shown(path)}\n{data.decode()}")
        if found := self.new_problems(draft, paths):
            return self.refuse(found)
        if self.terminal and not self.yes and not self.terminal.confirm("Write it?", usual=True):
            return fail("nothing was written")
        return self.keep(draft)

    def ask(
        self,
        terminal: "Terminal",
        draft: Draft,
        known: Records,
        given: Mapping[str, str],
        paths: set[str],
        *,
        has_body: bool,
    ) -> None:
        for question in QUESTIONS:
            if not given.get(question.key):
                terminal.ask(question, draft, known, paths)
            if question.key == "source_url":
                self.tell_twins(draft, paths)
        if draft.values["text"] != "metadata" and not has_body:
            terminal.body(draft)
        if not draft.name:
            terminal.name(draft, paths)

    def tell_twins(self, draft: Draft, paths: set[str]) -> None:
        trial = copy(draft)
        trial.name = trial.name or trial.propose_name(paths)
        for path, what in twins.twins(self.folder, sorted(paths), trial):
            self.show(f"  {self.shown(path)} has the same {what}; Ctrl-C stops here")

    def new_problems(self, draft: Draft, paths: set[str]) -> list[Problem]:
        """What `inv check` would say of the new files, and of others because of them."""
        near = [path for path, _ in twins.twins(self.folder, sorted(paths), draft)]
        near += [path for path in paths if path.startswith("authorities/")]
        before = self.check(content_with(self.folder, paths, near, {}))
        after = self.check(content_with(self.folder, paths, near, draft.files))
        return [problem for problem in after if problem not in before]

    def keep(self, draft: Draft) -> int:
        try:
            self.write({self.folder / path: data for path, data in draft.files.items()})
        except OSError as error:
            why = error.strerror or str(error)
            return fail(f"cuttings: {error.filename}: {why}; nothing was written")
        self.show(f"written: {', '.join(map(self.shown, draft.files))}")
        return 0

    def shown(self, path: str) -> str:
        return f"{self.folder.absolute().name}/{path}"

    def refuse(self, problems: Iterable[Problem]) -> int:
        return fail(*map(str, sorted(set(problems))), "nothing was written")


def fail(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return 1


def names_in(folder: Path) -> set[str]:
    return {
        path
        for path, kind in files.walk(folder)
        if kind == "file" and path.rpartition("/")[2] not in IGNORED
    }


def records_in(folder: Path, paths: Iterable[str]) -> Records:
    """All records that can be read."""
    content = Content(folder.absolute())
    for path in sorted(paths):
        if path.startswith("authorities/"):
            read_file(content, path, "file")
    return {kind: Known(kind, content.authorities[kind]) for kind in KINDS}


def take_body(draft: Draft, body: bytes | None) -> list[Problem]:
    """The text from a file or from standard input."""
    if body is None:
        return []
    text, faults = decode(body)
    draft.with_body(text or "")
    return [Problem("--body", line, code, message) for line, code, message in faults]


def add(desk: Desk, given: Mapping[str, str], file: str) -> int:
    """Add an article with the text of a file, "-" for standard input, "" for none."""
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes() if file else None
    except OSError as error:
        return fail(f"cuttings: {file}: {error.strerror}; name a file with the text")
    return desk.add(given, data)
