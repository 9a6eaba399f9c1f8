"""A content file's text, edited value by value; whatever is not concerned stays as it is.

Edits go by the marks of the parser and not through a YAML writer: comments, quotes, blanks, line
ends and the order of keys outside the edited value are never touched, because they are never
written. After each edit the file is read again, and must say what was meant.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from ..archive import frontmatter, yaml_lines
from ..archive.days import Moment
from ..archive.files import decode
from ..archive.frontmatter import FrontMatterError, Path, Value
from ..archive.yaml_lines import dump, quoted, scalar
from . import nodes
from .nodes import List, Node, Scalar

BOM = "\ufeff"
DASH = re.compile(r" *-[ ]+")
FLOW_SIGNS = re.compile(r"[,\[\]{}]")
Edit = tuple[int, int, str]  # from, to, what stands there now; lines ended by "\n"


class StubbornError(Exception):
    """A value that is written in a way in which it can't be edited by itself."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line, self.message = line, message


@dataclass(frozen=True)
class Sheet:
    """`text` is the file without its byte order mark, lines ended as they are. A record has no
    `body`: all of it is YAML."""

    text: str
    has_mark: bool = False
    is_record: bool = False

    @classmethod
    def of(cls, data: bytes, *, is_record: bool) -> "Sheet":
        """Raises FrontMatterError where the file can't be read."""
        _, faults = decode(data)
        if faults:
            raise FrontMatterError(*faults[0])
        text = data.decode("utf-8")
        sheet = cls(text.removeprefix(BOM), text.startswith(BOM), is_record)
        sheet.document  # noqa: B018  # so that a fault is told here
        return sheet

    @property
    def data(self) -> bytes:
        return (BOM * self.has_mark + self.text).encode()

    # What it says

    @cached_property
    def document(self) -> frontmatter.Document:
        text = self.text.replace("\r\n", "\n")
        if self.is_record:
            values, lines = frontmatter.read_yaml(text)
            return frontmatter.Document(values, lines, "", 0)
        return frontmatter.read(text)

    @property
    def values(self) -> dict[str, Value]:
        return self.document.values

    @cached_property
    def span(self) -> tuple[int, int]:
        """Where the YAML stands."""
        if self.is_record:
            return 0, len(self.text)
        start = at = self.text.index("\n") + 1
        while self.text[at : self.line_end(at)].rstrip() != frontmatter.FENCE:
            at = self.line_end(at) + 1
        return start, at

    @cached_property
    def body_at(self) -> int:
        """Where the text below the second fence begins, blank lines included."""
        return min(self.line_end(self.span[1]) + 1, len(self.text))

    @property
    def body(self) -> str:
        """As it stands in the file."""
        return self.text[self.body_at :]

    @cached_property
    def root(self) -> nodes.Mapping | None:
        return nodes.read(self.text[slice(*self.span)], self.span[0])

    @cached_property
    def newline(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    # Edits of values

    def set(self, path: Path, value: yaml_lines.Value, order: Sequence[str] = ()) -> "Sheet":
        """Write a value, in place of the text that is there if one is. A key that is new comes
        after those that stand before it in `order`."""
        node = nodes.find(self.root, path)
        if isinstance(node, Scalar) and isinstance(value, str):
            edit = self.exchange(node, value)
        elif node is None:
            edit = self.insertion(path, value, order)
        else:
            raise self.stubborn(node.start, "this is no single value; write it anew by hand")
        return self.edited([edit], lambda values: put(values, path, said(value)))

    def append(self, path: Path, texts: Sequence[str], order: Sequence[str] = ()) -> "Sheet":
        """Put texts at the end of a list, which may be empty or not be there."""
        if not texts:
            return self
        node = nodes.find(self.root, path)
        if node is None:
            return self.set(path, list(texts), order)
        if isinstance(node, List):
            edit = self.extension(node, texts)
        elif value_at(self.values, path) is None:
            rows = "".join(f"\n{self.indent(path)}- {scalar(text)}" for text in texts)
            at = self.line_end(node.start)
            is_empty = node.start == node.end
            edit = (at, at, rows) if is_empty else (node.start, node.end, flow(texts))
        else:
            raise self.stubborn(node.start, "this is no list; write it anew by hand")
        return self.edited([edit], lambda values: extend(values, path, texts))

    def substitute(
        self, path: Path, new: Mapping[str, str], without: Collection[str] = ()
    ) -> "Sheet":
        """Replace ids in a list, or the one id that is there. Each stands once afterwards, and
        those of `without` not at all; a list that has none left goes with its key."""
        node, before = nodes.find(self.root, path), value_at(self.values, path)
        if isinstance(before, str) and before in new and isinstance(node, Scalar):
            return self.set(path, new[before])
        if not isinstance(before, list) or not isinstance(node, List):
            return self
        after = substituted(before, new, without)
        if after == before:
            return self
        kept: list[Value] = [item for item in after if item is not None]
        if not kept:
            return self.remove(path)
        edits = [
            self.exchange(item, text)
            for item, old, text in zip(node.items, before, after, strict=True)
            if isinstance(item, Scalar) and isinstance(text, str) and text != old
        ]
        gone = [index for index, item in enumerate(after) if item is None]
        edits += self.removals(node, gone)
        return self.edited(edits, lambda values: put(values, path, kept))

    def remove(self, path: Path) -> "Sheet":
        """Take a key and its value out."""
        parent = nodes.find(self.root, path[:-1])
        assert isinstance(parent, nodes.Mapping)
        pair = parent.get(str(path[-1]))
        if pair is None:
            return self
        if parent.is_flow or len(parent.pairs) == 1:
            raise self.stubborn(pair.key.start, f"take `{path[-1]}` out by hand")
        edit = self.lines(pair.key.start, self.end_of(pair.value))
        return self.edited([edit], lambda values: drop(values, path))

    # Edits of the text below

    def with_body(self, body: str) -> "Sheet":
        """`body` as `self.body` gives it, with other words."""
        sheet = replace(self, text=self.text[: self.body_at] + body)
        if sheet.values != self.values:
            raise self.stubborn(self.body_at, "this text can't be edited by itself")
        return sheet

    # How it is done

    def edited(self, edits: Sequence[Edit], meant: Callable[[dict[str, Value]], None]) -> "Sheet":
        text = self.text
        for start, end, new in sorted(edits, reverse=True):
            text = text[:start] + new.replace("\n", self.newline) + text[end:]
        expected = copied(self.values)
        meant(expected)
        sheet = replace(self, text=text)
        at = min(start for start, _, _ in edits)
        try:
            if sheet.values == expected and sheet.body == self.body:
                return sheet
        except (FrontMatterError, ValueError):
            pass
        raise self.stubborn(at, "this is written in an unusual way; change it by hand")

    def exchange(self, node: Scalar, text: str) -> Edit:
        """Another text in place of one, in quotes if that was."""
        if node.start == node.end:
            return node.start, node.end, f" {scalar(text)}"
        if node.style == "'" and scalar(text) == text:
            return node.start, node.end, f"'{text}'"
        if node.style == '"' and scalar(text) == text:
            return node.start, node.end, f'"{text}"'
        shown = flow_scalar(text) if node.is_flow else scalar(text)
        return node.start, self.end_of(node), shown

    def insertion(self, path: Path, value: yaml_lines.Value, order: Sequence[str]) -> Edit:
        """A key that isn't there, in a mapping that is."""
        name, parent = str(path[-1]), nodes.find(self.root, path[:-1])
        if not isinstance(parent, nodes.Mapping) or not parent.pairs:
            raise self.stubborn(self.span[0], f"add `{name}` by hand")
        if parent.is_flow:
            at = parent.pairs[-1][1].value.end
            return at, at, f", {name}: {flow(value)}"
        wanted = order.index(name) if name in order else len(order)
        before = [
            pair for key, pair in parent.pairs if key not in order or order.index(key) < wanted
        ]
        indent = " " * self.column(parent.pairs[0][1].key.start)
        rows = [f"{indent}{row}" for row in dump({name: value}).splitlines()]
        if not before:
            at = self.line_start(parent.pairs[0][1].key.start)
            return at, at, "".join(f"{row}\n" for row in rows)
        at = self.line_end(self.end_of(before[-1].value))
        return at, at, "".join(f"\n{row}" for row in rows)

    def extension(self, node: List, texts: Sequence[str]) -> Edit:
        if node.is_flow:
            at = node.items[-1].end if node.items else node.start + 1
            comma = ", " if node.items else ""
            return at, at, comma + ", ".join(map(flow_scalar, texts))
        prefix = self.prefix(node.items[-1])
        at = self.line_end(self.end_of(node.items[-1]))
        return at, at, "".join(f"\n{prefix}{scalar(text)}" for text in texts)

    def removals(self, node: List, gone: Sequence[int]) -> list[Edit]:
        """Items of a list that go; not all of them."""
        if node.is_flow:
            return [self.flow_removal(node, run) for run in runs(gone)]
        for index in gone:
            self.prefix(node.items[index])
        items = [node.items[index] for index in gone]
        return [self.lines(item.start, self.end_of(item)) for item in items]

    def flow_removal(self, node: List, run: Sequence[int]) -> Edit:
        first, after = run[0], run[-1] + 1
        if after < len(node.items):
            start, end = node.items[first].start, node.items[after].start
        else:
            start, end = node.items[first - 1].end, node.items[run[-1]].end
        if "#" in self.text[start:end]:
            raise self.stubborn(start, "a comment stands here between brackets; edit it by hand")
        return start, end, ""

    def prefix(self, item: Node) -> str:
        """What stands before an item on its line: blanks and the dash."""
        found = self.text[self.line_start(item.start) : item.start]
        if not DASH.fullmatch(found):
            raise self.stubborn(item.start, "write each item on a line of its own after a dash")
        return found

    def indent(self, path: Path) -> str:
        """Of the lines of a list below its key."""
        parent = nodes.find(self.root, path[:-1])
        pair = parent.get(str(path[-1])) if isinstance(parent, nodes.Mapping) else None
        return " " * self.column(pair.key.start) if pair else ""

    def lines(self, start: int, end: int) -> Edit:
        """To take out the whole lines from one place to another."""
        start, end = self.line_start(start), self.line_end(end)
        end += 2 if self.text.startswith("\r\n", end) else self.text.startswith("\n", end)
        if end == len(self.text) and start and not self.text.endswith("\n"):
            start -= 2 if self.text.startswith("\r\n", start - 2) else 1
        return start, end, ""

    def end_of(self, node: Node) -> int:
        """Where the words of a value end: that of a block of lines ends at what follows it."""
        end = node.end
        if end > node.start and self.text[end - 1] == "\n":
            end = node.start + len(self.text[node.start : end].rstrip())
        return end

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Where a line's words end, its line end left out."""
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def column(self, at: int) -> int:
        return at - self.line_start(at)

    def stubborn(self, at: int, message: str) -> StubbornError:
        return StubbornError(self.text.count("\n", 0, at) + 1, message)


def substituted(
    before: Sequence[Value], new: Mapping[str, str], without: Collection[str]
) -> list[Value]:
    """As long as `before`, with None for what goes."""
    kept = {item for item in before if isinstance(item, str) and item not in new}
    after: list[Value] = []
    for item in before:
        text = new.get(item, item) if isinstance(item, str) else item
        goes = text in without or (item in new and text in kept) if isinstance(item, str) else False
        after.append(None if goes else text)
        if isinstance(text, str):
            kept.add(text)
    return after


def runs(numbers: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for number in numbers:
        if found and found[-1][-1] == number - 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def said(value: yaml_lines.Value) -> Value:
    """A value as it is read again."""
    if isinstance(value, Mapping):
        return {key: said(part) for key, part in value.items()}
    if isinstance(value, str | date | Moment):
        return str(value)
    return [said(part) for part in value]


def flow(value: yaml_lines.Value) -> str:
    """A value as it stands between brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(part)}' for key, part in value.items())}}}"
    if isinstance(value, str):
        return flow_scalar(value)
    if isinstance(value, date | Moment):
        return scalar(value)
    return f"[{', '.join(map(flow, value))}]"


def flow_scalar(text: str) -> str:
    plain = scalar(text)
    return quoted(text) if plain == text and FLOW_SIGNS.search(text) else plain


# What an edit means, on values


def copied(value: dict[str, Value]) -> dict[str, Value]:
    def copy(part: Value) -> Value:
        if isinstance(part, dict):
            return {key: copy(item) for key, item in part.items()}
        return [copy(item) for item in part] if isinstance(part, list) else part

    return {key: copy(part) for key, part in value.items()}


def value_at(values: Value, path: Path) -> Value:
    for step in path:
        if isinstance(values, dict) and isinstance(step, str):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int):
            values = values[step] if step < len(values) else None
        else:
            return None
    return values


def put(values: dict[str, Value], path: Path, value: Value) -> None:
    parent = value_at(values, path[:-1])
    if isinstance(parent, dict):
        parent[str(path[-1])] = value
    elif isinstance(parent, list):
        parent[int(path[-1])] = value


def extend(values: dict[str, Value], path: Path, texts: Sequence[str]) -> None:
    there = value_at(values, path)
    put(values, path, [*(there if isinstance(there, list) else []), *texts])


def drop(values: dict[str, Value], path: Path) -> None:
    parent = value_at(values, path[:-1])
    assert isinstance(parent, dict)
    del parent[str(path[-1])]
