"""A name in its parts, each with what it is compared by.

Titles in front and "Jr" behind are no part of a name; "Lavrov, Sergey" is turned round.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .given import forms_of
from .letters import is_vowelless, plain
from .sounds import sound

# What stands before a name and is no part of it.
TITLES = frozenset(
    re.findall(r"\w+", """
    mr mrs ms miss mx dr doctor prof professor sir dame lord lady baron baroness count
    countess president vice prime minister premier chancellor king queen prince princess
    emperor sultan emir governor senator congressman congresswoman representative ambassador
    secretary chairman chief judge justice mayor speaker commissioner director deputy acting
    former general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral
    adm marshal commander cmdr brigadier brig corporal private cpl officer sheriff detective
    inspector rev reverend father fr sister brother bishop undersecretary archbishop
    cardinal pope rabbi imam
    saint st hon honourable honorable excellency shri sri smt shrimati kumari pandit pt swami
    mahatma acharya baba sardar sheikh shaikh sheik shaykh shaykhul hajji haji hajj mullah
    mulla maulana maulvi mufti sayyid syed ayatollah begum ustad janab effendi bey pasha agha
    monsieur m mme madame mlle mademoiselle herr frau don dona senor senora signor signora
    prasident presidente ministre premierminister kanzler kanzlerin konig gospodin gospozha
    pan pani
    """)
)  # fmt: skip
SUFFIXES = frozenset({
    "jr", "sr", "junior", "senior", "ii", "iii", "iv", "phd", "md", "esq", "kc", "qc", "obe", "cbe",
    "mbe",
})  # fmt: skip
# Small words inside names, as they sound; "al" and "bin" are often left away, or written otherwise.
PARTICLES = {
    word: group
    for group, words in enumerate((
        "al el ul ad ar as at az ash an", "bin ben ibn bint binti", "abu abou abi",
        "de da do dos das du del della di d of der den des de la las le los lo la",
        "van von vom zu zum ter ten te", "y e i and und", "ap mac mc o", "oglu ogly ugli kyzy uly",
    ), start=1)
    for word in words.split()
}  # fmt: skip
PATRONYMIC = re.compile(
    r"\w{2,}(?:[oe]v(?:ich|ych|itch|ic|its|yc)|[oe]vna|ivna|ichna|inichna|ovych|evych|yevich|yevna)"
)
# Ways of writing one sound. What is left is near how it is said, vowels and all.
SPELLINGS = tuple(
    (re.compile(pattern), there)
    for pattern, there in (
        (r"tsch|tch|cz", "ch"), (r"sch|sz", "sh"), (r"ph", "f"), (r"ck|q", "k"), (r"kh", "h"),
        (r"^x", "s"), (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"c(?!h)", "k"), (r"w", "v"),
        (r"ou|oo", "u"), (r"ee|ie|iy|ij|yi", "i"), (r"(?<=[aeou])[iyj]", "i"), (r"[yj]", "i"),
        (r"dh", "d"), (r"th", "t"), (r"gh", "g"), (r"bh", "b"), (r"(?<=[aeiou])h(?![aeiou])", ""),
        (r"off$", "ov"), (r"eff$", "ev"), (r"(.)\1+", r"\1"), (r"ii$", "i"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name. `kind`: "name", "initial", "particle" or "patronymic"."""

    text: str
    kind: str
    spelled: str
    sound: str
    forms: frozenset[int]
    vowelless: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in order, given names first, with its particles (`parts`) and without (`names`);
    `turned` if a comma told which is which."""

    parts: tuple[Part, ...]
    names: tuple[Part, ...]
    turned: bool = False
    suffix: str = ""
    titled: bool = False


# A session of `inv check` meets 13,000 records with two or three names each.
@lru_cache(1 << 16)
def parts(name: str) -> Parts:
    """The parts of a name; none of a name that holds no letter or digit."""
    family, comma, rest = name.partition(",")
    suffix = ""
    if comma and set(plain(rest).split()) <= SUFFIXES:  # "Sammy Davis, Jr."
        suffix, rest, comma = plain(rest), "", ""
    words = plain(f"{rest} {family}" if comma else family).split()
    words = joined(words)
    titled = False
    while len(words) > 1 and words[0] in TITLES:
        words, titled = words[1:], True
    while len(words) > 2 and words[-1] in SUFFIXES:
        suffix, words = words[-1], words[:-1]
    bare = is_vowelless(name)
    found = tuple(part(word, bare, len(words) > 2) for word in words)
    if all(each.kind == "particle" for each in found):  # "Ben Al", "Ho Van"
        found = tuple(whole(word, bare) for word in words)
    names = tuple(each for each in found if each.kind != "particle")
    return Parts(found, names, bool(comma), suffix, titled)


def joined(words: list[str]) -> list[str]:
    """ "abd al aziz" is written "abdul aziz" as often."""
    found: list[str] = []
    for word in words:
        if found and found[-1] in ("abd", "abdu") and word in ("al", "ul", "el", "ar", "as", "ur"):
            found[-1] = "abdul"
        else:
            found.append(word)
    return found


@lru_cache(1 << 16)
def part(word: str, vowelless: bool, several: bool) -> Part:
    """A word of a name; `several` if it has enough of them for one to be a patronymic."""
    if len(word) == 1 and word.isalpha():
        return whole(word, vowelless, "initial")
    if word in PARTICLES:
        return whole(word, vowelless, "particle")
    return whole(
        word, vowelless, "patronymic" if several and PATRONYMIC.fullmatch(word) else "name"
    )


def whole(word: str, vowelless: bool, kind: str = "name") -> Part:
    return Part(word, kind, spelled(word), sound(word), forms_of(word), vowelless)


@lru_cache(1 << 12)
def bones(word: str) -> str:
    """What Arabic writes of a word: it has no p, and w and y for long vowels too."""
    found = sound(re.sub("[wy]", "", word).replace("p", "b")).lstrip("A")
    return re.sub(r"(.)\1+", r"\1", found)


def spelled(word: str) -> str:
    """A word with one way of writing each sound."""
    for pattern, there in SPELLINGS:
        word = pattern.sub(there, word)
    return word
