"""From running text to words to look up.

S-400, S‑400 and S400 are one word, which also answers to 400. "foreign-policy" answers to
its parts and to the two together. 2+2 and 601,427 and 3.5 stay whole. An abbreviation that
would read as a stop word keeps a full stop, so U.S. is never us.
"""

import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from .folding import LETTER, fold
from .stopwords import STOP

CLUSTER = re.compile(rf"{LETTER}+(?:[-‐‑'’ʼ.,+]{LETTER}+)*")
ABBREVIATION = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
NUMBER = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+\.\d+|\d+(?:\+\d+)+")
ACRONYM = re.compile(r"[A-Z]{2,}")
MODEL = re.compile(r"([^\W\d_]+\d+)[^\W\d_]+")
POSSESSIVE = re.compile(r"'s$")
APART = re.compile(r"[.,+]")
DIGIT = re.compile(r"\d")
SMALL = re.compile(r"[a-z]")
# What often stands around a word, none of it a letter.
AROUND = string.punctuation + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026"

# Few words make up most of a text: 60,000 of them, with the signs around them, take 16 MB.
TOKENS = 60_000
Read = tuple[str, tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as a whole, and the parts of a hyphenated one."""

    start: int
    end: int
    whole: str
    parts: tuple[str, ...] = ()
    code: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that this word is found by."""
        model = MODEL.fullmatch(self.whole) if self.code else None
        found = (self.whole, *self.parts, model[1] if model else "")
        return tuple(dict.fromkeys(form for form in found if form))

    @property
    def keys(self) -> tuple[str, ...]:
        """What a reader who types this word asks for."""
        return asked(self.whole, self.parts, self.code)


def words(text: str) -> Iterator[Word]:
    """All words of a text, in order."""
    shouting = is_shouting(text)
    for cluster in CLUSTER.finditer(text):
        for whole, parts, code in read_cluster(cluster.group(), shouting):
            yield Word(cluster.start(), cluster.end(), whole, parts, code)


# The forms of some words, and how many words they are.
Several = tuple[tuple[str, ...], int]


class Forms(dict[str, str | Several]):
    """By what stands between two blanks, as far as met: the form of its word, or all forms of
    several words or none, which are in `several`, too. No cluster goes across a blank."""

    def __init__(self, shouting: bool) -> None:
        super().__init__()
        self.shouting = shouting
        self.several: set[Several] = set()

    def __missing__(self, token: str) -> str | Several:
        self[token] = found = self.read(token)
        if not isinstance(found, str):
            self.several.add(found)
        return found

    def read(self, token: str) -> str | Several:
        plain = token.strip(AROUND)
        if plain.isascii() and plain.isalpha() and not plain.isupper():
            return plain.lower()  # as all that follows would find, ten times as fast
        read = [each for raw in CLUSTER.findall(token) for each in read_cluster(raw, self.shouting)]
        forms = tuple(form for each in read for form in Word(0, 0, *each).forms)
        return forms[0] if len(forms) == len(read) == 1 else (forms, len(read))

    def make_room(self) -> None:
        """Begin anew when there are many."""
        if len(self) >= TOKENS:
            self.clear()
            self.several.clear()


CALM, SHOUTED = Forms(shouting=False), Forms(shouting=True)


def count_forms(text: str) -> tuple[dict[str, int], int]:
    """How often each form comes in a text, and the number of its words. This is the innermost
    loop of the index: what is one word of one form, as nearly all is, Python itself counts."""
    table = SHOUTED if is_shouting(text) else CALM
    table.make_room()
    tokens = text.split()
    length = len(tokens)
    counts: dict[str | Several, int] = Counter(map(table.__getitem__, tokens))
    for several in table.several & counts.keys():
        count = counts.pop(several)
        forms, words = several
        length += (words - 1) * count
        for form in forms:
            counts[form] = counts.get(form, 0) + count
    return cast(dict[str, int], counts), length


def add_forms(text: str, weight: int, counts: dict[str, int]) -> int:
    """Add `weight` for every form of a short text; the number of its words."""
    if len(text) > RECURRING:
        found, length = count_forms(text)
        forms = tuple(found.items())
    else:
        forms, length = counted(text)
    for form, count in forms:
        counts[form] = counts.get(form, 0) + weight * count
    return length


# Headings and days come again and again, longer texts once.
RECURRING = 40


@lru_cache(20_000)
def counted(text: str) -> tuple[tuple[tuple[str, int], ...], int]:
    """What `count_forms` says of a text."""
    forms, length = count_forms(text)
    return tuple(forms.items()), length


def is_shouting(text: str) -> bool:
    """All capitals: then they tell nothing about a word."""
    return not SMALL.search(text) and text.upper() == text and " " in text.strip()


# All names of 25,000 records take 25 MB.
@lru_cache(1 << 17)
def keys(text: str) -> tuple[str, ...]:
    """The words of a query or of a name, as they are looked up."""
    shouting = is_shouting(text)
    clusters = CLUSTER.findall(text)
    return tuple(
        key for raw in clusters for read in read_cluster(raw, shouting) for key in asked(*read)
    )


def asked(whole: str, parts: tuple[str, ...], code: bool) -> tuple[str, ...]:
    return (whole,) if code or not parts else parts


@lru_cache(1 << 15)
def read_cluster(raw: str, shouting: bool) -> tuple[Read, ...]:
    """The word or words in a run of letters and signs that no space interrupts."""
    if ACRONYM.fullmatch(raw) and raw.lower() in STOP and not shouting:
        return ((raw.lower() + ".", (), False),)
    pieces = [read_piece(piece) for piece in fold(raw).split("-")]
    if len(pieces) > 1 and all(len(piece) == 1 for piece in pieces):
        return (compound([piece[0] for piece in pieces]),)
    return tuple((form, (), has_digit(form)) for piece in pieces for form in piece)


def read_piece(piece: str) -> list[str]:
    """What stands between two hyphens: usually one word."""
    if ABBREVIATION.fullmatch(piece):
        letters = piece.replace(".", "")
        return [letters + "." if letters in STOP else letters]
    if NUMBER.fullmatch(piece):
        return [piece.replace(",", "")]
    plain = (POSSESSIVE.sub("", part).replace("'", "") for part in APART.split(piece))
    return [part for part in plain if part]


def compound(pieces: list[str]) -> Read:
    """Pieces joined by hyphens; of 2020-21 or 2021-04-06 only the pieces count."""
    parts = tuple(piece for piece in pieces if len(piece) > 1 or piece.isdecimal())
    if all(piece.isdecimal() for piece in pieces):
        return "", parts, False
    whole = "".join(pieces)
    return whole, parts, has_digit(whole) or len(parts) < len(pieces)


def has_digit(form: str) -> bool:
    return DIGIT.search(form) is not None
