"""What is asked: words, sentences, filters and errors, drawn out of a seed.

Words are common (half of all articles or more have them), middling (some in a hundred), or rare;
the rare ones, the names and the sentences are taken from articles of the archive. So are the values
of filters: most of them are those that many articles have, as in the archive itself.
"""

import re
from collections.abc import Callable
from random import Random
from string import ascii_lowercase
from urllib.parse import urlencode

from ..drafts import Draft, draft
from ..make_archive import SEED
from ..vocabulary import ENDINGS, NOUNS, SYLLABLES, VERBS

COMMON = ("said", *NOUNS[:8], *VERBS[:4])
MADE_UP = re.compile(rf"\b(?:{'|'.join(SYLLABLES)}){{3}}(?:{'|'.join(ENDINGS)})\b")
LINKED = re.compile(r"\]\([^)]*\)")
SENTENCE = re.compile(r"[A-Z][^.?!\n]{60,}[.?!]")
MIXES = (
    "common",
    "middling",
    "rare",
    "person",
    "common common",
    "common place",
    "person rare",
    "common common common",
    "common middling rare",
    "middling middling middling",
    "rare rare rare",
)
FACETS = {"person": "people", "place": "places", "organisation": "organisations", "tag": "tags"}


class Questions:
    """Questions to an archive of so many articles; the same seed asks the same."""

    def __init__(self, size: int, seed: int = SEED) -> None:
        self.size = size
        self.seed = seed
        self.chance = Random(f"{seed}/{size}/questions")

    def words(self) -> str:
        """A query of up to three words. A name is asked for as it is written: two words."""
        return self.mixed(self.chance.choice(MIXES))

    def every_mix(self) -> list[str]:
        return [self.mixed(mix) for mix in MIXES]

    def mixed(self, mix: str) -> str:
        makers: dict[str, Callable[[], str]] = {
            "common": lambda: self.chance.choice(COMMON),
            "middling": self.place_or_tag,
            "rare": self.rare,
            "person": self.person,
            "place": self.place,
        }
        return " ".join(makers[kind]() for kind in mix.split())

    def article(self, has: Callable[[Draft], object] = bool) -> Draft:
        """Any of which `has` is true."""
        while True:
            found = draft(self.seed, self.chance.randrange(self.size))
            if has(found):
                return found

    def found(self, pattern: re.Pattern[str]) -> list[str]:
        """All that matches in the text of some article."""
        return pattern.findall(text(self.article(lambda one: pattern.search(text(one)))))

    def rare(self) -> str:
        return self.chance.choice(self.found(MADE_UP))

    def person(self) -> str:
        return self.chance.choice(self.article(lambda one: one.people).people).heading

    def place(self) -> str:
        return self.chance.choice(self.article(lambda one: one.places).places).heading

    def place_or_tag(self) -> str:
        tag = self.chance.choice(self.article(lambda one: one.tags).tags)
        return self.chance.choice((self.place(), tag.heading.split()[0]))

    def sentence(self) -> str:
        """One that stands in an article."""
        return self.chance.choice(self.found(SENTENCE))

    def filters(self) -> str:
        """A year, a value of a facet, or both, as the address says it."""
        parameter, kind = self.chance.choice(sorted(FACETS.items()))
        article = self.article(lambda one: getattr(one, kind))
        year = [("from", article.day.year), ("to", article.day.year)]
        value = [(parameter, self.chance.choice(getattr(article, kind)).id)]
        return "?" + urlencode(self.chance.choice((year, value, year + value)))

    def mistyped(self) -> str:
        """A word or a surname with one letter changed, left out, put in, or two swapped."""
        word = self.chance.choice(
            (self.rare(), self.person().split()[-1], self.chance.choice(NOUNS))
        )
        return mistyped(word.lower(), self.chance)


def text(article: Draft) -> str:
    """The body without the addresses of its links."""
    return LINKED.sub("]", article.body)


def mistyped(word: str, chance: Random) -> str:
    """Never the word itself."""
    while True:
        at, letter = chance.randrange(len(word)), chance.choice(ascii_lowercase)
        found = chance.choice(
            (
                word[:at] + letter + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1 :],
                word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            )
        )
        if found != word:
            return found


def asked(words: str) -> str:
    """As the address says it."""
    return "?" + urlencode({"q": words})
