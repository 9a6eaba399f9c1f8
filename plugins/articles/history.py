"""An article's history, as its front matter tells it. What is not known is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.archive.days import long_day
from plugins.archive.model import Article


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to an article on a day; `iso` and `day` are empty where nothing did."""

    words: str
    iso: str = ""
    day: str = ""


def history(article: Article) -> tuple[Event, ...]:
    """In order of days; on one day in the order in which these things are done."""
    told = sorted(events(article), key=lambda event: event[0])
    found = [Event(words, day.isoformat(), long_day(day)) for day, words in told]
    if not article.corrections and not article.withdrawn:
        found.append(Event("No correction so far"))
    return tuple(found)


def events(article: Article) -> Iterator[tuple[date, str]]:
    yield article.date.day, "Published"
    if article.capture and article.capture.captured:
        yield article.capture.captured, "Captured"
    if article.added:
        yield article.added, "Added to the archive"
    for correction in article.corrections:
        yield correction.date, f"Corrected: {correction.note}"
    if article.withdrawn:
        yield article.withdrawn.date, f"Withdrawn: {article.withdrawn.reason}"
