"""What speaks for and against a run of words being a person's name.

Each rule gives points, as the logarithm of odds: two rules that speak for a name make it surer
than one. Rules look at the name itself and at the words beside it. The points were set by what
is true of news in general, and looked over on half of a collection (`docs/performance.md`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp

from .given import is_given
from .lexicon import is_in
from .runs import PARTICLES, Candidate, Passage, Printed, is_capital, low, opens

SURNAMES = (
    "ov", "ova", "ev", "eva", "sky", "skiy", "skii", "skaya", "ski", "ska", "enko", "chuk", "ian",
    "yan", "dze", "shvili", "ic", "vic", "wicz", "son", "sen", "sson", "ez", "berg", "stein",
    "mann", "elli", "etti", "ini", "opoulos", "idis", "akis", "oglu", "escu", "ainen", "nen",
    "wala", "kar", "murthy", "swamy", "zadeh", "pour", "nejad", "uddin", "ullah",
)  # fmt: skip
ENDINGS = ("tion", "sion", "ment", "ness", "ship", "ity", "ism", "ology", "ography", "ence", "hood")
NUMERAL = re.compile(r"[ivx]+")
NO_PLURAL = ("ss", "us", "is", "os", "as", "es")
# What a word is, by its section: points against a person, and where it may be a surname.
KINDS = (
    ("body", ("bodies",), -4.0, -4.0, "is a body"),
    ("body", ("organisations", "things"), -4.0, -2.0, "is a word of bodies and events"),
    ("place", ("places",), -3.0, -1.0, "is a word of places"),
    ("place", ("states", "cities"), -3.0, -0.7, "is a place"),
    ("people", ("peoples",), -2.5, -0.7, "is said of peoples"),
    ("common", ("openers", "calendar", "roles", "modifiers"), -1.5, -0.8, "is a common word"),
    ("common", ("common",), -1.0, 0.0, "is a common word"),
)
# A given name that is another word, too, says less: Will, Sofia, Christian.
DOUBTFUL = (
    "openers", "cities", "states", "calendar", "things", "peoples", "said", "acts", "common",
)  # fmt: skip
LOCAL = frozenset(["in", "at", "near", "across", "outside", "inside", "throughout"])
TOWARDS = frozenset(["from", "to", "into", "toward", "towards", "via"])
SPOKEN = frozenset(["said", "says", "asked", "told", "by"])
CREDITED = frozenset(["image", "photo", "picture", "credit", "by", "author"])
PRONOUNS = frozenset(["he", "she", "his", "her", "him", "himself", "herself"])
ARTICLES = frozenset(["a", "an", "the", "then", "its", "his", "her"])


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason for (points above 0) or against; `words` as a curator reads it."""

    points: float
    words: str


def probability(points: float) -> float:
    return 1 / (1 + exp(-points))


def signs(
    found: Sequence[Candidate], passages: Sequence[Passage], small: frozenset[str], alone: bool
) -> dict[str, Sign]:
    """The signs of one name, each kind once; the strongest where it stands in several places.

    `small`: words of the text that stand in it without a capital; `alone`: whether the surname
    stands alone somewhere, too.
    """
    best = dict(by_itself(found[0], small))
    if alone and len(found[0].words) > 1:
        best["again"] = Sign(1.5, "comes again by the surname")
    for each in found:
        for name, sign in beside(each, passages[each.passage]):
            if name not in best or abs(sign.points) > abs(best[name].points):
                best[name] = sign
    if all(each.shouted for each in found):
        points = -0.4 if is_given(found[0].words[0]) else -1.0  # a list of names looks so, too
        best["heading"] = Sign(points, "stands in headings only")
    if all(each.opens for each in found) and len(found[0].words) == 1:
        best["opens"] = Sign(-1.0, "a sentence begins with it")
    if len(found) > 1:
        best["often"] = Sign(0.5 if len(found) < 4 else 1.0, f"named {len(found)} times")
    return best


