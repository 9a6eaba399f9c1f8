"""A name of any script in small Latin letters, so that it can be compared with another.

Cyrillic and Devanagari are written as they sound to English ears (`sounds`, which the search
shares); other Indic scripts go through Devanagari, whose order of letters Unicode repeats for
each of them; what remains (Greek, Arabic, Hebrew, Chinese and so on) is left to anyascii. Arabic
and Hebrew leave most vowels unwritten: such words are told by `is_vowelless`.
"""

import re
import unicodedata
from functools import lru_cache

from ..authorities import fold
from . import sounds

# Latin letters that have no accent to take away.
ODD = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
     "ħ": "h", "ŋ": "n", "ŧ": "t"}
)  # fmt: skip
DEVANAGARI = range(0x0900, 0x0980)
INDIC = range(0x0980, 0x0D80)  # Bengali to Malayalam, each of 128 signs in Devanagari's order
NO_LETTER = re.compile("[^a-z0-9]+")
VOWELLESS = re.compile("[\u0590-\u08ff]")
# A digit between letters is a letter that a scanner has misread.
MISREAD = str.maketrans("01359", "oiesg")
LETTER_AND_DIGIT = re.compile(r"(?<=[a-z])[01359]|[01359](?=[a-z])")


def plain(name: str) -> str:
    """The words of a name in small Latin letters, a blank between them."""
    if name.isascii():  # as `fold` does, five times as fast
        folded = " ".join(
            NO_LETTER.sub(" ", name.lower().replace("'", "").replace("`", "")).split()
        )
    else:
        folded = " ".join(map(word, fold(name).split()))
    return LETTER_AND_DIGIT.sub(lambda found: found[0].translate(MISREAD), folded)


@lru_cache(1 << 15)
def word(folded: str) -> str:
    """One folded word in Latin letters; one that stands for several, with blanks between them."""
    text = sounds.latin("".join(map(devanagari, folded.translate(ODD))))
    if text.isascii():
        return text
    from anyascii import anyascii  # takes a while, and most names never need it

    return fold(anyascii(unicodedata.normalize("NFC", text)))


def devanagari(sign: str) -> str:
    """A sign of another Indic script as the one of Devanagari in its place, if there is one."""
    if ord(sign) not in INDIC:
        return sign
    other = chr(DEVANAGARI.start + ord(sign) % 128)
    return other if other in sounds.LETTERS else sign


def is_vowelless(name: str) -> bool:
    """Whether a name is in a script that leaves out short vowels."""
    return VOWELLESS.search(name) is not None
