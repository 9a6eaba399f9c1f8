"""Given names: which words are some, and which of them are forms of one name."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("given.txt")


@dataclass(frozen=True, slots=True)
class Given:
    """`all`: every given name; `forms`: for a word, the numbers of the names it is a form of."""

    all: frozenset[str]
    forms: dict[str, frozenset[int]]


@cache
def given() -> Given:
    """The table; it is read once, and it is the same for everybody."""
    words: set[str] = set()
    forms: dict[str, set[int]] = {}
    for number, line in enumerate(FILE.read_text("utf-8").splitlines()):
        if line.startswith("#"):
            continue
        found = re.findall(r"[a-z]+", line)
        if "=" in line:
            for word in found:
                forms.setdefault(word, set()).add(number)
        if not line.startswith("~"):
            words.update(found)
    return Given(frozenset(words), {word: frozenset(of) for word, of in forms.items()})


def is_given(word: str) -> bool:
    """Whether a word (in small Latin letters) is known as a given name."""
    return word in given().all


def forms_of(word: str) -> frozenset[int]:
    """The names that a word is a form of; words that share one are one name."""
    return given().forms.get(word, frozenset())
