"""Whether a text is in English, which the model takes for granted; no other is guessed."""

import unicodedata
from collections.abc import Iterable

from .words import Word

COMMON = frozenset({
    "the", "of", "and", "to", "in", "a", "is", "was", "for", "on", "that", "with", "as", "at",
    "by", "it", "be", "are", "has", "have", "from", "an", "said",
})  # fmt: skip
FEW = 25  # words: too little to tell
UNDETERMINED = "und"


def language(passages: Iterable[tuple[Word, ...]]) -> str | None:
    """None for English or a text too short to tell, else `und` of BCP 47: not determined."""
    words = [word.folded for passage in passages for word in passage if word.text[0].isalpha()]
    latin = sum(unicodedata.name(word[0], "").startswith("LATIN") for word in words if word)
    if 2 * latin < len(words):
        return UNDETERMINED
    english = sum(word in COMMON for word in words)
    return UNDETERMINED if len(words) >= FEW and 12 * english < len(words) else None
