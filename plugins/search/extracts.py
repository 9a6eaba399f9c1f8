"""What the index keeps of one document, kept between builds: its card, its citation, the headings
it is filed under, the month, and the analysis of its words. The body stays in the store.
"""

import json
import zlib
from dataclasses import dataclass

from .analysis import Analysis, analyse
from .cards import Card, card
from .cites import Cite, cite
from .documents import Document

# Compressed once, read often; the fastest level is nearly as small.
LEVEL = 1


@dataclass(frozen=True, slots=True)
class Extract:
    """`points`: the highlights. `labels`: (kind, id, filed form). `month`: from year 0."""

    card: Card
    cite: Cite
    points: tuple[str, ...]
    labels: tuple[tuple[str, str, str], ...]
    month: int
    analysis: Analysis

    def text(self, body: str) -> str:
        """What snippets are cut from: highlights and body, a line each."""
        return "\n".join(filter(None, (*self.points, body)))


def extract(document: Document) -> Extract:
    return Extract(
        card=card(document),
        cite=cite(document),
        points=document.highlights,
        labels=tuple((label.kind, label.id, label.sort) for label in document.filed),
        month=document.day.year * 12 + document.day.month - 1,
        analysis=analyse(document),
    )


def pack(found: Extract) -> bytes:
    """As bytes for the store."""
    analysis = found.analysis
    forms = " ".join(analysis.forms), list(analysis.forms.values())
    rest = (analysis.lang, analysis.length, analysis.entities)
    data = (found.card, found.cite, found.points, found.labels, found.month, *rest, *forms)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), LEVEL)


def unpack(data: bytes) -> Extract:
    """What `pack` was given."""
    shown, cited, points, labels, month, lang, length, entities, forms, counts = json.loads(
        zlib.decompress(data)
    )
    words = dict(zip(forms.split(" "), counts, strict=True)) if forms else {}
    return Extract(
        card=shown,
        cite=cited,
        points=tuple(points),
        labels=tuple(map(tuple, labels)),
        month=month,
        analysis=Analysis(lang, words, entities, length),
    )
