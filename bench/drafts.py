"""One article out of a seed and its number: the same whatever the archive's size.

Its links lead to articles with lower numbers, so an archive of N holds all that they need.
"""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import log
from random import Random

from .cast import SHIFTS, SIZES, Record, record
from .sentences import POINT_PATTERNS, TITLE_PATTERNS, Writer
from .vocabulary import SECTIONS, rare_word, several

FIRST_DAY = date(2005, 1, 1)
LAST_DAY = date(2024, 12, 31)  # twenty years
TYPICAL_WORDS, SPREAD = 315, 0.38  # median and width; the patterns count a name as one word
OFFSETS = ("+05:30", "+03:00", "+01:00", "Z", "-05:00")
NAMED = {"people": (0, 5), "places": (1, 3), "organisations": (0, 3), "tags": (2, 7)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article before it is written in one system's format. A link in `body` is
    `](../2011/name.md)`."""

    number: int
    name: str
    title: str
    day: date
    clock: str  # "T09:30:00+05:30" or ""
    happened: str
    source: Record
    people: tuple[Record, ...]
    places: tuple[Record, ...]
    organisations: tuple[Record, ...]
    tags: tuple[Record, ...]
    section: str
    summary: str
    added: date
    body: str

    @property
    def id(self) -> str:
        return f"{self.day.year}/{self.name}"

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.source, *self.people, *self.places, *self.organisations, *self.tags)


def identity(seed: int, number: int) -> tuple[date, str]:
    """Day and name alone: enough to link to an article without making it."""
    chance = Random(f"{seed}/{number}/identity")
    days = (LAST_DAY - FIRST_DAY).days + 1
    day = FIRST_DAY + timedelta(days=int(days * chance.random()))
    words = "-".join(rare_word(int(chance.random() * 100_000)) for _ in range(2))
    return day, f"{words}-{number}"


def draft(seed: int, number: int, below: int | None = None) -> Draft:
    """Article `number`. Its links lead to numbers less than `below`, or less than its own."""
    chance = Random(f"{seed}/{number}")
    day, name = identity(seed, number)
    named = {kind: choose(chance, kind, *limits) for kind, limits in NAMED.items()}
    names = {
        kind: [one.heading for one in named[plural]]
        for kind, plural in (
            ("person", "people"),
            ("place", "places"),
            ("organisation", "organisations"),
        )
    }
    writer = Writer(chance, names)
    return Draft(
        number=number,
        name=name,
        title=writer.sentence(TITLE_PATTERNS)[0],
        day=day,
        clock=clock(chance),
        happened=happened(chance, day),
        source=choose(chance, "sources", 1, 1)[0],
        section=chance.choice(SECTIONS),
        summary=writer.sentence()[0],
        added=day + timedelta(days=chance.choice((0, 0, 0, 1, 1, 2, 30))),
        body=text(writer, chance, seed, number if below is None else below),
        people=named["people"],
        places=named["places"],
        organisations=named["organisations"],
        tags=named["tags"],
    )


def choose(chance: Random, kind: str, least: int, most: int) -> tuple[Record, ...]:
    ranks = several(chance, chance.randint(least, most), SIZES[kind], SHIFTS[kind])
    return tuple(record(kind, rank) for rank in ranks)


def clock(chance: Random) -> str:
    """A time for half of the articles."""
    if chance.random() < 0.5:
        return ""
    minutes = int(chance.random() * 1_440)
    return f"T{minutes // 60:02}:{minutes % 60:02}:00{chance.choice(OFFSETS)}"


def happened(chance: Random, day: date) -> str:
    """For one article in six: the day before, or a few days until then."""
    roll = chance.random()
    if roll > 1 / 6:
        return ""
    start = day - timedelta(days=1 + int(roll * 12))
    return start.isoformat() if roll < 1 / 9 else f"{start}/{day}"


def text(writer: Writer, chance: Random, seed: int, below: int) -> str:
    """Paragraphs, and here and there a list, a quotation, bold words or a link."""
    wanted = max(90, int(chance.lognormvariate(log(TYPICAL_WORDS), SPREAD)))
    parts, words = [], 0
    while words < wanted:
        sentences = []
        for _ in range(chance.choice((1, 2, 2, 3, 3, 4))):
            sentence, count = writer.sentence()
            sentences.append(sentence)
            words += count
        parts.append(decorated(" ".join(sentences), writer, chance, seed, below))
    return "\n\n".join(parts)


def decorated(paragraph: str, writer: Writer, chance: Random, seed: int, below: int) -> str:
    roll = chance.random()
    if roll < 0.04:
        return f"> {paragraph}"
    if roll < 0.08:
        points = [f"- {writer.sentence(POINT_PATTERNS)[0]}" for _ in range(chance.randint(2, 5))]
        return "\n".join([paragraph, "", *points])
    if roll < 0.14:
        first, _, rest = paragraph.partition(" ")
        return f"**{first}** {rest}"
    if roll < 0.20 and below:
        day, name = identity(seed, chance.randrange(below))
        return f"{paragraph} See [an earlier report](../{day.year}/{name}.md)."
    return paragraph


def dated(article: Draft, day: date, added: date) -> Draft:
    """The same article published, and taken in, on other days."""
    return replace(article, day=day, added=added, happened="")


def revised(article: Draft, mark: int) -> Draft:
    """The same article with a title and a text that say otherwise; another for each mark."""
    word = rare_word(mark)
    return replace(
        article,
        title=f"{article.title}, {word}",
        body=f"{article.body}\n\nThis was revised: the {word} of an earlier version was wrong.",
    )


def markdown(article: Draft) -> str:
    """As a file of ours."""
    keys: dict[str, object] = {
        "title": article.title,
        "date": f"{article.day}{article.clock}",
        "source": article.source.id,
        "section": [article.section],
        "summary": article.summary,
        "text": "full",
        "rights": "CC0-1.0",
        "added": article.added.isoformat(),
    }
    if article.happened:
        keys["happened"] = article.happened
    for kind in NAMED:
        keys[kind] = [one.id for one in getattr(article, kind)]
    return f"---\n{yaml(keys)}---\n\n{article.body}\n"


def yaml(keys: dict[str, object]) -> str:
    """YAML in which each value is JSON, which YAML reads as it is."""
    return "".join(f"{key}: {json.dumps(val, ensure_ascii=False)}\n" for key, val in keys.items())
