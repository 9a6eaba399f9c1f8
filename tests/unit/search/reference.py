"""BM25 as in a textbook, over plain token lists: what the index must agree with.

It shares with the index only the analysis of one document and the names of the terms.
"""

from collections import Counter
from math import log, log2

from plugins.search.analysis import analyse

K1, B = 1.2, 0.75


def bm25(documents, units):
    """{document id: score} of the documents that hold any unit (a set of terms)."""
    found = {document.id: analyse(document) for document in documents}
    average = sum(analysis.length for analysis in found.values()) / max(len(found), 1)
    scores = Counter()
    for unit in units:
        weights = {
            id_: sum(frequency for term, frequency in analysis.terms.items() if term in unit)
            for id_, analysis in found.items()
        }
        holding = [id_ for id_, weight in weights.items() if weight]
        rarity = log(1 + (len(found) - len(holding) + 0.5) / (len(holding) + 0.5))
        for id_ in holding:
            relative = rounded(found[id_].length) / average
            weight = weights[id_]
            scores[id_] += rarity * weight * (K1 + 1) / (weight + K1 * (1 - B + B * relative))
    return dict(scores)


def rounded(length):
    """To the next quarter octave, as the index keeps lengths."""
    return 2 ** (round(4 * log2(max(length, 1))) / 4)
