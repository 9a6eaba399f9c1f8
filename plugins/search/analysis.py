"""From a document to its terms: how often each occurs, weighted by where.

BM25 is computed over one frequency a term and document: the sum over the fields of the
weight times the count. The length of a document is the plain number of its words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from .documents import Document
from .spelling import other_spelling
from .stems import terms
from .tokens import add_forms, count_forms, is_shouting

TITLE, NAMES, TAGS, POINTS, BODY = 4, 3, 2, 2, 1
WEIGHTS = {"people": NAMES, "places": NAMES, "organisations": NAMES, "tags": TAGS}
SOURCE = 1
# Two bytes hold a frequency; a word that comes more often says no more.
MOST = 65_535


@dataclass(frozen=True, slots=True)
class Analysis:
    """`forms`: weighted frequency of each word as met; `entities`: of each record; `length` in
    words. A term occurs as often as its forms together."""

    lang: str
    forms: dict[str, int]
    entities: dict[str, int]
    length: int

    @property
    def terms(self) -> dict[str, int]:
        """The weighted frequency of each term and each entity."""
        term_of = terms(self.lang)
        found: dict[str, int] = {}
        get = found.get
        for form, frequency in self.forms.items():
            term = term_of[form]
            found[term] = get(term, 0) + frequency
        found |= self.entities
        if max(found.values(), default=0) <= MOST:
            return found
        return {term: min(frequency, MOST) for term, frequency in found.items()}


def analyse(document: Document) -> Analysis:
    """Everything the index keeps of the words of one document. A source is no word but an entity,
    or every article of *India Today* would be about India."""
    forms, length = count_forms(document.body)
    for weight, text in fields(document):
        length += add_forms(text, weight, forms)
    for label in document.labels:
        if label.kind in WEIGHTS:
            length += add_forms(label.heading, WEIGHTS[label.kind], forms)
    if max(forms.values(), default=0) > MOST:
        forms = {form: min(frequency, MOST) for form, frequency in forms.items()}
    entities = {label.entity: WEIGHTS.get(label.kind, SOURCE) for label in document.filed}
    return Analysis(document.lang, forms, entities, length)


def fields(document: Document) -> Iterator[tuple[int, str]]:
    """(weight, text) of what is searched as words besides body and headings. The day is: people
    ask for months and years."""
    yield TITLE, document.title
    points = (document.summary, *document.highlights)
    joined = " ".join(points)
    # No word goes across a blank, but whether all is in capitals is asked of each text.
    is_one = not any(map(is_shouting, (joined, *points)))
    for text in (joined,) if is_one else points:
        yield POINTS, text
    yield BODY, document.dated


def leads(form: str, lang: str) -> tuple[str, str | None]:
    """The term of a form and, in English, the same word as the other country spells it."""
    return terms(lang)[form], other_spelling(form) if lang.startswith("en") else None
