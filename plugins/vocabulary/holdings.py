"""The content folder as a change sees it: the names of all files, and what it asks for.

Only files that mention an id or an address are read in full, so that a change costs what it
touches, and one look at the bytes of the rest.
"""

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..archive import files
from ..archive.authorities import NameIndex
from ..archive.content import IGNORED, SLUG, Content, read_file
from ..archive.frontmatter import FrontMatterError
from ..archive.model import SINGULAR, Authority
from ..archive.permalinks import article_address
from ..archive.problems import Problem
from .sheet import Sheet

ARTICLE = re.compile(r"[0-9]{4}/(?:[a-z0-9]+-)*[a-z0-9]+")
# Signs that an id or a file's name is made of: beside them it is part of another one.
EDGE = rb"[0-9a-z-]"


class RefusedError(Exception):
    """A change that can't be made; carries why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Change:
    """A file before and after, None where there is none. `was`: the path that it had."""

    path: str
    before: bytes | None
    after: bytes | None
    was: str | None = None


@dataclass(slots=True)
class Plan:
    """What is to change. `subject` is a commit's first line, `notes` are for the curator; `near`
    are files that aren't changed and may be wrong afterwards, and so may the records of `kinds`."""

    subject: str
    nothing: str
    changes: list[Change] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    near: set[str] = field(default_factory=set)
    kinds: tuple[str, ...] = ()

    def add(self, path: str, before: bytes | None, after: bytes | None, was: str = "") -> None:
        if before != after or was:
            self.changes.append(Change(path, before, after, was or None))


@dataclass(frozen=True)
class Holdings:
    """`folder` is the content folder."""

    folder: Path

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every content file. What begins with a dot is none: a change that was killed may have
        left such files, and the next one replaces them."""
        found = (
            (path, path.rpartition("/")[2])
            for path, kind in files.walk(self.folder)
            if kind == "file"
        )
        return tuple(p for p, name in found if name not in IGNORED and not name.startswith("."))

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(self.paths)

    def shown(self, path: str) -> str:
        return f"{Path(os.path.abspath(self.folder)).name}/{path}"

    def problem(self, path: str, code: str, message: str, line: int = 1) -> Problem:
        return Problem(self.shown(path), line, code, message)

    def data(self, path: str) -> bytes:
        data, faults = files.read(self.folder / path)
        if data is None:
            line, code, message = faults[0]
            raise RefusedError(self.problem(path, code, message, line))
        return data

    def has(self, path: str, data: bytes) -> bool:
        """Whether a file says just that: a change that was killed left it."""
        return path in self.names and self.data(path) == data

    def sheet(self, path: str) -> Sheet:
        """A file to edit. Raises RefusedError where it can't be read."""
        try:
            return Sheet.of(self.data(path), is_record=path.startswith("authorities/"))
        except FrontMatterError as error:
            raise RefusedError(self.problem(path, error.code, error.message, error.line)) from error

    def mentions(
        self, ids: Collection[str] = (), links: Collection[str] = (), kind: str = ""
    ) -> Iterator[str]:
        """Articles with one of some words in the front matter or the name of a file in the text,
        pages with such a name, records of `kind` with such a word."""
        word, name = pattern(ids), pattern(links)
        for path in self.paths:
            if path.startswith(("articles/", "pages/")):
                data = self.data(path)
                if name.search(data) or word.search(data.partition(b"\n---")[0]):
                    yield path
            elif kind and path.startswith(f"authorities/{kind}/") and word.search(self.data(path)):
                yield path

    def records(self, kind: str) -> dict[str, Authority]:
        """All records of a kind that can be read."""
        content = Content(self.folder)
        for path in self.paths:
            if path.startswith(f"authorities/{kind}/"):
                read_file(content, path, "file")
        return content.authorities[kind]

    # What a curator means

    def record(self, kind: str, ref: str, records: dict[str, Authority]) -> str:
        """The id of a record that is there. Raises RefusedError."""
        path = f"authorities/{kind}/{ref}.yaml"
        if path in self.names:
            return ref
        index, single = NameIndex(records), SINGULAR[kind]
        if id_ := index.find(ref) or index.heir(ref):
            message = f'"{ref}" is another name of {id_}; write that id'
        elif near := index.nearest(ref):
            message = f'unknown {single} "{ref}"; did you mean {near} ({records[near].heading})?'
        else:
            message = f'unknown {single} "{ref}"; write an id: the name of a file in that folder'
        raise RefusedError(self.problem(f"authorities/{kind}/", f"unknown-{single}", message))

    def article(self, name: str) -> str:
        """An article's id: of "2021/x", of the path of its file, of its address."""
        id_ = article_id(name)
        if not ARTICLE.fullmatch(id_):
            message = (
                f'"{name}" names no article; write it as 2021/name, or as the path of its file'
            )
            raise RefusedError(self.problem("articles/", "unknown-article", message))
        return id_


def pattern(words: Collection[str]) -> re.Pattern[bytes]:
    """Any of the words, where it is no part of a longer id; of no words, nothing."""
    any_word = b"|".join(re.escape(word.encode()) for word in sorted(words)) or rb"(?!)"
    return re.compile(rb"(?<!" + EDGE + rb")(?:" + any_word + rb")(?!" + EDGE + rb")")


def article_id(name: str) -> str:
    name = name.replace("\\", "/").rpartition("articles/")[2]
    return name.removesuffix(".md").removesuffix(".html")


def article_path(id_: str) -> str:
    return f"articles/{id_}.md"


def record_path(kind: str, id_: str) -> str:
    return f"authorities/{kind}/{id_}.yaml"


def is_id(ref: str) -> bool:
    return bool(SLUG.fullmatch(ref)) and ref != "index"


def address(id_: str) -> str:
    return article_address(id_)
