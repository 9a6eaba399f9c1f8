"""Where in a text each YAML value stands, to the character."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ..archive.frontmatter import Path


@dataclass(frozen=True, slots=True)
class Node:
    """A value between `start` and `end`; `is_flow` where it stands in brackets or braces, or is
    them. An empty value stands just behind the colon, and ends there."""

    start: int
    end: int
    is_flow: bool
    style: str = ""  # of a scalar: "" plain, or the sign that opens it


@dataclass(frozen=True, slots=True)
class Scalar(Node):
    """Text, quoted or not."""


@dataclass(frozen=True, slots=True)
class List(Node):
    items: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    key: Node
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping(Node):
    pairs: tuple[tuple[str, Pair], ...] = ()

    def get(self, name: str) -> Pair | None:
        return dict(self.pairs).get(name)


def read(text: str, at: int = 0) -> Mapping | None:
    """The mapping that a text is, which `frontmatter` has read before; None where it is empty.
    `at` is added to each place."""
    events = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
    next(events)  # the stream begins
    if isinstance(next(events), yaml.StreamEndEvent):
        return None
    found = Reader(events, at).node(next(events), is_flow=False)
    assert isinstance(found, Mapping)
    return found


class Reader:
    """Makes nodes of events."""

    def __init__(self, events: Iterator[yaml.Event], at: int) -> None:
        self.events, self.at = events, at

    def node(self, event: yaml.Event, *, is_flow: bool) -> Node:
        start, end = self.span(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(start, end, is_flow, event.style or "")
        is_flow = is_flow or bool(getattr(event, "flow_style", False))
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(event, is_flow=is_flow))
            return List(start, self.last(event, items, is_flow), is_flow, items=tuple(items))
        pairs: list[tuple[str, Pair]] = []
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            assert isinstance(event, yaml.ScalarEvent)
            key = self.node(event, is_flow=is_flow)
            value = self.node(next(self.events), is_flow=is_flow)
            pairs.append((str(event.value), Pair(key, value)))
        values = [pair.value for _, pair in pairs]
        return Mapping(start, self.last(event, values, is_flow), is_flow, pairs=tuple(pairs))

    def last(self, event: yaml.Event, values: list[Node], is_flow: bool) -> int:
        """Where a list or mapping ends: with its bracket, or with its last value. (libyaml tells
        of the end of a block at the next thing that follows.)"""
        return self.span(event)[1] if is_flow else values[-1].end

    def span(self, event: yaml.Event) -> tuple[int, int]:
        assert event.start_mark is not None
        assert event.end_mark is not None
        return self.at + event.start_mark.index, self.at + event.end_mark.index


def find(node: Node | None, path: Path) -> Node | None:
    """The value at a path such as ("scripts", "ru", 0)."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            pair = node.get(step)
            node = pair.value if pair else None
        elif isinstance(node, List) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node
