"""How well the index ranks: nDCG@10 on a collection with judged questions, beside plain BM25.

Asked are the questions as they are, and three words of each: those that fewest documents hold,
in the order of the question. The index is read by `reader.py`, which looks words up as the page
does, but knows neither names nor typing errors: collections have no authority records.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from pathlib import Path

from plugins.search import cut, segment
from plugins.search.documents import Document
from plugins.search.extracts import extract
from plugins.search.index import K1, B
from plugins.search.postings import LONG, PAGE
from plugins.search.scripts import script
from plugins.search.segment import Frame
from plugins.search.stopwords import STOP
from plugins.search.tokens import keys

from ..command import fault
from . import collection
from .collection import Collection, Text
from .plain import Plain
from .reader import Index

FIRST = 10
WORDS = 3
DAY = date(2000, 1, 1)
Scores = Callable[[str], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Result:
    """`gain`: nDCG@10, the mean over all questions; `empty`: questions without any result."""

    questions: str
    ranking: str
    gain: float
    empty: int
    asked: int


def quality(folder: Path) -> int:
    """Print what was found with the collection in a folder; the exit code."""
    try:
        given = collection.read(folder)
    except (OSError, ValueError, KeyError) as error:
        return fault(f"{folder} holds no collection: {error}")
    print("\n".join(table(measured(given))))
    return 0


def table(results: Iterable[Result]) -> Iterator[str]:
    yield "| questions | ranking | nDCG@10 | without result |"
    yield "|---|---|---:|---:|"
    for each in results:
        empty = f"{each.empty} of {each.asked}"
        yield f"| {each.questions} | {each.ranking} | {each.gain:.4f} | {empty} |"


def measured(given: Collection) -> Iterator[Result]:
    plain = Plain(given.texts)
    index = indexed(given.texts)
    few = {id_: three_words(text, plain) for id_, text in given.questions.items()}
    for title, questions in (("sentences", given.questions), ("three words", few)):
        rankings: tuple[tuple[str, Scores], ...] = (
            ("ours", lambda text: ask(index, text)),
            ("BM25, Porter2", plain.scores),
        )
        for name, scores in rankings:
            yield judged(title, name, {id_: scores(text) for id_, text in questions.items()}, given)


def judged(
    title: str, name: str, found: Mapping[str, Mapping[str, float]], given: Collection
) -> Result:
    gains = [ndcg(best(scores), given.grades[id_]) for id_, scores in found.items()]
    empty = sum(not scores for scores in found.values())
    return Result(title, name, sum(gains) / max(len(gains), 1), empty, len(found))


def best(scores: Mapping[str, float]) -> list[str]:
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def ndcg(ranked: Sequence[str], grades: Mapping[str, float]) -> float:
    """The gain of the first documents, each divided by log2(1 + rank), to the best there can be."""
    ideal = sorted(grades.values(), reverse=True)[:FIRST]
    return gain([grades.get(id_, 0) for id_ in ranked[:FIRST]]) / gain(ideal)


def gain(grades: Sequence[float]) -> float:
    return sum(grade / log2(rank + 1) for rank, grade in enumerate(grades, 1))


def three_words(question: str, plain: Plain) -> str:
    words = [word for word in dict.fromkeys(keys(question)) if word not in STOP]
    known = [word for word in words if any(stem in plain.postings for stem in plain.stems(word))]
    rarest = sorted(known, key=lambda word: -max(map(plain.rarity, plain.stems(word))))[:WORDS]
    return " ".join(word for word in words if word in rarest)


def ask(index: Index, question: str) -> Mapping[str, float]:
    """Words count once, stop words where there is nothing else; one term is one unit."""
    typed = list(dict.fromkeys(keys(question)))
    said = [key for key in typed if key not in STOP] or typed
    units = {frozenset(index.likely_terms(key)): None for key in said}
    return index.score([set(unit) for unit in units if unit])


def indexed(texts: Sequence[Text]) -> Index:
    """The texts as an archive of articles that are about nobody, all of one day."""
    files: dict[str, bytes] = {}
    entries = []
    for number, part in enumerate(cut.segments(texts, cut.sizes(len(texts)))):
        folder = f"s{number}"
        extracts = [(extract(each), each.body) for each in map(article, part)]
        made = dict(segment.build(extracts, len(extracts), Frame(), lambda *_: None))
        meta = segment.told(made) if segment.is_fresh(len(part)) else None
        entries.append({"id": folder, "docs": len(part), "meta": meta})
        for name, value in made.items():
            files[f"{folder}/{name}"] = script(f"{folder}/{name}", value)
    constants = {"k1": K1, "b": B, "page": PAGE, "long": LONG, "segments": entries}
    return Index(files | {"manifest": script("manifest", constants)})


def article(text: Text) -> Document:
    return Document(id=text.id, address=text.id, title=text.title, day=DAY, body=text.text)
