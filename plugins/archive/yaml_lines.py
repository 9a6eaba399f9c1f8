"""Front matter as YAML lines: one value a line however long, quoted only where it must be.

Our own writer, because what it has to write is small (text, lists, mappings of text) and
has to come back identical from `archive.frontmatter` and from any other YAML reader:
a title `1984` or `No` stays a text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from .days import Moment

Value = str | date | Moment | Sequence["Value"] | Mapping[str, "Value"]

# What every YAML reader takes as text: no sign that could end it, and it begins with a letter,
# or with a digit where another letter shows that it is no number, day or time.
PLAIN = re.compile(
    r"^(?:[^\W\d_]|\d(?=.*[g-mp-su-wyG-MP-SU-WY]))(?:[^\s:#]|:(?=\S)|(?<=\S)#| (?=[^\s#]))*\Z"
)
# What a file or another reader would change: line ends, marks that aren't seen.
HIDDEN = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def dump(values: Mapping[str, Value]) -> str:
    """The lines between the two fences, ended by a newline; empty values are left away."""
    return "".join(f"{line}\n" for line in mapping(values))


def mapping(values: Mapping[str, Value]) -> Iterator[str]:
    for key, value in values.items():
        if isinstance(value, str | date | Moment):
            yield f"{key}: {scalar(value)}"
        elif isinstance(value, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in mapping(value))
        elif value:
            yield f"{key}:"
            yield from sequence(value)


def sequence(values: Sequence[Value]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | date | Moment):
            yield f"- {scalar(value)}"
        elif isinstance(value, Mapping):
            for number, line in enumerate(mapping(value)):
                yield f"{'  ' if number else '- '}{line}"
        else:
            raise TypeError("a list in a list has no use in front matter")


def scalar(value: str | date | Moment) -> str:
    """One value; text that could be taken for something else is quoted."""
    if isinstance(value, Moment):
        return value.iso
    if isinstance(value, date):
        return value.isoformat()
    if PLAIN.match(value) and not HIDDEN.search(value) and value.lower() not in WORDS:
        return value
    return quoted(value)


def quoted(text: str) -> str:
    """Single quotes where nothing has to be escaped, else double ones."""
    if HIDDEN.search(text) is None and ("'" not in text or '"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(escaped, text)) + '"'


def escaped(char: str) -> str:
    if char in ESCAPES:
        return ESCAPES[char]
    return f"\\u{ord(char):04X}" if HIDDEN.match(char) else char
