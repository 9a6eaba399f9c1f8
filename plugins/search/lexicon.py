"""Forms and terms of many documents, turned round.

Everything here adds up over documents: so a document can be taken out again, and what is left
is what a lexicon without it would hold.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain

from . import postings
from .analysis import MOST, Analysis, leads
from .chunks import EXACTLY, FILED, in_order
from .postings import LOW, SHIFT
from .stems import terms

ENTITY = "@"
Lists = list["array[int]"]
Packed = defaultdict[str, "array[int]"]


@dataclass(slots=True)
class Record:
    """A key of the lexicon. `met`: how many documents hold this very form. `terms` it stands
    for, each with how many documents say so. `count` and `written`: documents of the term.
    `line`: how `words` publishes it, once it has been asked."""

    met: int = 0
    terms: dict[str, int] = field(default_factory=dict)
    count: int = 0
    written: str = ""
    line: str = ""

    def __bool__(self) -> bool:
        return bool(self.met or self.terms or self.count)


class Lexicon:
    """Documents come in order of their numbers, below 65,536; then `records` is asked once.
    Until then all is kept by form, four bytes for each document: number and frequency, two each.
    """

    def __init__(self) -> None:
        self.forms: defaultdict[str, Packed] = defaultdict(packed)
        self.entities = packed()
        self.written: dict[int, str] = {}

    def add(self, number: int, analysis: Analysis) -> None:
        high = number << SHIFT
        forms = self.forms[analysis.lang]
        for form, frequency in analysis.forms.items():
            forms[form].append(high | frequency)
        for entity, frequency in analysis.entities.items():
            self.entities[entity].append(high | frequency)

    def records(self) -> Iterator[tuple[str, Record]]:
        """All keys in order, each with its record."""
        spelled: dict[str, dict[str, int]] = {}
        documents: dict[str, Lists] = {filed(key): [own] for key, own in self.entities.items()}
        for lang, forms in sorted(self.forms.items()):
            for form, own in forms.items():
                term, other = leads(form, lang)
                documents.setdefault(term, []).append(own)
                if other:
                    counts = spelled.setdefault(other, {})
                    counts[term] = counts.get(term, 0) + len(own)
        documents |= self.exactly()
        keys = set(documents).union(spelled, *self.forms.values())
        for key in in_order(keys, str):
            yield key, self.record(key, spelled.pop(key, None), documents.pop(key, None))

    def exactly(self) -> dict[str, Lists]:
        """The documents of each form itself, whatever its term, under a key of its own."""
        found: dict[str, Lists] = {}
        for forms in self.forms.values():
            for form, own in forms.items():
                found.setdefault(EXACTLY + form, []).append(own)
        return found

    def record(self, key: str, spelled: dict[str, int] | None, documents: Lists | None) -> Record:
        found = Record(terms=spelled or {})
        for lang, forms in self.forms.items():
            own = forms.get(key)
            if own is not None:
                met, term = len(own), terms(lang)[key]
                found.met += met
                found.terms[term] = found.terms.get(term, 0) + met
        if documents:
            list_ = added_up(documents)
            found.count, found.written = len(list_), self.write(list_)
        return found

    def write(self, list_: "Sequence[int]") -> str:
        """Most terms have one form, and then the two have the very same list."""
        found = self.written.pop(id(list_), None)
        if found is None:
            found = postings.write(list_)
            if isinstance(list_, array):  # it stays as long as the lexicon
                self.written[id(list_)] = found
        return found


def filed(entity: str) -> str:
    """The key of a record, `moscow#places`: right behind the word that it is called by."""
    kind, _, id_ = entity.removeprefix(ENTITY).partition("/")
    return f"{id_}{FILED}{kind}"


def is_filed(key: str) -> bool:
    return FILED in key


def packed() -> Packed:
    return defaultdict(lambda: array("I"))


def added_up(documents: Lists) -> Sequence[int]:
    """One list of several; a document's frequencies add up."""
    if len(documents) == 1:
        return documents[0]
    found: list[int] = []
    number = -1
    for each in sorted(chain.from_iterable(documents)):
        if each >> SHIFT == number:
            found[-1] = number << SHIFT | min((found[-1] & LOW) + (each & LOW), MOST)
        else:
            number = each >> SHIFT
            found.append(each)
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
                key = filed(term) if term.startswith(ENTITY) else term
                self[key].documents[number] = new.get(term, 0)
        for form in before.forms.keys() | after.forms.keys():
            if before.forms.get(form) != after.forms.get(form):
                self[EXACTLY + form].documents[number] = after.forms.get(form, 0)
        same = before.forms.keys() & after.forms.keys() if before.lang == after.lang else set()
        self.count_forms(before, same, -1)
        self.count_forms(after, same, 1)

    def count_forms(self, analysis: Analysis, same: Set[str], sign: int) -> None:
        for form in analysis.forms.keys() - same:
            self[form].met += sign
            term, other = leads(form, analysis.lang)
            for key in filter(None, (form, other)):
                self[key].terms[term] += sign
