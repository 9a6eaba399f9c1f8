"""What ours is compared with: BM25 over Porter2 stems, and nothing else.

A document is its title and its text; every word of a question counts, as often as it is there.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log

import Stemmer

from .collection import Text

K1, B = 1.2, 0.75
WORD = re.compile(r"[a-z0-9]+")


class Plain:
    """An index of texts."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self.stemmer = Stemmer.Stemmer("english")
        self.lengths: dict[str, int] = {}
        self.postings: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for each in texts:
            stems = self.stems(f"{each.title} {each.text}")
            self.lengths[each.id] = len(stems)
            for stem, count in Counter(stems).items():
                self.postings[stem][each.id] = count
        self.average = sum(self.lengths.values()) / max(len(self.lengths), 1)

    def stems(self, text: str) -> list[str]:
        return list(self.stemmer.stemWords(WORD.findall(text.lower())))

    def rarity(self, stem: str) -> float:
        holding = len(self.postings.get(stem, ()))
        return log(1 + (len(self.lengths) - holding + 0.5) / (holding + 0.5))

    def scores(self, question: str) -> dict[str, float]:
        found: defaultdict[str, float] = defaultdict(float)
        for stem in self.stems(question):
            rarity = self.rarity(stem)
            for id_, count in self.postings.get(stem, {}).items():
                relative = self.lengths[id_] / self.average
                found[id_] += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * relative))
        return found
