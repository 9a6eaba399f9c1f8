"""Two names of people: how sure it is that they are one person's, and why.

Parts are matched with parts, the best pairs first, wherever they stand. Two names that each have a
part the other lacks are two people: "Hans J Friedrich" is no "Hans Peter Friedrich". A part that
only one of them has costs little, for middle names come and go.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from .given import is_given
from .parts import Part, Parts, bones, parts

SAME = 0.7  # from here two names are taken for one
SURE = 0.9  # from here nobody needs to be asked
SPELLING = 0.92  # likeness of two parts that are surely spellings of one
NEAR = 0.7  # likeness of two parts from which they are matched
LEAST_SOUND = 2  # consonants that say something
HEARD = (0.0, 0.7, 0.75, 0.88)  # likeness of parts with the same consonants, by their number
WEIGHTS = {"name": 1.0, "initial": 0.35, "patronymic": 0.5, "particle": 0.0}
EXTRA = 0.05  # for each part that one name lacks
DISORDER = 0.04
# However well the rest fits, a score is no more than this:
ALONE = 0.8  # one part, as a surname stands alone
ONE_AND_INITIAL = 0.89  # a surname and initials
CONFLICT = 0.5  # each has a part that the other lacks
SWAPPED = 0.6  # Hans Friedrich, Friedrich Hans: both words are given names
FEMININE = ("ov", "ev", "in", "sk", "tsk")
OTHER_FEMININE = {"skii": "skaia", "ski": "skaia", "tskii": "tskaia", "tski": "tskaia"}


@dataclass(frozen=True, slots=True)
class Compared:
    """`score` from 0 to 1; `why` in words, the weightiest first.

    `sure`: whether the names may be taken for one without a question, because each part is the
    same in another spelling. A high score alone is not enough: a letter may make another name,
    and of two people with one name the middle one tells who it is.
    """

    score: float
    why: tuple[str, ...]
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts `ones` and `others`, by place; two on one side were written as one word there."""

    likeness: float
    ones: tuple[int, ...]
    others: tuple[int, ...]
    why: str


def compare(one: str, other: str) -> Compared:
    """Two names as printed."""
    return compare_parts(parts(one), parts(other))


def compare_parts(one: Parts, other: Parts) -> Compared:
    if not one.names or not other.names:
        return Compared(0.0, ("no name",))
    pairs = matched(one.names, other.names)
    if not pairs:
        return Compared(0.0, ("no part in common",))
    return weighed(one, other, pairs)


def weighed(one: Parts, other: Parts, pairs: Sequence[Pair]) -> Compared:
    ones, others = one.names, other.names
    left = [p for n, p in enumerate(ones) if not any(n in pair.ones for pair in pairs)]
    right = [p for n, p in enumerate(others) if not any(n in pair.others for pair in pairs)]
    weights = [weight(ones, others, pair) for pair in pairs]
    score = sum(p.likeness * w for p, w in zip(pairs, weights, strict=True)) / sum(weights)
    why = [pair.why for pair in pairs if pair.why]
    limit, reason = limited(one, other, pairs, left, right)
    if reason:
        why.insert(0, reason)
    lacking = [*left, *right]
    if lacking and not (left and right):
        score -= EXTRA * min(sum(WEIGHTS[part.kind] for part in lacking), 3)
        why.append(f"only one has {' '.join(part.text for part in lacking)}")
    if one.suffix != other.suffix:
        score -= EXTRA
        why.append(f"only one has {one.suffix or other.suffix}")
    if out_of_order(pairs):
        score -= 0 if one.turned or other.turned else DISORDER
        why.append("in another order")
    score = round(max(min(score, limit), 0.0), 3)
    alike = min(pair.likeness for pair in pairs) >= SPELLING
    lacks = any(part.kind == "name" for part in lacking)
    return Compared(score, tuple(why), score >= SURE and limit == 1 and alike and not lacks)


def weight(ones: Sequence[Part], others: Sequence[Part], pair: Pair) -> float:
    sides = [ones[n] for n in pair.ones], [others[n] for n in pair.others]
    return min(sum(WEIGHTS[part.kind] for part in side) for side in sides)


def limited(
    one: Parts, other: Parts, pairs: Sequence[Pair], left: Sequence[Part], right: Sequence[Part]
) -> tuple[float, str]:
    """The most that a score may be, and why."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return CONFLICT, f"{one.suffix} is not {other.suffix}"
    if left and right:
        mine, yours = (" ".join(part.text for part in side) for side in (left, right))
        return CONFLICT, f"{mine} is not {yours}"
    if is_swapped(one, other, pairs):
        return SWAPPED, "given name and surname change places"
    return limited_by_whole(one, other, pairs)


def limited_by_whole(one: Parts, other: Parts, pairs: Sequence[Pair]) -> tuple[float, str]:
    """The same, by how many names that aren't initials or patronymics are in both."""
    whole = [
        pair
        for pair in pairs
        if all(one.names[n].kind == "name" for n in pair.ones)
        and all(other.names[n].kind == "name" for n in pair.others)
    ]
    if not whole:
        return CONFLICT, "nothing in common but initials"
    if len(whole) > 1 or len(whole[0].ones) + len(whole[0].others) > 2:
        return 1.0, ""
    if len(pairs) > 1:
        return ONE_AND_INITIAL, "initials in place of names"
    if len(one.names) == len(other.names) == 1:
        return 1.0, ""
    return ALONE * whole[0].likeness ** 2, "one of them is a single word"


