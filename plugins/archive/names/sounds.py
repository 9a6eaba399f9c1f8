"""What a word sounds like, as far as its consonants tell: one key for the many ways in which a
name is brought from one alphabet to another.

Zelensky, Zelenskyy, Selenskyj and Зеленский have one key, and so have Lavrov, Lawrow and लावरोव.
Letters of other alphabets become Latin ones first, then the rules below are applied in turn.
Both tables are published, so that a browser finds the key of what was typed.
"""

import re
from collections.abc import Callable

# Hindi has one letter for j and z. Of two letters first: a dot below makes another consonant of
# the one before it.
DEVANAGARI = {
    "क़": "k", "ख़": "kh", "ग़": "g", "ज़": "z", "ड़": "r", "ढ़": "r", "फ़": "f",
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "ch", "ज": "z",
    "झ": "zh", "ञ": "n", "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t",
    "थ": "th", "द": "d", "ध": "dh", "न": "n", "प": "p", "फ": "ph", "ब": "b", "भ": "bh",
    "म": "m", "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "v", "श": "sh", "ष": "sh",
    "स": "s", "ह": "h", "ं": "n", "ँ": "n", "ः": "", "्": "", "़": "",
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e",
    "ऐ": "ai", "ऑ": "o", "ओ": "o", "औ": "au", "ा": "a", "ि": "i", "ी": "i", "ु": "u",
    "ू": "u", "ृ": "ri", "े": "e", "ै": "ai", "ॉ": "o", "ॅ": "e", "ो": "o", "ौ": "au",
}  # fmt: skip
CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "e",
    "є": "ye", "ж": "zh", "з": "z", "и": "i", "і": "i", "ї": "yi", "й": "y", "ј": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "џ": "dzh",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "љ": "l", "њ": "n", "ћ": "ch", "ђ": "j",
}  # fmt: skip
LETTERS = DEVANAGARI | CYRILLIC
# Before letters become Latin ones: what Devanagari leaves unwritten, a short a between two letters.
UNWRITTEN = ("([क-ह]़?)(?=[क-ह])", "$1अ")

# Patterns that Python and JavaScript read alike, and what stands instead. All hissing sounds are
# one: where English has zh, ch and z, German has sch, tsch and s. The last rules leave no vowel
# but the first.
RULES = (
    ("off$", "ov"), ("eff$", "ev"), ("dzh", "s"), ("tsch", "s"), ("tch", "s"), ("sch", "s"),
    ("zh", "s"), ("ch", "s"), ("sh", "s"), ("ts", "s"), ("tz", "s"), ("cz", "s"), ("sz", "s"),
    ("z", "s"), ("ph", "f"), ("([bdgpt])kh", "$1"), ("kh", "k"), ("ck", "k"), ("q", "k"),
    ("gh", "g"), ("([bdjrt])h", "$1"), ("x", "ks"), ("c(?=[eiy])", "s"), ("c", "k"), ("w", "v"),
    ("(.)\\1", "$1"), ("^i(?=[aeou])|^j(?=[eu])", "y"), ("([eioy])j(?![aeiouy])", "$1"),
    ("aj$", "a"), ("([bdltv])j", "$1"), ("^[aeiouy]+", "A"), ("[aeiouy]", ""), ("(.)h", "$1"),
    ("j", "s"),
)  # fmt: skip
LETTER = re.compile("|".join(LETTERS))
# What in a rule's pattern is no letter that must be there.
NO_LETTER = re.compile(r"\(.*?\)|\[.*?\]|\\\d|[$^+]")


def step(pattern: str, there: str) -> Callable[[str], str]:
    """A rule at work; most need no regular expression, which takes ten times as long, or not for
    words without the letters that stand in it as they are."""
    if pattern.isalpha():
        return lambda word: word.replace(pattern, there)
    found, group = re.compile(pattern), there.replace("$", "\\")
    needed = "" if "|" in pattern else NO_LETTER.sub("", pattern)
    return lambda word: found.sub(group, word) if needed in word else word


STEPS = [step(*rule) for rule in RULES]
SPOKEN = step(*UNWRITTEN)


def latin(word: str) -> str:
    """A folded word in Latin letters; those of alphabets not known here stay."""
    if word.isascii():
        return word
    return LETTER.sub(lambda found: LETTERS[found.group()], SPOKEN(word))


def sound(word: str) -> str:
    """The key of a folded word; empty if it has no letter that can be told."""
    found = latin(word)
    if not (found.isascii() and found.isalpha()):
        return ""
    for apply in STEPS:
        found = apply(found)
    return found
