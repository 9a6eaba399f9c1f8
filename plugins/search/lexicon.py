"""Forms and terms of many documents, turned round.

Everything here adds up over documents: so a document can be taken out again, and what is left
is what a lexicon without it would hold.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from . import postings
from .analysis import Analysis, leads
from .chunks import utf16
from .stems import terms

SHIFT = 16
LOW = (1 << SHIFT) - 1


@dataclass(slots=True)
class Record:
    """A key of the lexicon. `met`: how many documents hold this very form. `terms` it stands
    for, each with how many documents say so. `count` and `written`: documents of the term."""

    met: int = 0
    terms: dict[str, int] = field(default_factory=dict)
    count: int = 0
    written: str = ""

    @property
    def is_long(self) -> bool:
        return self.count >= postings.LONG

    def __bool__(self) -> bool:
        return bool(self.met or self.terms or self.count)


class Lexicon:
    """Documents come in order of their numbers, below 65,536; then `records` is asked once.
    A posting takes four bytes: number and frequency, two each."""

    def __init__(self) -> None:
        self.postings: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self.met: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, number: int, analysis: Analysis) -> None:
        high = number << SHIFT
        for term, frequency in analysis.terms.items():
            self.postings[term].append(high | frequency)
        self.met[analysis.lang].update(analysis.forms.keys())

    def records(self) -> Iterator[tuple[str, Record]]:
        """All keys in order, each with its record; postings are let go as they are written."""
        spelled = self.spelled()
        keys = set(self.postings).union(spelled, *self.met.values())
        for key in sorted(keys, key=utf16):
            yield key, self.record(key, spelled.get(key, {}))

    def spelled(self) -> dict[str, dict[str, int]]:
        """Forms as the other country spells them, with the terms that they stand for."""
        found: dict[str, dict[str, int]] = {}
        for lang in sorted(self.met):
            for form, met in self.met[lang].items():
                term, other = leads(form, lang)
                if other:
                    own = found.setdefault(other, {})
                    own[term] = own.get(term, 0) + met
        return found

    def record(self, key: str, spelled: dict[str, int]) -> Record:
        found = Record(terms=dict(spelled))
        for lang, counter in self.met.items():
            if met := counter.get(key, 0):
                term = terms(lang)[key]
                found.met += met
                found.terms[term] = found.terms.get(term, 0) + met
        packed = self.postings.pop(key, None)
        if packed:
            found.count = len(packed)
            found.written = postings.write([(each >> SHIFT, each & LOW) for each in packed])
        return found


@dataclass(slots=True)
class Change:
    """What becomes different in one record. `documents`: new frequencies, 0 for none."""

    met: int = 0
    terms: Counter[str] = field(default_factory=Counter)
    documents: dict[int, int] = field(default_factory=dict)

    def apply(self, record: Record) -> Record:
        terms = Counter(record.terms)
        terms.update(self.terms)
        written, count = record.written, record.count
        if self.documents:
            written, count = postings.revise(written, count, self.documents)
        kept = {term: many for term, many in terms.items() if many}
        return Record(record.met + self.met, kept, count, written)


class Changes(defaultdict[str, Change]):
    """Records that change, by key, when documents of the same numbers say something else."""

    def __init__(self) -> None:
        super().__init__(Change)

    def replace(self, number: int, before: Analysis, after: Analysis) -> None:
        old, new = before.terms, after.terms
        for term in old.keys() | new.keys():
            if old.get(term) != new.get(term):
                self[term].documents[number] = new.get(term, 0)
        same = before.forms.keys() & after.forms.keys() if before.lang == after.lang else set()
        self.count_forms(before, same, -1)
        self.count_forms(after, same, 1)

    def count_forms(self, analysis: Analysis, same: Set[str], sign: int) -> None:
        for form in analysis.forms.keys() - same:
            self[form].met += sign
            term, other = leads(form, analysis.lang)
            for key in filter(None, (form, other)):
                self[key].terms[term] += sign
