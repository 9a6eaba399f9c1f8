"""From running text to words to look up.

S-400, S‑400 and S400 are one word, which also answers to 400. "foreign-policy" answers to
its parts and to the two together. 2+2 and 601,427 and 3.5 stay whole. An abbreviation that
would read as a stop word keeps a full stop, so U.S. is never us.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .folding import LETTER, MARKS, fold
from .stopwords import STOP

CLUSTER = re.compile(rf"{LETTER}+(?:[-‐‑'’ʼ.,+]{LETTER}+)*")
# The same for a text without marks, which most are; three times as fast.
PLAIN_CLUSTER = re.compile(r"[^\W_]+(?:[-‐‑'’ʼ.,+][^\W_]+)*")
MARK = re.compile(f"[{MARKS}]")
ABBREVIATION = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
NUMBER = re.compile(r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+\.\d+|\d+(?:\+\d+)+")
ACRONYM = re.compile(r"[A-Z]{2,}")
MODEL = re.compile(r"([^\W\d_]+\d+)[^\W\d_]+")
POSSESSIVE = re.compile(r"'s$")
APART = re.compile(r"[.,+]")

# Few clusters make up most of a text: 60,000 of them take 25 MB.
CLUSTERS = 60_000
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
        return (self.whole,) if self.code or not self.parts else self.parts


def words(text: str) -> Iterator[Word]:
    """All words of a text, in order."""
    shouting = is_shouting(text)
    for cluster in CLUSTER.finditer(text):
        for whole, parts, code in read_cluster(cluster.group(), shouting):
            yield Word(cluster.start(), cluster.end(), whole, parts, code)


class Forms(dict[str, tuple[int, tuple[str, ...]]]):
    """How many words each cluster has, and all their forms, as far as met; begun anew when there
    are many."""

    def __init__(self, shouting: bool) -> None:
        super().__init__()
        self.shouting = shouting

    def __missing__(self, raw: str) -> tuple[int, tuple[str, ...]]:
        if len(self) >= CLUSTERS:
            self.clear()
        found = [Word(0, 0, *read).forms for read in read_cluster(raw, self.shouting)]
        self[raw] = len(found), tuple(form for forms in found for form in forms)
        return self[raw]


CALM, SHOUTED = Forms(shouting=False), Forms(shouting=True)


def count_forms(text: str, weight: int, counts: dict[str, int]) -> int:
    """Add `weight` for every form of every word of a text; the number of its words."""
    table = SHOUTED if is_shouting(text) else CALM
    clusters = (CLUSTER if MARK.search(text) else PLAIN_CLUSTER).findall(text)
    length = 0
    get = counts.get
    for cluster, count in Counter(clusters).items():
        many, forms = table[cluster]
        length += many * count
        for form in forms:
            counts[form] = get(form, 0) + weight * count
    return length


def count_again(text: str, weight: int, counts: dict[str, int]) -> int:
    """The same for a text that comes again and again, as headings do."""
    forms, length = counted(text)
    for form, count in forms:
        counts[form] = counts.get(form, 0) + weight * count
    return length


@lru_cache(20_000)
def counted(text: str) -> tuple[tuple[tuple[str, int], ...], int]:
    """The forms of a text with how often each comes, and the number of its words."""
    counts: dict[str, int] = {}
    length = count_forms(text, 1, counts)
    return tuple(counts.items()), length


def is_shouting(text: str) -> bool:
    """All capitals: then they tell nothing about a word."""
    return text.upper() == text and " " in text.strip()


@lru_cache(1 << 16)
def keys(text: str) -> tuple[str, ...]:
    """The words of a query or of a name, as they are looked up."""
    return tuple(key for word in words(text) for key in word.keys)


@lru_cache(4_096)
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
    return any(character.isdecimal() for character in form)
