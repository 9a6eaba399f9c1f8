"""The words of a capture's fields, with the line each stands in."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ..archive.authorities import fold
from .ledger import Claim, Ledger

# Where people and places are looked for: not in bylines, credits, notices or navigation.
PLACES = ("title", "summary", "highlights", "images.caption", "body")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, as it is compared, its line, and the signs between it and the last."""

    text: str
    folded: str
    line: int
    gap: str


def passages(ledger: Ledger) -> Iterator[tuple[Word, ...]]:
    """The words of each title, caption, highlight and paragraph, in the capture's order."""
    groups = [claims for place in PLACES for claims in ledger.items(place).values()]
    for claims in sorted(groups, key=lambda claims: claims[0]):
        yield tuple(word for claim in claims for word in words_of(ledger, claim))


def words_of(ledger: Ledger, claim: Claim) -> Iterator[Word]:
    gap = " "
    for between, text in split(ledger.lines[claim.line - 1][claim.start : claim.end]):
        yield Word(text, fold(text), claim.line, gap + between)
        gap = ""


def split(text: str) -> Iterator[tuple[str, str]]:
    """Words of letters, digits and vowel signs, each with what stands before it."""
    gap, word = "", ""
    for char in text:
        if char.isalnum() or (word and unicodedata.category(char)[0] == "M"):
            word += char
        elif word:
            yield gap, word
            gap, word = char, ""
        else:
            gap += char
    if word:
        yield gap, word
