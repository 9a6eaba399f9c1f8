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

# 100,000 forms take 15 MB.
FORMS = 100_000


@cache
def stemmer(language: str) -> Stemmer.Stemmer | None:
    """The Snowball stemmer of a BCP 47 language, None where there is none."""
    name = ALGORITHMS.get(language.partition("-")[0])
    return Stemmer.Stemmer(name) if name else None


class Terms(dict[str, str]):
    """The term of each form in a language, as far as met; begun anew when there are many."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, form: str) -> str:
        if len(self) >= FORMS:
            self.clear()
        self[form] = found = stem(form, self.language)
        return found


@cache
def terms(language: str) -> Terms:
    """The terms of a language, by form."""
    return Terms(language)


def term(form: str, language: str) -> str:
    """The term of a form in a text of `language`."""
    return terms(language)[form]


def stem(form: str, language: str) -> str:
    """Codes and numbers stand for themselves."""
    snowball = stemmer(language)
    if snowball is None or has_digit(form) or form.endswith("."):
        return form
    if language.startswith("en"):
        form = american(form)
    return snowball.stemWord(form) or form
