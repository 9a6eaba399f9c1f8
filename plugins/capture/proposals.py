"""What a reviewer may want to add: tags whose names occur, names that no record has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from ..archive.authorities import fold, names
from ..archive.model import Authority
from .mentions import KINDS, Mentions, in_words
from .words import Word

MOST = 20
NEAR = 88  # of 100: one letter in eight may differ
# Capitals that are no name by themselves: titles, nationalities, days and months.
COMMON = frozenset({
    "the", "a", "an", "in", "on", "at", "after", "before", "for", "from", "with", "and", "or",
    "but", "as", "by", "to", "of", "his", "her", "their", "our", "we", "he", "she", "it", "i",
    "you", "they", "this", "that", "these", "those", "both", "so", "here", "there", "when",
    "while", "what", "who", "how", "not", "no", "if", "mr", "mrs", "ms", "dr", "sir", "shri",
    "smt", "president", "prime", "minister", "ministers", "foreign", "external", "affairs",
    "defence", "defense", "home", "chief", "secretary", "general", "ambassador", "chairman",
    "director", "spokesperson", "spokesman", "government", "ministry", "state", "union",
    "embassy", "russian", "indian", "american", "chinese", "pakistani", "british", "french",
    "german", "turkish", "soviet", "european", "russia", "india", "china", "us", "uk", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that no record has; `near` is the id of one that looks like it."""

    text: str
    line: int
    near: str | None


def tags(passages: list[tuple[Word, ...]], records: Mapping[str, Authority]) -> Iterator[str]:
    """Ids of the tags whose heading or a variant stands in the text."""
    texts = [" " + " ".join(word.folded for word in words) + " " for words in passages]
    for id_, record in sorted(records.items()):
        wanted = [" ".join(in_words(name.text)) for name in names(record)]
        if any(f" {name} " in text for name in wanted if name for text in texts):
            yield id_


def new_names(
    passages: list[tuple[Word, ...]],
    found: Mentions,
    authorities: Mapping[str, Mapping[str, Authority]],
) -> Iterator[NewName]:
    """Runs of two to five capitalised words outside known names, each once."""
    known = {
        fold(name.text): f"{kind}/{id_}"
        for kind in KINDS
        for id_, record in sorted(authorities[kind].items())
        for name in names(record)
    }
    seen: set[str] = set()
    for words, inside in zip(passages, found.spans, strict=True):
        for run in runs(words, inside):
            text = " ".join(word.text for word in run)
            if text not in seen and len(seen) < MOST:
                seen.add(text)
                match = process.extractOne(
                    fold(text), list(known), scorer=fuzz.ratio, score_cutoff=NEAR
                )
                yield NewName(text, run[0].line, known[match[0]] if match else None)


def runs(words: tuple[Word, ...], inside: list[bool]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word, named in zip(words, inside, strict=True):
        joins = word.text[0].isupper() and not named
        if not joins or (run and word.gap.strip()):
            yield from trimmed(run)
            run = []
        if joins:
            run.append(word)
    yield from trimmed(run)


def trimmed(run: list[Word]) -> Iterator[list[Word]]:
    """A run without the common words it begins and ends with, if a name remains."""
    while run and run[0].folded in COMMON:
        run = run[1:]
    while run and run[-1].folded in COMMON:
        run = run[:-1]
    if 2 <= len(run) <= 5:
        yield run
