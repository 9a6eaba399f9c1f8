"""Words that tell what a name in a text is, or is not: roles, bodies, places (`words.txt`).

Written from general knowledge, in English; a name that no word speaks for is still found, and
less sure.
"""

import re
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("words.txt")
SECTION = re.compile(r"^\[(\w+)")


@cache
def sections() -> dict[str, frozenset[str]]:
    """The words of each section; the file is read once, and it is the same for everybody."""
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in FILE.read_text("utf-8").splitlines():
        if heading := SECTION.match(line):
            words = found.setdefault(heading[1], set())
        elif not line.startswith("#"):
            words.update(line.split())
    return {name: frozenset(each) for name, each in found.items()}


def is_in(word: str, *names: str) -> bool:
    """Whether a folded word stands in one of some sections."""
    known = sections()
    return any(word in known[name] for name in names)