def by_itself(found: Candidate, small: frozenset[str]) -> Iterator[tuple[str, Sign]]:
    """What the words of a name say."""
    words = found.words
    count = min(found.units, len([word for word in words if word not in PARTICLES]))
    points = {1: -2.7, 2: 0.4, 3: 0.2}.get(count, -0.8)
    yield "words", Sign(points, "one word" if count < 2 else f"{count} words")
    if is_given(words[0]):
        doubtful = is_in(words[0], *DOUBTFUL)
        yield "given", Sign(1.0 if doubtful else 2.2, f"{words[0]} is a given name")
    elif any(map(is_given, words[1:])):
        yield "given", Sign(0.6, "one of the words is a given name")
    if any(any(map(str.isdigit, word)) for word in words):
        yield "digits", Sign(-4.0, "has digits")
    if any(len(word) == 1 for word in words[:-1]):
        yield "initials", Sign(1.5, "has initials")
    if len(words) > 1 and NUMERAL.fullmatch(words[-1]):
        yield "numeral", Sign(1.0, f"{words[-1]} is a numeral")
    if words[-1].endswith(SURNAMES) or words[-1].startswith(("mc", "mac")):
        yield "surname", Sign(0.7, f"{words[-1]} is like a surname")
    if any(word in PARTICLES for word in words[:-1]):
        yield "particle", Sign(1.5 if len(words) == 2 else 0.5, "has a small word of names")
    if is_in(words[-1], "famous"):
        yield "famous", Sign(3.0 if len(words) == 1 else 1.0, f"{words[-1]} is a known name")
    yield from against(words, small)


def against(words: tuple[str, ...], small: frozenset[str]) -> Iterator[tuple[str, Sign]]:
    """What the words of a name say against a person; less, where a given name is the first of
    two: Benny Hill, Paris Hilton, Stephen King."""
    given = is_given(words[0]) and len(words) > 1
    for word in words[1:] if given else words:
        if kind := kind_of(word, given and len(words) == 2):
            name, sign = kind
            yield name if word == words[0] else f"{name} last", sign
    common = [word for word in words if word in small and not is_given(word)]
    if common and given and len(words) == 2:
        yield "small", Sign(-0.7, f"{common[0]} stands without a capital too")
    elif common:
        yield "small", Sign(-1.5 * len(common), f"{common[0]} stands without a capital too")


def kind_of(word: str, surname: bool) -> tuple[str, Sign] | None:
    """What a word tells that is no given name; `surname` if it may be one."""
    for name, sections, points, less, why in KINDS:
        if is_in(word, *sections) and not (name == "common" and is_given(word)):
            worth = less if surname else points
            return (name, Sign(worth, f"{word} {why}")) if worth else None
    if word.endswith(ENDINGS) and len(word) > 6:
        return "ending", Sign(-2.0, f"{word} is no surname by its ending")
    if word.endswith("s") and not word.endswith(NO_PLURAL) and not surname:
        return "plural", Sign(-0.5, f"{word} may be more than one")
    return None


def beside(name: Candidate, words: Passage) -> Iterator[tuple[str, Sign]]:
    """What the words around a name say."""
    long = [word.text for word in words[name.start : name.end] if len(word.text) > 1]
    large = [text for text in long if text.isupper() and not NUMERAL.fullmatch(low(text))]
    if large and not name.shouted:
        points = -1.0 if is_given(low(large[0])) else -2.5 * min(len(large), 2)
        yield "capitals", Sign(points, "in capitals, as an abbreviation")
    yield from titles(name, words)
    if name.start and not name.before:
        yield from in_front(name, words)
    yield from behind(name, words)


def titles(name: Candidate, words: Passage) -> Iterator[tuple[str, Sign]]:
    honorific = [word for word in name.before[-2:] if is_in(word, "honorifics")]
    if honorific:
        yield "title", Sign(3.5, f"{honorific[-1]} before it")
    elif name.before:
        if is_in(name.before[-1], "roles"):
            yield "title", Sign(2.2, f"{name.before[-1]} before it")
    elif name.start and words[name.start].gap in (" ", ", "):
        last = low(words[name.start - 1].text)
        if is_in(last, "roles"):
            yield "title", Sign(2.0, f"{last} before it")
        elif name.start > 1 and words[name.start].gap == " ":
            yield from title_of_body(words[max(0, name.start - 7) : name.start])


