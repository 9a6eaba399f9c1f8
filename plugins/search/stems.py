"""From a form to its term: the stem that groups "visit", "visits" and "visited".

Stemming happens at build time only; the published lexicon carries its results.
"""

from functools import cache

import Stemmer

from .spelling import american
from .tokens import has_digit

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "fi": "finnish", "fr": "french", "hi": "hindi",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "lt": "lithuanian",
    "ne": "nepali", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip


@cache
def stemmer(language: str) -> Stemmer.Stemmer | None:
    """The Snowball stemmer of a BCP 47 language, None where there is none."""
    name = ALGORITHMS.get(language.partition("-")[0])
    return Stemmer.Stemmer(name) if name else None


@cache
def term(form: str, language: str) -> str:
    """The term of a form in a text of `language`; codes and numbers stand for themselves."""
    snowball = stemmer(language)
    if snowball is None or has_digit(form) or form.endswith("."):
        return form
    if language.startswith("en"):
        form = american(form)
    return snowball.stemWord(form) or form
