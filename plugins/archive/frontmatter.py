"""The YAML between two `---` lines, read with the line of every key, and the text below.

Scalars stay text here: what a value means is the model's business, so `title: 1984` is a
title, `country: NO` is Norway and a day is no time stamp. Blanks around a value mean nothing.
Keys that occur twice, anchors, aliases and tags are refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from .characters import CONTROL, control_fault

FENCE = "---"
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MAX_DEPTH = 8
KEY = re.compile(r"\S(?:[^\n]{0,98}\S)?")
# "India #1 buyer": a comment to YAML, and a title cut short to its writer.
HASH = re.compile(r"[ \t]+#(?=[^\s#])")

Value = None | str | list["Value"] | dict[str, "Value"]
Path = tuple[str | int, ...]


class FrontMatterError(Exception):
    """YAML that can't be read: `line` counts from 1 in the file, `code` is stable."""

    def __init__(self, line: int, code: str, message: str) -> None:
        super().__init__(message)
        self.line, self.code, self.message = line, code, message


@dataclass(frozen=True, slots=True)
class Document:
    """YAML values, the line of each by its path, and the text below the second fence."""

    values: dict[str, Value]
    lines: Mapping[Path, int]
    body: str
    body_line: int


def read(text: str) -> Document:
    """Read a Markdown file that begins with front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise FrontMatterError(
            1, "no-front-matter", "the first line is not ---; begin the file with its front matter"
        )
    for number, line in enumerate(lines[1:], start=2):
        if line.rstrip() == FENCE:
            values, marks = read_yaml("\n".join(lines[1 : number - 1]), first_line=2)
            rest = lines[number:]
            blank = next((i for i, below in enumerate(rest) if below.strip()), 0)
            return Document(values, marks, "\n".join(rest[blank:]).rstrip(), number + blank + 1)
    raise FrontMatterError(
        1, "unterminated-front-matter", "the front matter has no closing --- line; add one"
    )


def read_yaml(text: str, first_line: int = 1) -> tuple[dict[str, Value], dict[Path, int]]:
    """Read one YAML mapping into text, lists and mappings, with the line of each value."""
    reader = Reader(text, first_line)
    try:
        return reader.document(), reader.lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        row = reader.rows[mark.line] if mark and mark.line < len(reader.rows) else ""
        raise FrontMatterError(line, "bad-yaml", explain(error, row)) from error
    except yaml.YAMLError as error:
        raise FrontMatterError(first_line, "bad-yaml", "this is not YAML") from error


class Reader:
    """Turns YAML events into text, lists and mappings, and notes the line of each.

    Events rather than nodes: libyaml's composer calls itself for each level, and a line of
    brackets is enough to end the process. Here `MAX_DEPTH` stops it.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.first_line = first_line
        self.rows = text.split("\n")
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.lines: dict[Path, int] = {}

    def document(self) -> dict[str, Value]:
        """The mapping that the text is; empty where the text has comments only."""
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return {}
        event = next(self.events)
        if not isinstance(event, yaml.MappingStartEvent):
            raise self.fault(event, "write `key: value` lines here")
        self.refuse_extras(event)
        values = dict(self.pairs(()))
        next(self.events)  # the document ends
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.fault(event, "a second document begins here; keep one")
        return values

    def value(self, event: yaml.Event, path: Path) -> Value:
        self.lines.setdefault(path, self.line(event))
        self.refuse_extras(event)
        if len(path) > MAX_DEPTH:
            raise self.fault(event, "this is nested too deeply; write a plain value")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self.items(path))
        return dict(self.pairs(path))

    def items(self, path: Path) -> Iterator[Value]:
        index = 0
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.value(event, (*path, index))
            index += 1

    def pairs(self, path: Path) -> Iterator[tuple[str, Value]]:
        """The keys and values of a mapping; a key that occurs twice is an error."""
        seen: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key, line = self.key(event), self.line(event)
            if key in seen:
                raise FrontMatterError(
                    line, "duplicate-key", f"`{key}` stands here and in line {seen[key]}; keep one"
                )
            seen[key] = line
            self.lines[(*path, key)] = line
            yield key, self.value(next(self.events), (*path, key))

    def key(self, event: yaml.Event) -> str:
        self.refuse_extras(event)
        if not isinstance(event, yaml.ScalarEvent) or not KEY.fullmatch(event.value):
            raise self.fault(event, "a key must be a word; write `key: value` lines here")
        return str(event.value)

    def scalar(self, event: yaml.ScalarEvent) -> str | None:
        text = str(event.value)
        bad = CONTROL.search(text)  # it came in as an escape, such as "\\0"
        if bad:
            raise FrontMatterError(self.line(event), "control-character", control_fault(bad[0]))
        if event.style:
            return text.strip()
        end = event.end_mark
        if text and end and HASH.match(self.rows[end.line], end.column):
            raise self.fault(event, "a # after a space begins a comment; put the value in quotes")
        return None if text in NULLS else text

    def refuse_extras(self, event: yaml.Event) -> None:
        """Anchors, aliases and tags: unseen by a reader, or a bomb, or both."""
        anchor = "*" if isinstance(event, yaml.AliasEvent) else "&"
        for mark, name in ((anchor, "anchor"), ("!", "tag")):
            if getattr(event, name, None) is not None:
                raise self.fault(event, f"a value can't begin with {mark}; put it in quotes")

    def fault(self, event: yaml.Event, message: str) -> FrontMatterError:
        return FrontMatterError(self.line(event), "bad-yaml", message)

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)


def explain(error: yaml.MarkedYAMLError, row: str) -> str:
    """What to do about an error of libyaml in line `row`."""
    problem = (error.problem or "this is not YAML").strip()
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return "indent with spaces, not with a tab"
    if "mapping values are not allowed" in problem:
        return "a colon followed by a space starts a value; put the whole value in quotes"
    if "cannot start any token" in problem:
        return "a value can't start with this character; put it in quotes"
    return f"this is not YAML: {problem}; put the value in quotes, or mend the indentation"
