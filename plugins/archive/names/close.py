"""Headings of things (tags, places, bodies) that are nearly the same words.

Two are close if they have the same words, but for the order, small words ("of"), the plural,
hyphens and blanks, and British or American spelling; or if one word of one is a misspelled word of
the other. Words are held against words, never letters against letters: "Ports in Goa" and "Sport in
Goa" have nearly the same letters, and aren't close. As in `alike`, only headings of one block are
compared.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from ..authorities import fold
from .alike import Alike, share

SMALL = frozenset(["a", "an", "and", "for", "in", "of", "on", "the", "to"])
SLIP = 7  # letters of a word for each that may be wrong in it
PLAIN_SLIP = 6  # the same where two letters changed places, or a double one stands once

# British and American spellings become one. What is no word then does no harm: both sides are
# changed alike.
ONE_SPELLING = tuple(
    (re.compile(pattern), there)
    for pattern, there in (
        (r"(?<=..[a-z])our(?=$|s$|ed$|ing$|able$|al$|ful$|hood|ite)", "or"),
        (r"(?<=[tb])re$", "er"), (r"([tb])res$", r"\1ers"), (r"ence(?=s?$)", "ense"),
        (r"(?<=[iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", "s"),
        (r"(?<=og)ue(?=s?$)", ""), (r"mme(?=s?$)", "m"),
        (r"(?<=[a-z]{4})ll(?=(?:ed|ing|er|ers|or|ors)$)", "l"), (r"^oe", "e"),
        (r"(?<=[a-z])ae(?=[a-z]{3})", "e"),
    )
)  # fmt: skip
SINGLE = {
    "ageing": "aging", "aluminium": "aluminum", "children": "child", "enrolment": "enrollment",
    "grey": "gray", "jewellery": "jewelry", "judgement": "judgment", "manoeuvre": "maneuver",
    "manoeuvres": "maneuver", "plough": "plow", "ploughs": "plow", "tyre": "tire", "tyres": "tire",
}  # fmt: skip


@dataclass(frozen=True)
class Heading:
    """One name of a record, as its words."""

    id: str
    text: str

    @cached_property
    def words(self) -> list[str]:
        """Without small ones, each as it is compared, in order of the alphabet."""
        return sorted(map(plain, self.large))

    @cached_property
    def large(self) -> list[str]:
        words = fold(self.text).split()
        return [word for word in words if word not in SMALL] or words

    @cached_property
    def joined(self) -> str:
        return "".join(self.large[:-1]) + plain(self.large[-1]) if self.large else ""

    def blocks(self) -> Iterator[str]:
        """What a heading that is close has too."""
        if not self.words:
            return
        yield f"words {' '.join(self.words)}"
        yield f"joined {self.joined}"
        for number, word in enumerate(self.words):
            if is_long(word):
                others = " ".join(self.words[:number] + self.words[number + 1 :])
                # One that is longer by what may be wrong has one of these lengths in common.
                for length in range(len(word), len(word) + len(word) // SLIP + 2):
                    yield f"but {word[0]} {length} {others}"


def close(
    headings: Mapping[str, Sequence[str]], about: Collection[str] | None = None
) -> Iterator[Alike]:
    """Pairs of records with close headings, by id; `headings` and `about` as of `alike`.

    The score is 1 for the same words, else the share of letters that are right.
    """
    found: dict[tuple[str, str], Alike] = {}
    for one, other in together(headings, about):
        if score := likeness(one, other):
            pair = (one.id, other.id)
            each = Alike(*pair, score, f"{one.text}, {other.text}")
            # Of several names the likest, whichever was met first.
            found[pair] = min(found.get(pair, each), each, key=lambda it: (-it.score, it.why))
    yield from (each for _, each in sorted(found.items()) if not share(headings, each))


def blocks(id_: str, texts: Sequence[str]) -> Counter[str]:
    """The blocks that a record's names are in, and how many of them are in each."""
    return Counter(key for text in dict.fromkeys(texts) for key in set(Heading(id_, text).blocks()))


def tells(_block: str, names: int, _records: int) -> bool:
    """Whether the `names` in a block are compared."""
    return names > 1


def together(
    headings: Mapping[str, Sequence[str]], about: Collection[str] | None
) -> Iterator[tuple[Heading, Heading]]:
    """Pairs of headings of two records in one block, in order of their ids."""
    found: defaultdict[str, list[Heading]] = defaultdict(list)
    for id_, texts in sorted(headings.items()):
        for text in dict.fromkeys(texts):
            heading = Heading(id_, text)
            for key in set(heading.blocks()):
                found[key].append(heading)
    for block in found.values():
        for one, other in combinations(block, 2):
            if one.id != other.id and (about is None or one.id in about or other.id in about):
                yield one, other


def likeness(one: Heading, other: Heading) -> float:
    """From 0, not close, to 1, the same words."""
    if one.words == other.words or one.joined == other.joined:
        return 1.0
    mine, yours = Counter(one.words), Counter(other.words)
    lacking, added = list((mine - yours).elements()), list((yours - mine).elements())
    if len(lacking) != 1 or len(added) != 1 or not is_slip(lacking[0], added[0]):
        return 0.0
    letters = max(len("".join(each.words)) for each in (one, other))
    return round(1 - OSA.distance(lacking[0], added[0]) / letters, 3)


def is_slip(one: str, other: str) -> bool:
    """Whether one word may be the other, misspelled. Hardly anybody gets the first letter wrong."""
    if not (is_long(one) and is_long(other)) or one[0] != other[0]:
        return False
    longer, wrong = max(len(one), len(other)), OSA.distance(one, other)
    if (
        wrong == 1
        and longer >= PLAIN_SLIP
        and (sorted(one) == sorted(other) or single(one) == single(other))
    ):
        return True
    return wrong * SLIP <= longer


def single(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def is_long(word: str) -> bool:
    """Whether another word may be its misspelling: of a shorter one too many are words."""
    return len(word) >= PLAIN_SLIP - 1 and word.isalpha()


@lru_cache(1 << 15)
def plain(word: str) -> str:
    """A folded word as it is compared: in the singular, in one spelling."""
    if not word.isascii():
        return word
    word = SINGLE.get(word, word)
    for pattern, there in ONE_SPELLING:
        word = pattern.sub(there, word)
    return singular(word)


def singular(word: str) -> str:
    """The same for one and for many, and not always a word: "taxes" and "tax" are "tax", "houses"
    and "house" are "hous"."""
    if len(word) > 4:
        word = re.sub("(?:ies|ie)$", "y", re.sub("men$", "man", re.sub("sis$", "ses", word)))
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us")):
        word = word[:-1]
    return re.sub("(?<=..)(?<=s|x|z)e$|(?<=ch|sh)e$", "", word)
