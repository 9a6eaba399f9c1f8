"""Words with a capital that stand together: where a text may name somebody or something.

A run is taken apart into candidates: roles and titles in front ("Prime Minister"), what only a
sentence's beginning writes with a capital, peoples ("Russian"). What is left is the name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from .given import is_given
from .letters import plain
from .lexicon import is_in
from .parts import SUFFIXES

LONGEST = 20  # words with a capital in a row; more are no name
JOINED = frozenset({"", " ", "-", "‐", "‑", "'", "’"})
ENDS = frozenset(".!?…:")
# Small words inside names.
PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "bint", "ben", "abu", "de", "del", "della", "di", "da", "dos", "das",
    "du", "la", "le", "van", "von", "der", "den", "ter", "ten", "zu", "ul", "ur", "af",
})  # fmt: skip
# What stands before a surname: de Gaulle, bin Laden. "La" and "le" are too often no name's.
BEFORE = PARTICLES - {"la", "le", "ben", "ur", "ul", "zu", "af"}
# What English puts behind a hyphen: Biden-era, Delhi-based.
HYPHENED = frozenset({
    "age", "aged", "based", "born", "built", "era", "esque", "free", "led", "less", "like", "made",
    "only", "owned", "plus", "run", "style", "type", "wide",
})  # fmt: skip
OTHERS = ("states", "cities", "bodies", "organisations", "places", "things")
STARTERS = frozenset("'\"“‘«(")


class Printed(Protocol):
    """A word as printed, and the signs between it and the last."""

    @property
    def text(self) -> str: ...
    @property
    def gap(self) -> str: ...


Passage = Sequence[Printed]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words `start` to `end` of a passage, which may be a name.

    `before`: the roles and titles in front of it as they stand in the run; `opens`: whether a
    sentence begins with it; `shouted`: whether it stands where every word has a capital; `units`:
    words with blanks between them.
    """

    passage: int
    start: int
    end: int
    words: tuple[str, ...]
    before: tuple[str, ...]
    opens: bool
    shouted: bool
    units: int

    @property
    def key(self) -> str:
        return " ".join(self.words)


@lru_cache(1 << 15)
def low(text: str) -> str:
    """A word as the tables have it."""
    return plain(text).replace(" ", "")


def is_capital(word: Printed) -> bool:
    return word.text[0].isupper()


def is_heading(words: Passage) -> bool:
    """Whether capitals say nothing here: nearly all long words have one."""
    long = [word for word in words if len(word.text) > 3 and word.text[0].isalpha()]
    return len(long) > 3 and sum(map(is_capital, long)) > 0.8 * len(long)


def candidates(passages: Sequence[Passage]) -> Iterator[Candidate]:
    """Every possible name of a text, in its order."""
    for number, words in enumerate(passages):
        shouted = is_heading(words)
        for start, end in runs(words):
            for first, last in split(words, start, end):
                yield from trimmed(number, words, first, last, shouted)


def runs(words: Passage) -> Iterator[tuple[int, int]]:
    """Where words with a capital stand together, small particles between them included."""
    at = 0
    while at < len(words):
        if not is_capital(words[at]):
            at += 1
            continue
        end = at + 1
        while end < len(words):
            if is_capital(words[end]) and joins(words, end):
                end += 1
            elif small := particles(words, end):
                end += small + 1
            elif end - at > 1 and is_syllable(words, end):
                end += 1
            else:
                break
        if end - at <= LONGEST:
            yield at, end
        at = end


def particles(words: Passage, at: int) -> int:
    """How many small particles stand here with a capital behind them: van der Berg, d'Ettorre."""
    for number in range(3):
        if at + number + 1 >= len(words) or words[at + number].gap not in JOINED:
            return 0
        word, behind = words[at + number].text, words[at + number + 1]
        if word not in PARTICLES and not (word == "d" and behind.gap in ("'", "’")):
            return 0
        if is_capital(behind):
            return number + 1 if behind.gap in JOINED else 0
    return 0


def is_syllable(words: Passage, at: int) -> bool:
    """Kim Jong-un, Tsai Ing-wen: the name goes on behind a hyphen, in small letters."""
    word = words[at].text
    return words[at].gap == "-" and 1 < len(word) < 6 and word.isalpha() and word not in HYPHENED


