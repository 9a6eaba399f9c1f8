"""What the words of names stand for, over all records.

A word is counted with everything that makes its row, and a record adds to the counts of its own
words only. So a record can be taken out again and another put in, and only rows that hang on
these words can be others: those of the words, of given names spelled like them, and of the names
of somebody who shares a word with nobody now, or did so before.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from .chunks import in_order
from .stems import term


@dataclass(frozen=True, slots=True)
class Called:
    """What one record is called. `singles`: single words that name it, with their terms. `given`:
    the spellings of each given name, sorted. `keys`: its names of several words. `heading`: words
    that readers may mistype."""

    entity: str
    singles: Mapping[str, str]
    given: Sequence[Sequence[str]]
    keys: Set[str]
    heading: Set[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as typed. `whole`: the words of the name are not looked up besides."""

    key: str
    entities: tuple[str, ...]
    terms: tuple[str, ...]
    whole: bool


@dataclass(slots=True)
class Word:
    """`owners`: the things called so; `terms`: of all their single words; `beside`: the next
    spellings of the same given name; `headings`: in how many it stands. All with how many records
    say so, never 0."""

    owners: dict[str, int] = field(default_factory=dict)
    terms: dict[str, int] = field(default_factory=dict)
    beside: dict[str, int] = field(default_factory=dict)
    headings: int = 0

    @property
    def owner(self) -> str | None:
        """Who alone is called so."""
        return next(iter(self.owners)) if len(self.owners) == 1 else None

    @property
    def counts(self) -> list[int]:
        return [*self.owners.values(), *self.terms.values(), *self.beside.values(), self.headings]


class Words(dict[str, Word]):
    """Words with their counts; one that is not there has none."""

    def __missing__(self, word: str) -> Word:
        self[word] = found = Word()
        return found

    def count(self, called: Called, by: int) -> None:
        """Put a record in, by 1, or take it out, by -1."""
        terms = set(called.singles.values())
        for word in called.singles:
            own = self[word]
            add(own.owners, called.entity, by)
            for each in terms:
                add(own.terms, each, by)
        for spellings in called.given:
            for one, other in pairwise(spellings):
                add(self[one].beside, other, by)
                add(self[other].beside, one, by)
        for word in called.heading:
            self[word].headings += by


def add(counts: dict[str, int], key: str, by: int) -> None:
    counts[key] = counts.get(key, 0) + by
    if not counts[key]:
        del counts[key]


def groups(some: Iterable[str], words: Words) -> dict[str, frozenset[str]]:
    """Each of some words with all spellings of the given name that it is, or with itself alone."""
    found: dict[str, frozenset[str]] = {}
    for word in some:
        if word not in found:
            group = reached(word, words)
            found |= dict.fromkeys(group, group)
    return found


def reached(word: str, words: Words) -> frozenset[str]:
    """A spelling, those beside it, those beside these..."""
    found, open_ = {word}, [word]
    while open_:
        beside = words[open_.pop()].beside.keys() - found
        found |= beside
        open_ += beside
    return frozenset(found)


def single(key: str, word: Word, given: Set[str]) -> Entry | None:
    """One word that one or several things are called by, or a given name that is spelled in
    several ways; `given` are the terms of these."""
    if given == {term(key, "en")}:
        given = frozenset()
    if not (word.owners or given):
        return None
    return Entry(key, tuple(sorted(word.owners)), tuple(sorted(given | word.terms.keys())), True)


def given_terms(alike: Mapping[str, frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """The terms of each group of spellings; some given names are spelled in a hundred ways."""
    return {group: frozenset(term(each, "en") for each in group) for group in set(alike.values())}


def several(
    key: str, entities: Set[str], words: Words, singles: Mapping[str, Mapping[str, str]]
) -> Entry:
    """A name of several words; one that two things share leads to both."""
    ordered = sorted(entities)
    own = {word: term for entity in ordered for word, term in singles[entity].items()}
    terms = {term for word, term in own.items() if len(words[word].owners) == 1}
    whole = all(entity.startswith("@people/") for entity in ordered) and (
        bool(terms) or any(len(word) == 1 for word in key.split())
    )
    return Entry(key, tuple(ordered), tuple(sorted(terms)), whole)


class Census:
    """All records."""

    def __init__(self, everything: Iterable[Called]) -> None:
        self.words = Words()
        self.singles: dict[str, Mapping[str, str]] = {}
        self.keys: defaultdict[str, set[str]] = defaultdict(set)
        for called in everything:
            self.words.count(called, 1)
            self.singles[called.entity] = called.singles
            for key in called.keys:
                self.keys[key].add(called.entity)

    def entries(self) -> list[Entry]:
        """All names in order of their keys. A term need not occur in the archive: the reader
        looks it up, as any other."""
        alike = groups(self.words, self.words)
        given = given_terms(alike)
        found = [single(key, word, given[alike[key]]) for key, word in self.words.items()]
        found += [
            several(key, entities, self.words, self.singles) for key, entities in self.keys.items()
        ]
        return in_order(filter(None, found), attrgetter("key"))

    def listed(self, entries: Iterable[Entry]) -> list[str]:
        """The words that names are made of, as far as they lead somewhere."""
        found = {entry.key for entry in entries if " " not in entry.key}
        return sorted(found.union(key for key, word in self.words.items() if word.headings))
