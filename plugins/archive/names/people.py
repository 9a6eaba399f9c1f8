"""The people a text names, with no record of anybody to go by.

Candidates with the same words are one name; its signs are weighed together. Then a surname alone
is given to the person whose full name the text has, and names that `compare` takes for one are
one person. Each says how sure it is, and why.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from .compare import compare
from .evidence import Sign, probability, signs
from .runs import Candidate, Passage, candidates, is_capital, is_heading, low, opens

LIKELY = 0.55  # from here a name is proposed
SURE = 0.9  # from here it may be taken without a question
UNSURE = 0.89  # no more without a given name or a title, or with much against it
ONE_PERSON = 0.85
COMMON = 0.27  # share of words with a capital; German has a third, English news a seventh
LISTING = frozenset({",", ";"})


@dataclass(frozen=True, slots=True)
class Place:
    """Words `start` to `end` of a passage."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    """`heading` as printed, the fullest form; `forms`: every form with its number, the most
    frequent first; `score` from 0 to 1 with its reasons."""

    heading: str
    forms: tuple[tuple[str, int], ...]
    places: tuple[Place, ...]
    score: float
    why: tuple[str, ...]


@dataclass(slots=True)
class Group:
    """Names that are one person's; the fullest is the first."""

    words: tuple[str, ...]
    found: list[Candidate]
    signs: dict[str, Sign] = field(default_factory=dict)

    @property
    def score(self) -> float:
        """How sure it is that this is a person."""
        score = probability(self.points)
        return round(score if self.is_anchored else min(score, UNSURE), 3)

    @property
    def is_anchored(self) -> bool:
        """Whether a given name or a title speaks for it, and nothing weighty against it: what
        follows from its surroundings alone is never sure."""
        for_it = [self.signs[name].points for name in ("given", "title") if name in self.signs]
        against = [sign.points for name, sign in self.signs.items() if name != "words"]
        return max(for_it, default=0.0) >= 2.0 and min(against) > -1.5

    @property
    def points(self) -> float:
        return sum(sign.points for sign in self.signs.values())


def people(passages: Sequence[Passage]) -> list[Person]:
    """Everybody a text names, in its order; the likely and the sure ones."""
    found: dict[str, list[Candidate]] = {}
    for each in candidates(passages):
        found.setdefault(each.key, []).append(each)
    common = is_capital_common(passages)
    small = frozenset(low(w.text) for words in passages for w in words if not is_capital(w))
    groups = grouped(found)
    for group in groups:
        weigh(group, passages, small)
        if common and "given" not in group.signs:
            group.signs["common"] = Sign(-2.0, "here all nouns have capitals")
    enlist(groups, passages)
    likely = [group for group in groups if group.score >= LIKELY]
    judged = [person(group, passages) for group in likely]
    return sorted(judged, key=lambda each: (each.places[0].passage, each.places[0].start))


def is_capital_common(passages: Sequence[Passage]) -> bool:
    """Whether so many words have a capital inside sentences that it says little, as in German."""
    inside = [
        is_capital(words[at])
        for words in passages
        if not is_heading(words)
        for at in range(len(words))
        if words[at].text[0].isalpha() and not opens(words, at)
    ]
    return len(inside) > 50 and sum(inside) > COMMON * len(inside)


def grouped(found: dict[str, list[Candidate]]) -> list[Group]:
    """Names put together that may be one person's, whether they are a person's or not."""
    groups: list[Group] = []
    names = sorted(found, key=lambda key: (-len(key.split()), -len(found[key]), key))
    for key in names:
        words = found[key][0].words
        home = home_of(words, found[key], groups)
        if home is None:
            groups.append(Group(words, list(found[key])))
        else:
            home.found.extend(found[key])
    return groups


def home_of(
    words: tuple[str, ...], found: Sequence[Candidate], groups: Sequence[Group]
) -> Group | None:
    """The group that a name belongs to; of several with the surname, the one named last before."""
    if len(words) > 1:
        return next((group for group in groups if same_person(words, group.words)), None)
    (word,) = words
    by_surname = [group for group in groups if len(group.words) > 1 and same_surname(word, group)]
    others = [group for group in groups if len(group.words) > 1 and word in group.words]
    choices = by_surname or others
    first = min((each.passage, each.start) for each in found)
    earlier = [g for g in choices if min((c.passage, c.start) for c in g.found) < first]
    pool = earlier or choices
    return max(pool, key=lambda g: min((c.passage, c.start) for c in g.found)) if pool else None


def same_surname(word: str, group: Group) -> bool:
    """Also where a long one is printed with a letter wrong."""
    family = group.words[-1]
    return word == family or (
        min(len(word), len(family)) > 5 and OSA.normalized_similarity(word, family) >= 0.75
    )


def same_person(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(other) < 2 or words[-1][:1] != other[-1][:1]:
        return False
    return compare(" ".join(words), " ".join(other)).score >= ONE_PERSON


def weigh(group: Group, passages: Sequence[Passage], small: frozenset[str]) -> None:
    """Note the signs of a group: those of its fullest name, and what is said beside the others."""
    alone = len(group.words) > 1 and any(each.words == group.words[-1:] for each in group.found)
    full = [each for each in group.found if each.words == group.words]
    group.signs = signs(full, passages, small, alone)
    for each in group.found:
        if each.words != group.words:
            for name, sign in signs([each], passages, small, False).items():
                if name in ("title", "said", "who", "age", "role") and sign.points > 0:
                    group.signs.setdefault(name, sign)


def enlist(groups: Sequence[Group], passages: Sequence[Passage]) -> None:
    """Names in a row are of one kind: what is known of one speaks for those beside it."""
    of = {place_of(each): group for group in groups for each in group.found}
    ends = {(each.passage, each.end): group for group in groups for each in group.found}
    before = {id(group): group.points for group in groups}
    for (passage, start), group in sorted(of.items(), key=lambda item: item[0]):
        other = ends.get((passage, start))
        if other is None and low(passages[passage][start - 1].text) == "and":
            other = ends.get((passage, start - 1))
        gap = passages[passage][start].gap.strip()
        if other is None or other is group or (gap and gap not in LISTING):
            continue
        for one, next_ in ((group, other), (other, group)):
            if before[id(next_)] >= 2:
                one.signs.setdefault("row", Sign(1.2, f"in a row with {' '.join(next_.words)}"))
            elif before[id(next_)] <= -3 and len(next_.words) <= len(one.words):
                one.signs.setdefault("row", Sign(-0.8, f"in a row with {' '.join(next_.words)}"))


def person(group: Group, passages: Sequence[Passage]) -> Person:
    ordered = sorted(group.signs.values(), key=lambda sign: -abs(sign.points))
    found = sorted(group.found, key=place_of)
    forms = Counter(printed(each, passages) for each in found)
    full = [printed(each, passages) for each in found if each.words == group.words]
    return Person(
        heading=max(full, key=lambda form: (not form.isupper(), forms[form])),
        forms=tuple(forms.most_common()),
        places=tuple(Place(each.passage, each.start, each.end) for each in found),
        score=group.score,
        why=tuple(sign.words for sign in ordered),
    )


def place_of(found: Candidate) -> tuple[int, int]:
    return found.passage, found.start


def printed(found: Candidate, passages: Sequence[Passage]) -> str:
    """A name as it stands in the text, its gaps too."""
    words = passages[found.passage][found.start : found.end]
    text = "".join(word.gap + word.text for word in words)
    return " ".join(text[len(words[0].gap) :].split())
