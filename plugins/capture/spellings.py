"""Records whose name is that of a text in another spelling: Sergej Lawrow, Ilon Mask.

An archive has tens of thousands of names and a text some dozens that no record has: names are
put into groups by the sound that the surname begins with, RapidFuzz picks a few of a group, and
only these are compared part by part.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from ..archive.authorities import names
from ..archive.model import Authority
from ..archive.names.compare import SAME, compare
from ..archive.names.letters import plain

KINDS = ("people", "places", "organisations")
FEW = 12  # names that are compared with one of the text
LEAST = 55  # of 100: letters in common of two names that are worth comparing
NEAR = 88  # of 100: letters in common of a place or a body; one letter in eight may differ
# First letters that stand for one sound in some language: Yeltsin, Jelzin, Eltsin.
SOUNDS = {letter: group[0] for group in ("aeiouyj", "szxckqgh", "vwf", "bp", "dt")
          for letter in group}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Near:
    """A record that may be meant, how sure that is (0 to 1), and why."""

    kind: str
    id: str
    score: float
    why: str
    sure: bool


class Spellings:
    """The names of all records, by kind and by what the last word begins with."""

    def __init__(self, authorities: Mapping[str, Mapping[str, Authority]]) -> None:
        self.groups: defaultdict[tuple[str, str], dict[tuple[str, str], str]] = defaultdict(dict)
        for kind in KINDS:
            for id_, record in authorities[kind].items():
                for name in names(record):
                    if name.lang is None:
                        of = self.groups[kind, group(kind, name.text)]
                        of[name.text, id_] = name.text.lower()

    def nearest(self, kind: str, name: str) -> Near | None:
        """The record with the name most like this; None if none is like it."""
        written = plain(name)
        choices = self.groups.get((kind, group(kind, written)), {})
        if kind != "people":
            return nearest_words(kind, written, choices)
        few = process.extract(
            written, choices, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST, limit=FEW
        )
        found = [(compare(name, text), id_) for _, _, (text, id_) in few]
        best: dict[str, Near] = {}
        for compared, id_ in found:
            if compared.score >= SAME and compared.score > getattr(best.get(id_), "score", 0):
                why = "; ".join(compared.why)
                best[id_] = Near(kind, id_, compared.score, why, compared.sure)
        ordered = sorted(best.values(), key=lambda near: (-near.score, near.id))
        if len(ordered) > 1 and ordered[0].score == ordered[1].score:
            first = ordered[0]
            return Near(kind, first.id, first.score, f"or {ordered[1].id}; {first.why}", False)
        return ordered[0] if ordered else None


def nearest_words(kind: str, written: str, choices: Mapping[tuple[str, str], str]) -> Near | None:
    hit = process.extractOne(written, choices, scorer=fuzz.ratio, score_cutoff=NEAR)
    if hit is None:
        return None
    _, likeness, (text, id_) = hit
    return Near(kind, id_, round(likeness / 100, 3), f"nearly {text}", False)


def group(kind: str, name: str) -> str:
    """Names of other groups can't be meant: by the surname's first sound, or the first letter."""
    words = name.split()
    return first_sound((words[-1] if kind == "people" else words[0])[:1]) if words else ""


@lru_cache(4_096)
def first_sound(letter: str) -> str:
    small = plain(letter)[:1]
    return SOUNDS.get(small, small)
