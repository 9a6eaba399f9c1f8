"""What looks wrong in a text and can't be put right without guessing: it stays, and is told."""

import re
from collections.abc import Iterator
from itertools import pairwise

from .ledger import OUT, Claim, Ledger

FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
DIVIDED = re.compile(r"(\w*[^\W\d_]-)\s*$")
CONTINUED = re.compile(r"\s*([^\W\d_]\w*)")


def oddities(ledger: Ledger) -> Iterator[str]:
    """Signs of another character set, and words that may have been divided, line by line."""
    kept = sorted({claim.line for claim in ledger.claims if claim.place != OUT})
    for line in kept:
        for printed, meant in misread(ledger.lines[line - 1]):
            yield f"line {line}: {printed} may be {meant} in a wrong character set; it was kept"
    for claims in ledger.items("body").values():
        yield from divided(ledger, claims)


def misread(text: str) -> Iterator[tuple[str, str]]:
    """Runs of signs that are the bytes of UTF-8 read as Windows-1252, each once."""
    for run in dict.fromkeys(FOREIGN.findall(text)):
        try:
            yield run, run.encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue


def divided(ledger: Ledger, claims: list[Claim]) -> Iterator[str]:
    """A hyphen at the end of a line within a paragraph: of the word, or of the paper's width."""
    for claim, below in pairwise(claims):
        head = DIVIDED.search(ledger.lines[claim.line - 1])
        tail = CONTINUED.match(ledger.lines[below.line - 1])
        if head and tail and tail[1][0].islower():
            where = f"lines {claim.line}, {below.line}"
            yield f"{where}: {head[1]} {tail[1]} may be one word, divided for the line's width"
