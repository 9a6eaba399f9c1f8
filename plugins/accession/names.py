"""Ids by whatever a curator types: the id, the heading, a variant, a name in another script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..archive.authorities import NameIndex, fold, names
from ..archive.model import Authority

MOST = 20  # what a menu shows


@dataclass(frozen=True, slots=True)
class Offer:
    """A record that may be meant; `name` is the one that fits where the heading doesn't."""

    id: str
    heading: str
    name: str = ""

    @property
    def about(self) -> str:
        return f"{self.heading} ({self.name})" if self.name else self.heading


class Known:
    """The records of one kind."""

    def __init__(self, kind: str, records: Mapping[str, Authority]) -> None:
        self.kind = kind
        self.records = dict(records)
        self._learn()

    def _learn(self) -> None:
        self.index = NameIndex(self.records)
        self.words = {
            id_: [(name.text, fold(name.text).split()) for name in names(record)]
            for id_, record in sorted(self.records.items())
        }

    def add(self, id_: str, record: Authority) -> None:
        self.records[id_] = record
        self._learn()

    def find(self, text: str) -> str | None:
        """The id that a text is, or of the one record with this name."""
        return text if text in self.records else self.index.find(text) or self.index.heir(text)

    def nearest(self, text: str) -> str | None:
        return self.index.nearest(text)

    def offers(self, text: str) -> list[Offer]:
        """Records of which each typed word begins a word of the id or of one name; those that
        begin with the text first."""
        typed = fold(text).split()
        found = sorted(self._matching(typed), key=lambda pair: (pair[0], pair[1].id))
        return [offer for _, offer in found[:MOST]]

    def _matching(self, typed: list[str]) -> Iterator[tuple[int, Offer]]:
        for id_, forms in self.words.items():
            heading = self.records[id_].heading
            ranked = [
                (rank, name)
                for name, words in [(heading, fold(id_).split()), *forms]
                if (rank := rank_of(typed, words)) is not None
            ]
            if ranked:
                rank, name = min(ranked, key=lambda pair: pair[0])
                yield rank, Offer(id_, heading, "" if name == heading else name)


def rank_of(typed: list[str], words: list[str]) -> int | None:
    """0 where the words begin with what is typed, 1 where each typed word begins another one."""
    if " ".join(words).startswith(" ".join(typed)):
        return 0
    left = list(words)
    for part in sorted(typed, key=len, reverse=True):
        word = next((word for word in left if word.startswith(part)), None)
        if word is None:
            return None
        left.remove(word)
    return 1
