"""People found in news texts, beside those that are marked in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from plugins.archive.authorities import fold
from plugins.archive.names.parts import TITLES
from plugins.archive.names.people import SURE, Named, people
from plugins.capture.words import Word, split

from .gum import News

Finder = Callable[[Sequence[Sequence[Word]]], list[Named]]


@dataclass(slots=True)
class Score:
    """Counts over texts; `accepted` is what would be taken without a question."""

    found: int = 0
    right: int = 0
    marked: int = 0
    accepted: int = 0
    accepted_right: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.marked, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(self.found + self.marked, 1)

    @property
    def sure(self) -> float:
        return self.accepted_right / max(self.accepted, 1)


def words(paragraph: str) -> tuple[Word, ...]:
    return tuple(Word(text, fold(text), 1, gap) for gap, text in split(paragraph))


def measured(texts: Iterable[News]) -> Score:
    score = Score()
    for news in texts:
        found = people([words(paragraph) for paragraph in news.paragraphs])
        hits = matched(found, news)
        score.found += len(found)
        score.marked += len(news.people)
        score.right += len(hits)
        for number, person in enumerate(found):
            if person.score >= SURE:
                score.accepted += 1
                score.accepted_right += number in hits
    return score


def matched(found: Sequence[Named], news: News) -> dict[int, str]:
    """Persons found (by number) and the marked ones that they are: one each, those whose fullest
    form is marked first."""
    hits: dict[int, str] = {}
    for fullest in (True, False):
        for number, person in enumerate(found):
            forms = {bare(person.heading)}
            if not fullest:
                forms |= {bare(form) for form, _ in person.forms}
            for group, names in sorted(news.people.items()):
                fits = any(same(form, name) for form in forms for name in names)
                if number not in hits and group not in hits.values() and fits:
                    hits[number] = group
    return hits


def same(one: str, other: str) -> bool:
    """The same words; or the last two or more, where a mark takes in what stands in front of the
    name: "Refugee Council Enver Solomon"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return short == long or (len(short) > 1 and short == long[-len(short) :])


def bare(name: str) -> str:
    words = fold(name).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)
