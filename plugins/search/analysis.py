"""From a document to its terms: how often each occurs, weighted by where.

BM25 is computed over one frequency a term and document: the sum over the fields of the
weight times the count. The length of a document is the plain number of its words.
"""

from collections import Counter
from dataclasses import dataclass

from .documents import Document
from .stems import term
from .tokens import counted

TITLE, NAMES, TAGS, POINTS, BODY = 4, 3, 2, 2, 1
WEIGHTS = {"people": NAMES, "places": NAMES, "organisations": NAMES, "tags": TAGS}
SOURCE = 1


@dataclass(frozen=True, slots=True)
class Analysis:
    """`terms`: (term, weighted frequency); `forms`: (form as met, its term); both sorted."""

    terms: tuple[tuple[str, int], ...]
    forms: tuple[tuple[str, str], ...]
    length: int


def fields(document: Document) -> list[tuple[int, str]]:
    """(weight, text) of everything that is searched as words. A source is not: it is an entity,
    or every article of *India Today* would be about India. The day is: people ask for months and
    years."""
    filed = [
        (WEIGHTS[label.kind], label.heading) for label in document.labels if label.kind in WEIGHTS
    ]
    points = [(POINTS, text) for text in (document.summary, *document.highlights) if text]
    plain = [(BODY, document.body), (BODY, document.dated)]
    return [(TITLE, document.title), *filed, *points, *plain]


def analyse(document: Document) -> Analysis:
    """Everything the index keeps of the words of one document."""
    frequencies: Counter[str] = Counter()
    forms: dict[str, str] = {}
    length = 0
    for weight, text in fields(document):
        for found, count in counted(text):
            length += count
            for form in found:
                forms[form] = term(form, document.lang)
                frequencies[forms[form]] += weight * count
    for label in document.labels:
        frequencies[label.entity] += WEIGHTS.get(label.kind, SOURCE)
    return Analysis(tuple(sorted(frequencies.items())), tuple(sorted(forms.items())), length)