def title_of_body(before: Passage) -> Iterator[tuple[str, Sign]]:
    """ "CEO of the Refugee Council Enver Solomon": a role, "of", and words with a capital."""
    rest = list(before)
    while rest and (is_capital(rest[-1]) or low(rest[-1].text) == "the"):
        rest.pop()
    if 1 < len(rest) < len(before) and low(rest[-1].text) in ("of", "to", "for", "at"):
        role = low(rest[-2].text)
        if is_in(role, "roles"):
            yield "title", Sign(2.0, f"{role} {rest[-1].text} ... before it")


def in_front(name: Candidate, words: Passage) -> Iterator[tuple[str, Sign]]:
    last = low(words[name.start - 1].text)
    gap = words[name.start].gap.strip()
    if gap == ":" and last in CREDITED:
        yield "with", Sign(0.8, f"{last} before it")
    if gap or opens(words, name.start):
        return
    earlier = low(words[name.start - 2].text) if name.start > 1 else ""
    after = words[name.end : name.end + 1]
    if last == "the" and after and is_in(low(after[0].text), "rule") and not is_capital(after[0]):
        yield "rule", Sign(3.2, f"{after[0].text} behind it")
    elif last == "the":
        # "The Anna Vask video" names her; "the Tide Vask video" may name anything.
        whole = len(name.words) > 1 and is_given(name.words[0])
        yield "the", Sign(-1.2 if whole else -2.5, "the before it")
    elif last in LOCAL:
        yield "in", Sign(-2.0, f"{last} before it")
    elif (earlier, last) == ("according", "to") or last in SPOKEN:
        yield "said", Sign(1.0, f"{last} before it")
    elif last in ("of", "for") and is_in(earlier, "organisations", "roles"):
        points = -3.0 if is_in(earlier, "organisations") else -1.0
        yield "of", Sign(points, f"{earlier} {last} before it")
    elif last in TOWARDS:
        yield "from", Sign(-0.5, f"{last} before it")
    elif last in ("with", "named", "called", "between"):
        yield "with", Sign(0.4, f"{last} before it")


def behind(name: Candidate, words: Passage) -> Iterator[tuple[str, Sign]]:
    after = words[name.end : name.end + 4]
    if not after:
        return
    gap, word = after[0].gap.strip(), low(after[0].text)
    if gap == "" and not is_capital(after[0]):
        if is_in(word, "said"):
            # A body that speaks has more words as a rule, or is known, or in capitals.
            yield "said", Sign(1.6 if len(name.words) > 1 else 2.9, f"{word} behind it")
        elif is_in(word, "acts"):
            yield "said", Sign(0.8, f"{word} behind it")
    if pronoun := next(
        (low(w.text) for w in until_capital(words, name.end) if low(w.text) in PRONOUNS), None
    ):
        yield "pronoun", Sign(0.8, f"{pronoun} behind it")
    if word in ("who", "whose", "himself", "herself") and gap in ("", ","):
        yield "who", Sign(1.8, f"{word} behind it")
    elif gap == "," and word.isdigit() and 5 < int(word) < 110:
        yield "age", Sign(2.5, "an age behind it")
    elif gap == "(" and word in ("born", "age", "aged"):
        yield "age", Sign(2.5, f"{word} behind it")
    elif gap == ",":
        yield from apposed(name, words, after)


def until_capital(words: Passage, start: int) -> Iterator[Printed]:
    """A dozen words at most, up to the next that may name somebody else; "He" is none."""
    for word in words[start : start + 12]:
        if is_capital(word) and low(word.text) not in PRONOUNS:
            return
        yield word


def apposed(name: Candidate, words: Passage, after: Passage) -> Iterator[tuple[str, Sign]]:
    """What is said of a name behind a comma: ", the minister of"."""
    roles = [low(each.text) for each in after if is_in(low(each.text), "roles")]
    if roles and (low(after[0].text) in ARTICLES or low(after[0].text) in roles):
        yield "role", Sign(1.5, f"{roles[-1]} behind it")
    elif len(name.words) > 1 and words[name.start].gap.strip() in (",", "),"):
        yield "commas", Sign(0.8, "stands between commas")
