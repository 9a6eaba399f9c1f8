"""Sentences: patterns whose gaps are filled with words, names and numbers.

What is drawn together is drawn at once, forty words a time: that is what makes a hundred
thousand articles a matter of a minute.
"""

import re
from collections.abc import Sequence
from random import Random

from . import vocabulary
from .vocabulary import CLASSES, CODES, RARE_SHARE, RARE_WORDS, WEEKDAYS, WEIGHTS

PATTERNS = (
    "The {adjective} {noun} {verb} the {noun} {adverb}, and {person} called it a {adjective} "
    "{noun} for the whole of {place}.",
    '"We {verb} the {noun} because nobody else would," {person} told reporters in {place} on '
    "{weekday}.",
    "According to {organisation}, {number} {noun}s were {verb} in {place} during the {adjective} "
    "{noun}, up {percent}% on the year before.",
    "{person} said the {noun} would {base} the {adjective} {noun} before the end of {month}.",
    "It is the {adjective} {noun} that officials -- some of them {adjective} -- had {verb} since "
    "the {noun} of {year}.",
    "The {noun} is worth ${money} million, {organisation} said, or about a {noun} for each "
    "{noun} in the {adjective} {noun}.",
    "Critics doubt that a {noun} can {base} the {noun}, the {noun} or the {adjective} {noun} in "
    "so short a time.",
    "{organisation} {verb} the {noun}; {person} didn't comment on the {adjective} {noun}.",
    "In {place} the {noun} was {adverb} {verb}, while the {noun} of {place} stayed {adjective}.",
    "A spokesman for {organisation} said that the {code} and its {noun} had {adverb} {verb} all "
    "{number} of the {noun}s.",
    '"It\'s a {adjective} {noun}," said {person}, who {verb} the {noun} in {year}. "Whoever '
    'wants to {base} it must first {base} the {noun}."',
    "Neither the {noun} nor the {adjective} {noun} of {month} {year} {verb} what the {noun} "
    "needed.",
    "Since {weekday}, when the {noun} {verb} near {place}, the {adjective} {noun} has been "
    "{adjective} & {adjective}.",
    "Of {number} {noun}s that were asked, {percent}% wanted the {noun} to {base} the {noun}, "
    "{organisation} found.",
    "Talks between {person} and {organisation} on the {noun} will {base} again on {weekday}.",
    "The {noun}'s {adjective} {noun} {verb} the {noun} ... and then the {noun} {verb} the "
    "{adjective} {noun}.",
    "People in {place} remember the {adjective} {noun} that {adverb} {verb} the {noun} and left "
    "the {noun} {adjective}.",
    "After the {noun}, {person} {verb} a {adjective} {noun} to {base} every {noun} between "
    "{place} and {place}.",
    "For the {noun} this is {adverb} a {adjective} {noun}, and for {organisation} an "
    "{adjective} one.",
    "No {noun} was {verb}, but the {noun} and the {noun} of the {adjective} {noun} were.",
)
TITLES = (
    "{organisation} {verb} {adjective} {noun} in {place}",
    "{person} {verb} the {noun} of {adjective} {noun}",
    "{place}: {adjective} {noun} {adverb} {verb} by {noun}",
    "{adjective} {noun} to {base} {noun} and {noun}, says {person}",
    '"{adjective} {noun}" {verb} as {noun} meets {noun} in {place}',
    "Why the {noun} {verb} {number} {adjective} {noun}s",
    "{person} and {organisation} {verb} {noun} {noun}",
)
POINTS = (
    "the {noun} of {place} {verb} the {noun}",
    "{number} {noun}s for the {adjective} {noun}",
    "a {noun} to {base} the {adjective} {noun}",
    "{person} ({organisation})",
)
GAP = re.compile(r"\{(\w+)\}")
Pattern = tuple[str, tuple[str, ...], int]


def compiled(patterns: Sequence[str]) -> tuple[Pattern, ...]:
    """Each pattern as a %-format, the kinds of its gaps, and its number of words."""
    return tuple(
        (
            GAP.sub("%s", pattern.replace("%", "%%")),
            tuple(GAP.findall(pattern)),
            len(pattern.split()),
        )
        for pattern in patterns
    )


SENTENCE_PATTERNS = compiled(PATTERNS)
TITLE_PATTERNS = compiled(TITLES)
POINT_PATTERNS = compiled(POINTS)
DRAWN_AT_ONCE = 40


class Writer:
    """Writes one article's sentences. `names` gives the gaps person, place and organisation
    what they may be filled with."""

    def __init__(self, chance: Random, names: dict[str, list[str]]) -> None:
        self.chance = chance
        self.names = names
        self.stock: dict[str, list[str]] = {name: [] for name in CLASSES}

    def sentence(self, patterns: tuple[Pattern, ...] = SENTENCE_PATTERNS) -> tuple[str, int]:
        """A sentence and its number of words."""
        form, gaps, words = self.chance.choice(patterns)
        text = form % tuple([self.fill(gap) for gap in gaps])
        return text[0].upper() + text[1:], words

    def fill(self, gap: str) -> str:
        stock = self.stock.get(gap)
        if stock is None:
            return self.other(gap)
        if not stock:
            stock.extend(self.draw(gap))
        return stock.pop()

    def draw(self, gap: str) -> list[str]:
        words = self.chance.choices(CLASSES[gap], cum_weights=WEIGHTS[gap], k=DRAWN_AT_ONCE)
        if gap == "noun":
            random = self.chance.random
            for place in range(DRAWN_AT_ONCE):
                if random() < RARE_SHARE:
                    words[place] = vocabulary.rare_word(
                        vocabulary.skewed(self.chance, RARE_WORDS, 0.0)
                    )
        return words

    def other(self, gap: str) -> str:
        names = self.names.get(gap)
        if names:
            return self.chance.choice(names)
        low, high = NUMBERS.get(gap, (0, 0))
        if high:
            return f"{self.chance.randint(low, high):,}" if gap != "year" else str(self.year())
        return self.chance.choice(SIGNS[gap])

    def year(self) -> int:
        return self.chance.randint(*NUMBERS["year"])


NUMBERS = {"number": (2, 9_999), "percent": (1, 60), "money": (1, 900), "year": (1_950, 2_024)}
SIGNS = {
    "weekday": WEEKDAYS,
    "month": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    "code": CODES,
    # An article that names nobody still has somebody say something.
    "person": ("an official", "a witness", "the speaker"),
    "place": ("the capital", "the district", "the north"),
    "organisation": ("the ministry", "the council", "the union"),
}