def is_swapped(one: Parts, other: Parts, pairs: Sequence[Pair]) -> bool:
    """Two words each, in the other order, and no comma: one person only if one can tell which
    of them is the given name."""
    if one.turned or other.turned or not len(one.parts) == len(other.parts) == 2:
        return False
    return out_of_order(pairs) and all(is_given(part.text) for part in (*one.names, *other.names))


def out_of_order(pairs: Sequence[Pair]) -> bool:
    places = [pair.others for pair in sorted(pairs, key=lambda pair: pair.ones)]
    return places != sorted(places)


def matched(ones: Sequence[Part], others: Sequence[Part]) -> list[Pair]:
    """The best pairs first, each part once."""
    found: list[Pair] = []
    candidates = sorted(
        possible(ones, others),
        key=lambda p: (-p.likeness, abs(p.ones[0] - p.others[0]), p.ones, p.others),
    )
    for pair in candidates:
        if not any(
            set(pair.ones) & set(other.ones) or set(pair.others) & set(other.others)
            for other in found
        ):
            found.append(pair)
    return found


def possible(ones: Sequence[Part], others: Sequence[Part]) -> Iterator[Pair]:
    for n, one in enumerate(ones):
        for m, other in enumerate(others):
            likeness, why = like(one, other)
            if likeness >= NEAR:
                yield Pair(likeness, (n,), (m,), why)
    yield from (Pair(p.likeness, p.others, p.ones, p.why) for p in together(others, ones))
    yield from together(ones, others)


def together(ones: Sequence[Part], others: Sequence[Part]) -> Iterator[Pair]:
    """Two parts of `ones` that `others` have as one word: Alisher Usmanov, AlisherUsmanov."""
    for n in range(len(ones) - 1):
        text = ones[n].text + ones[n + 1].text
        for m, other in enumerate(others):
            longer = len(other.text) > max(len(ones[n].text), len(ones[n + 1].text)) + 1
            if longer and abs(len(text) - len(other.text)) <= 2:
                likeness = OSA.normalized_similarity(text, other.text)
                if likeness >= 0.85:
                    yield Pair(likeness, (n, n + 1), (m,), "written as one word")


def like(one: Part, other: Part) -> tuple[float, str]:
    """How much two words of names are like each other, and why if they aren't the same."""
    if one.text == other.text:
        return 1.0, ""
    if "initial" in (one.kind, other.kind):
        starts = one.text[0] == other.text[0] or one.spelled[:1] == other.spelled[:1]
        return (0.85, f"{one.text} may stand for {other.text}") if starts else (0.0, "")
    likeness, why = like_words(one, other)
    return likeness, f"{one.text}, {other.text}: {why}"


def like_words(one: Part, other: Part) -> tuple[float, str]:
    near = spelling(one, other)
    if one.forms & other.forms:
        return (0.95 if near >= 0.5 else 0.85), "forms of one name"
    if one.vowelless != other.vowelless:
        same = bones(one.text)
        likeness = 0.92 if len(same) >= LEAST_SOUND and same == bones(other.text) else 0.0
        return likeness, "the same consonants"
    if near == 1:
        return 0.96, "spelled alike"
    if near >= 0.6 and one.sound == other.sound:
        likeness, why = max(near, HEARD[min(len(one.sound), 3)]), "sound the same"
    else:
        likeness, why = near, "spelled alike"
    if likeness >= NEAR and is_feminine(one.spelled, other.spelled):
        return 0.72, "a woman's form of the name"
    if likeness >= NEAR and one.sound != other.sound and both_given(one, other):
        return 0.6, "two given names"
    return likeness, why


def both_given(one: Part, other: Part) -> bool:
    """Rajesh and Ramesh are two names, and none of them is the other with a letter wrong."""
    return is_given(one.text) and is_given(other.text)


def spelling(one: Part, other: Part) -> float:
    """Letters in common; another first letter counts half a letter more."""
    near = OSA.normalized_similarity(one.spelled, other.spelled)
    if one.spelled[:1] != other.spelled[:1]:
        near -= 0.5 / max(len(one.spelled), len(other.spelled), 1)
    return max(near, 0.0)


def is_feminine(one: str, other: str) -> bool:
    """Ivanov and Ivanova, Petrovsky and Petrovskaya are two people of one family."""
    short, long = sorted((one, other), key=len)
    if long == short + "a":
        return short.endswith(FEMININE)
    return any(
        short.endswith(his) and long == short.removesuffix(his) + hers
        for his, hers in OTHER_FEMININE.items()
    )