def joins(words: Passage, at: int) -> bool:
    """Whether a word continues the run: nothing but a blank or a hyphen before it, or the full
    stop of an initial or of a title."""
    gap = words[at].gap
    if gap in JOINED:
        return True
    last = words[at - 1].text
    short = (
        len(last) == 1 or is_in(low(last), "honorifics") or low(last) in ("st", "jr", "us", "uk")
    )
    return short and gap.strip() == "." and gap.startswith(".")


def opens(words: Passage, at: int) -> bool:
    """Whether a sentence begins at a word."""
    gap = words[at].gap
    return at == 0 or any(sign in ENDS or sign in STARTERS for sign in gap)


def split(words: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run with a role in its midst is two: "Putin Prime Minister Modi"; and so is one in which a
    body or a place stands before a person: "Refugee Council Enver Solomon"."""
    at = start
    for here in range(start + 1, end):
        before, after = words[at:here], words[here:end]
        if not all(is_title(word.text) for word in before) and (
            begins_with_role(before, after)
            or follows_body(before, after, words[max(0, at - 3) : at])
        ):
            yield at, here
            at = here
    yield at, end


def begins_with_role(before: Passage, after: Passage) -> bool:
    if is_title(before[-1].text) or not is_title(after[0].text):
        return False
    return any(not is_title(word.text) and low(word.text) not in SUFFIXES for word in after)


def follows_body(before: Passage, after: Passage, earlier: Passage) -> bool:
    """Two or three words that stand in no table, behind "of", "to" or "for" and words that do; or
    behind a role and "of", if they begin with a given name: "Minister of Education Ada Vask"."""
    rest = [word.text for word in earlier[-3:] if word.text != "the"]
    if not 2 <= len(after) <= 3 or not rest or rest[-1] not in ("of", "to", "for", "at"):
        return False
    if any(is_in(low(word.text), *OTHERS) for word in after):
        return False
    role = len(rest) > 1 and is_title(rest[-2])
    return is_in(low(before[-1].text), *OTHERS) or (role and is_given(low(after[0].text)))


def is_title(text: str) -> bool:
    word = low(text)
    return is_in(word, "honorifics", "roles", "modifiers") and not is_given(word)


def names_another(words: Passage, at: int) -> bool:
    """Whether the word before one with a capital is the given name of somebody: then a surname
    there is that person's."""
    if at == 0 or words[at].gap not in JOINED or not is_capital(words[at - 1]):
        return False
    before = low(words[at - 1].text)
    if is_given(before) and not is_in(before, "openers", "calendar"):
        return True
    told = is_in(
        before, *OTHERS, "honorifics", "roles", "modifiers", "openers", "peoples", "calendar"
    )
    return not told and len(before) > 1 and not opens(words, at - 1) and not is_heading(words)


def trimmed(
    number: int, words: Passage, start: int, end: int, shouted: bool
) -> Iterator[Candidate]:
    """The name in a run, without what stands before and behind it."""
    first, last = start, end
    begins = opens(words, start)
    while first < last and goes(words, first, last, first == start and begins):
        first += 1
    while last > first and is_in(low(words[last - 1].text), "calendar") and last - first != 2:
        last -= 1
    before = tuple(low(word.text) for word in words[start:first])
    if first == start:
        while first > 0 and words[first - 1].text in BEFORE and words[first].gap in JOINED:
            first -= 1
    named = tuple(low(word.text) for word in words[first:last])
    if all(named) and any(len(word) > 1 and word not in SUFFIXES for word in named):
        units = 1 + sum(" " in word.gap for word in words[first + 1 : last])
        yield Candidate(
            number, first, last, named, before, begins and first == start, shouted, units
        )


def goes(words: Passage, at: int, end: int, begins: bool) -> bool:
    """Whether a word at the front of a run is no part of the name."""
    word = low(words[at].text)
    alone = at + 1 == end
    role = is_in(word, "roles", "modifiers")
    if is_in(word, "honorifics") or (role and (alone or not is_given(word))):
        return True
    if is_in(word, "openers", "calendar"):
        # "Will Smith" and "May Britt", if no sentence begins there.
        return alone or begins or not is_given(word)
    if alone:
        return False
    if is_in(word, "peoples"):
        return True
    follows = low(words[at + 1].text)
    return is_in(word, "states", "cities", "bodies") and is_in(follows, "roles", "honorifics")
