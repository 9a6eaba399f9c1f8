"""The people a text names, and bodies and places, with no record of anything to go by.

Candidates with the same words are one name; its signs are weighed together. Then a surname alone
is given to the person whose full name the text has, and names that `compare` takes for one are
one person. Each says how sure it is, and why. What is no person may be a body or a place
(`things`), of which nothing is ever sure.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from .compare import compare
from .evidence import NUMERAL, Sign, probability, signs
from .given import is_given
from .lexicon import is_in
from .runs import JOINED, OTHERS, Candidate, Passage, candidates, is_capital, is_heading, low, opens

LIKELY = 0.55  # from here a name is proposed
SURE = 0.95  # from here it may be taken without a question
SUREST = 0.99
UNSURE = 0.89  # no more without a given name or a title, or with much against it
ONE_PERSON = 0.9
# Share of words with a capital, inside sentences: German has over a third, English news a seventh.
COMMON, ENOUGH = 0.3, 150
# Words that make up a tenth of any English text, however many names it has.
ENGLISH, FREQUENT = frozenset({"the", "of", "and", "in", "to"}), 0.07
# What is no person, by its words: kind, how sure, which of the words, their sections, and why.
LAST, REST, ALL = slice(-1, None), slice(1, None), slice(None)
THINGS = (
    ("places", 0.85, LAST, ("realms",), "a word of states and towns"),
    ("organisations", 0.8, ALL, ("organisations", "bodies"), "a word of bodies"),
    ("places", 0.85, ALL, ("states", "cities"), "a place"),
    ("places", 0.7, REST, ("places",), "a word of places"),
)
KINDS_OF_THINGS = frozenset({"body", "body last", "place", "place last", "people", "people last"})
AROUND = 0.5  # letters in common without which two surnames needn't be compared
MOST = 1_000  # different names; a text with more is a list, and its first ones tell enough
LISTING = frozenset({",", ";"})


@dataclass(frozen=True, slots=True)
class Place:
    """Words `start` to `end` of a passage."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """`kind` as in the model ("people"); `heading` as printed, the fullest form; `forms`: every
    form with its number, the most frequent first; `score` from 0 to 1 with its reasons."""

    kind: str
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
        score = min(probability(self.points), SUREST)
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


def people(passages: Sequence[Passage]) -> list[Named]:
    """Everybody a text names, in its order; the likely and the sure ones."""
    return [each for each in named(passages) if each.kind == "people"]


def named(passages: Sequence[Passage]) -> list[Named]:
    """Every person, organisation and place that a text names, in its order."""
    groups = judged(passages)
    found = [
        person(group, passages) if group.score >= LIKELY else thing(group, passages)
        for group in groups
    ]
    likely = sorted(
        (each for each in found if each is not None),
        key=lambda each: (each.places[0].passage, each.places[0].start, -each.places[0].end),
    )
    return list(outermost(likely))


def outermost(found: Sequence[Named]) -> Iterator[Named]:
    """Without the names that stand only inside longer ones: Welfare of Immigrants, of a council."""
    taken: set[tuple[int, int]] = set()
    for each in found:
        words = {
            (place.passage, at) for place in each.places for at in range(place.start, place.end)
        }
        if not words <= taken:
            yield each
        taken |= words


def judged(passages: Sequence[Passage]) -> list[Group]:
    """All candidates of a text, in groups with their signs."""
    found: dict[str, list[Candidate]] = {}
    for each in candidates(passages):
        if each.key in found or len(found) < MOST:
            found.setdefault(each.key, []).append(each)
    common = is_capital_common(passages)
    small = frozenset(low(w.text) for words in passages for w in words if not is_capital(w))
    groups = grouped(found)
    for group in groups:
        weigh(group, passages, small)
        if common and "given" not in group.signs:
            group.signs["common"] = Sign(-2.0, "here all nouns have capitals")
    enlist(groups, passages)
    return groups


def is_capital_common(passages: Sequence[Passage]) -> bool:
    """Whether so many words have a capital inside sentences that it says little, as in German."""
    inside = [
        is_capital(words[at])
        for words in passages
        if not is_heading(words)
        for at in range(len(words))
        if words[at].text[0].isalpha() and not opens(words, at)
    ]
    english = sum(low(word.text) in ENGLISH for words in passages for word in words)
    if len(inside) < ENOUGH or english > FREQUENT * sum(map(len, passages)):
        return False
    return sum(inside) > COMMON * len(inside)


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
    if is_in(word, *OTHERS, "peoples") and not is_given(word):
        return None
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
    if OSA.normalized_similarity(words[-1], other[-1]) < AROUND:
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
            elif before[id(next_)] <= -3 and not KINDS_OF_THINGS.isdisjoint(next_.signs):
                one.signs.setdefault("row", Sign(-0.8, f"in a row with {' '.join(next_.words)}"))


def person(group: Group, passages: Sequence[Passage]) -> Named:
    ordered = sorted(group.signs.values(), key=lambda sign: -abs(sign.points))
    found = sorted(group.found, key=place_of)
    forms = Counter(printed(each, passages) for each in found)
    full = [printed(each, passages) for each in found if each.words == group.words]
    return Named(
        kind="people",
        heading=max(full, key=lambda form: (not form.isupper(), forms[form])),
        forms=tuple(forms.most_common()),
        places=tuple(Place(each.passage, each.start, each.end) for each in found),
        score=group.score,
        why=tuple(sign.words for sign in ordered),
    )


def thing(group: Group, passages: Sequence[Passage]) -> Named | None:
    """The body or place that a group may be; None if it is neither, or stands in headings only."""
    full = [each for each in group.found if each.words == group.words and not each.shouted]
    found = sorted(full, key=place_of)
    if len(group.words) == 1 and is_in(group.words[0], "organisations"):
        found = [each for each in found if is_longer(each, passages[each.passage])]
    told = kind_of_thing(group, passages)
    if not found or told is None or all(is_hyphened(each, passages) for each in found):
        return None
    kind, score, why = told
    spans = [wide(each, passages[each.passage], kind) for each in found]
    forms = Counter(text_of(passages[place.passage][place.start : place.end]) for place in spans)
    return Named(
        kind=kind,
        heading=max(forms, key=lambda form: (len(form.split()), forms[form])),
        forms=tuple(forms.most_common()),
        places=tuple(spans),
        score=score,
        why=(why,),
    )


def is_hyphened(found: Candidate, passages: Sequence[Passage]) -> bool:
    """ "India-Russia" is two."""
    words = passages[found.passage][found.start + 1 : found.end]
    return any(word.gap in ("-", "–", "‑") for word in words)


def kind_of_thing(group: Group, passages: Sequence[Passage]) -> tuple[str, float, str] | None:
    """(kind, how sure, why)."""
    words = group.words
    if is_in(words[-1], "things", "openers", "calendar", "roles", "peoples") or len(words) > 6:
        return None
    if len(words) == 1 and is_in(words[0], "organisations", "realms"):  # "the Council": whose?
        longer = any(is_longer(each, passages[each.passage]) for each in group.found)
        return ("organisations", 0.8, f"{words[0]} is a word of bodies") if longer else None
    for kind, score, wanted, sections, why in THINGS:
        for word in words[wanted]:
            if is_in(word, *sections):
                return kind, score, f"{word} is {why}"
    texts = [passages[each.passage][each.start].text for each in group.found]
    capitals = len(words) == 1 and all(2 < len(text) < 7 and text.isupper() for text in texts)
    ruled = "the" in group.signs or len(texts) > 1
    if capitals and ruled and not NUMERAL.fullmatch(words[0]):
        return "organisations", 0.6, "an abbreviation in capitals"
    if "in" in group.signs and len(words) < 3:
        return "places", 0.6, group.signs["in"].words
    return None


def is_longer(found: Candidate, words: Passage) -> bool:
    place = wide(found, words, "organisations")
    return place.end > found.end


def wide(found: Candidate, words: Passage, kind: str) -> Place:
    """A name with what was taken from its front, if it is a body's, and "of ..." behind it."""
    start, end = found.start, found.end
    if kind == "organisations":
        start -= len(found.before)
        while start < found.start and is_in(low(words[start].text), "openers", "calendar"):
            start += 1
    while end + 1 < len(words) and words[end].text in ("of", "for") and words[end].gap == " ":
        end += 2 if words[end + 1].text == "the" else 1
        if end >= len(words) or not is_capital(words[end]):
            return Place(found.passage, start, found.end)
        while end < len(words) and is_capital(words[end]) and words[end].gap in JOINED:
            end += 1
        if kind == "places":
            break
    return Place(found.passage, start, end)


def place_of(found: Candidate) -> tuple[int, int]:
    return found.passage, found.start


def printed(found: Candidate, passages: Sequence[Passage]) -> str:
    """A name as it stands in the text, its gaps too."""
    return text_of(passages[found.passage][found.start : found.end])


def text_of(words: Passage) -> str:
    text = "".join(word.gap + word.text for word in words)
    return " ".join(text[len(words[0].gap) :].split())
