"""One form for many ways of writing the same letters.

`theme/static/js/search/tokens.js` does the same in the browser; a test holds them together.
"""

import re
import unicodedata

# Vowel signs and accents that stand inside words: no regular expression class has them.
MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u096f\u0971-\u0df3"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84"
    "\u102b-\u103e\u17b4-\u17d3\u200c\u200d"
)
LETTER = rf"(?:[^\W_]|[{MARKS}])"

# Letters without a decomposition, digits of Devanagari and Arabic, marks that say nothing.
ALIKE = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ı": "i", "ς": "σ", "ё": "е", "‘": "'", "’": "'", "ʼ": "'", "‐": "-", "‑": "-",
        "\u200c": "", "\u200d": "", "\u00ad": "",
    }
    | {chr(0x966 + digit): str(digit) for digit in range(10)}
    | {chr(0x660 + digit): str(digit) for digit in range(10)}
)  # fmt: skip
# Only Latin and Greek lose their marks: in Devanagari they are vowels, and й is not и.
ACCENTS = re.compile(r"(?<=[a-zα-ω])[\u0300-\u036f]+")
OTHERS = re.compile(rf"(?!{LETTER})[^-'.,+]")


def fold(text: str) -> str:
    """Lower case, no diacritics, plain hyphens and apostrophes, and no other signs."""
    text = unicodedata.normalize("NFKC", text).lower().translate(ALIKE)
    text = ACCENTS.sub("", unicodedata.normalize("NFD", text))
    return OTHERS.sub("", unicodedata.normalize("NFC", text))
