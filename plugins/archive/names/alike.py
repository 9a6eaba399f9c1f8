"""Names of people that look like one person's, written in two ways.

A suspicion, never a proof, for a curator to look at: two people may well be called alike. Names
are put into blocks by what survives another spelling (consonants, a surname and the first letter
of a given name, all letters without blanks), and only names of one block are compared, so 13,000
headings take a fraction of a second. Of a change, only the blocks that it touches are looked into.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from ..authorities import fold
from .compare import compare_parts
from .parts import Part, Parts, parts

LOOKS = 0.9  # score from which two headings look like one
SHORT = 0.75  # the same where one of them is a surname alone, or has initials
CROWD = 300  # a block of more names says nothing
AROUND = 0.85  # letters in common without which two names needn't be compared


@dataclass(frozen=True, slots=True, order=True)
class Alike:
    """Ids of two records, `first` before `second`; `score` from 0 to 1; `why` in words."""

    first: str
    second: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Known:
    """One name of a record."""

    id: str
    text: str
    parts: Parts
    letters: str
    first: Part
    last: Part
    is_short: bool

    @property
    def ends(self) -> str:
        """The letters of the first and the last name."""
        return self.first.spelled + self.last.spelled


def alike(
    headings: Mapping[str, Sequence[str]], about: Collection[str] | None = None
) -> Iterator[Alike]:
    """Pairs of people who look like one person, by id.

    `headings`: for each id the names of its record, the heading first. Names that are written the
    same are left out: they are an error of their own. `about`: only pairs with one of these ids;
    then `headings` may leave out whoever shares no block with them.
    """
    found: dict[tuple[str, str], Alike] = {}
    for one, other in together(list(known(headings)), about):
        compared = compare_parts(one.parts, other.parts)
        if compared.score >= (SHORT if one.is_short or other.is_short else LOOKS):
            pair = (one.id, other.id)
            each = Alike(*pair, compared.score, said(one, other, compared.why))
            # Of several names the likest, whichever was met first.
            found[pair] = min(found.get(pair, each), each, key=lambda it: (-it.score, it.why))
    yield from (each for _, each in sorted(found.items()) if not share(headings, each))


def share(headings: Mapping[str, Sequence[str]], found: Alike) -> bool:
    """Whether two records have a name that is written the same."""
    return not set(map(fold, headings[found.first])).isdisjoint(map(fold, headings[found.second]))


def said(first: Known, second: Known, why: Sequence[str]) -> str:
    names = f"{first.text}, {second.text}"
    return f"{names} ({'; '.join(why)})" if why else names


def known(headings: Mapping[str, Sequence[str]]) -> Iterator[Known]:
    """The names of all records that are compared."""
    for id_, texts in sorted(headings.items()):
        yield from known_of(id_, texts)


def known_of(id_: str, texts: Sequence[str]) -> Sequence[Known]:
    """The full names of a record, or its short ones if it has no other."""
    names = [name for text in dict.fromkeys(texts) if (name := read(id_, text))]
    whole = [name for name in names if not name.is_short]
    return whole or names


def read(id_: str, text: str) -> Known | None:
    name = parts(text)
    whole = [part for part in name.names if part.kind == "name"]
    if not whole:
        return None
    letters = "".join(part.spelled for part in name.names)
    return Known(id_, text, name, letters, whole[0], whole[-1], len(whole) < 2)


def blocks(id_: str, texts: Sequence[str]) -> Counter[str]:
    """The blocks that a record's names are in, and how many of them are in each."""
    names = known_of(id_, texts)
    return Counter(key for name in names for key in (*keys(name), *short_keys(name)))


def tells(block: str, names: int, records: int) -> bool:
    """Whether the names in a block are compared: so many `names`, of so many `records`.

    A surname alone, or with initials, tells something where one other person has it.
    """
    return records == 2 if is_short(block) else 1 < names <= CROWD


def is_short(block: str) -> bool:
    """Whether a block is for surnames alone and initials."""
    return block.startswith(("surname ", "initial "))


def together(
    names: Sequence[Known], about: Collection[str] | None = None
) -> Iterator[tuple[Known, Known]]:
    """Pairs of names of two records that are worth comparing, each once, in order of their ids."""
    blocks: defaultdict[str, list[Known]] = defaultdict(list)
    for name in names:
        for key in (*keys(name), *short_keys(name)):
            blocks[key].append(name)
    met: set[tuple[int, int]] = set()
    for key, block in blocks.items():
        if not tells(key, len(block), len({name.id for name in block})):
            continue
        for one, other in combinations(block, 2):
            pair = (id(one), id(other))
            if one.id == other.id or pair in met:
                continue
            if about is not None and one.id not in about and other.id not in about:
                continue
            if one.is_short or other.is_short or (not is_short(key) and near(one, other)):
                met.add(pair)
                yield one, other


def near(one: Known, other: Known) -> bool:
    """Whether names of one block are like enough to be compared part by part."""
    if one.letters == other.letters:
        return True
    if one.last.sound == other.last.sound and (
        one.first.sound == other.first.sound or one.first.forms & other.first.forms
    ):
        return True
    return OSA.normalized_similarity(one.ends, other.ends) >= AROUND


def keys(name: Known) -> Iterator[str]:
    """What another spelling of a full name has too."""
    if name.is_short:
        return
    first, last = name.first, name.last
    yield f"letters {name.letters}"
    yield "sounds " + " ".join(sorted((first.sound, last.sound)))
    yield f"family {first.spelled[:1]} {last.spelled}"
    yield f"given {first.spelled} {last.spelled[:2]}"
    for form in first.forms:
        yield f"form {form} {last.spelled}"


def short_keys(name: Known) -> Iterator[str]:
    """What a surname alone, or with initials, has in common with the full name."""
    letters = [part.text[0] for part in name.parts.names if part is not name.last]
    if not letters or not name.is_short:
        yield f"surname {name.last.spelled}"
    if letters:
        yield f"initial {letters[0]} {name.last.spelled}"
