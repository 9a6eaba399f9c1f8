"""Names of people, places and organisations in a text, through the authority records.

The longest name wins and words are taken whole. A surname alone is no proof: it counts for
the one person who has it, and only if a full name of that person stands in the text too.
A name in another spelling ("Sergej Lawrow") is found by `archive.names`, and taken where that is
at least as sure as `SURE` says. What is not certain is told to the reviewer and stays out of the
front matter.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ..archive.authorities import fold, names
from ..archive.model import Authority
from ..archive.names.runs import names_another
from .declined import base
from .words import Word, split

KINDS = ("people", "places", "organisations")
JOINERS = frozenset({"", "-", "–", "'", "’", "&", "/"})
MOST = 50  # ids that a key may hold


@dataclass(frozen=True, slots=True)
class Form:
    """A name of a record, in words; `surname` marks what may belong to several people."""

    words: tuple[str, ...]
    kind: str
    id: str
    text: str
    surname: bool = False


@dataclass(slots=True)
class Mention:
    """One name in the text: which records have it, and where it stands. `why`: how it was found,
    if it isn't written as in the record."""

    text: str
    line: int
    forms: tuple[Form, ...]
    why: str = ""


@dataclass(slots=True)
class Mentions:
    """All that was found: ids by kind in the order of the text, and what is in doubt."""

    ids: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    seen: dict[tuple[str, str], list[Mention]] = field(default_factory=dict)
    doubtful: list[tuple[Mention, str]] = field(default_factory=list)
    spans: list[list[bool]] = field(default_factory=list)  # for each passage: word is in a name

    def close(self) -> None:
        """Put everything in the order of the text, once all is found."""
        for mentions in self.seen.values():
            mentions.sort(key=lambda mention: mention.line)
        for (kind, id_), _ in sorted(self.seen.items(), key=lambda each: each[1][0].line):
            if id_ not in self.ids[kind] and len(self.ids[kind]) < MOST:
                self.ids[kind].append(id_)


class Names:
    """Every name of the records of some kinds, by its first word.

    An archive has tens of thousands of names and a text some hundred words: a name is taken apart
    when its first word is met.
    """

    def __init__(self, authorities: Mapping[str, Mapping[str, Authority]]) -> None:
        self.authorities = authorities
        self.by_first: dict[str, list[tuple[str, str, str, bool]]] = {}
        self.read: dict[str, tuple[Form, ...]] = {}
        for kind in KINDS:
            for id_, record in authorities[kind].items():
                for text, surname in printed(kind, record):
                    if first := first_word(text):
                        self.by_first.setdefault(first, []).append((kind, id_, text, surname))

    def forms(self, first: str) -> tuple[Form, ...]:
        """The names that begin with a folded word."""
        found = self.read.get(first)
        if found is None:
            found = tuple(
                Form(in_words(text), kind, id_, text, surname or is_alone(kind, text))
                for kind, id_, text, surname in self.by_first.get(first, ())
            )
            self.read[first] = found
        return found

    def at(self, words: tuple[Word, ...], start: int) -> tuple[int, tuple[Form, ...]] | None:
        """The longest name that begins at word `start`: its length and the forms it is."""
        found = [
            form
            for form in self.forms(base(words[start].folded))
            if matches(form, words[start : start + len(form.words)])
        ]
        if not found:
            return None
        longest = max(len(form.words) for form in found)
        best = {(f.kind, f.id, f.surname): f for f in found if len(f.words) == longest}
        return longest, tuple(best[key] for key in sorted(best))


def printed(kind: str, record: Authority) -> Iterator[tuple[str, bool]]:
    """The names of a record, and whether each is a surname."""
    for name in names(record):
        yield name.text, False
    if kind == "people" and record.sort:
        # "Lavrov, Sergey" files under the surname; a record without `sort`, under its heading.
        yield record.sort.partition(",")[0], True


@lru_cache(1 << 16)
def first_word(name: str) -> str:
    """The first word of a name as `base` leaves it; empty if it has none."""
    first = name.split(None, 1)[0] if name.strip() else ""
    if first.isascii() and first.isalpha():
        return first.lower()
    words = in_words(first)
    words = words or in_words(name)
    return base(words[0]) if words else ""


def is_alone(kind: str, name: str) -> bool:
    return kind == "people" and len(in_words(name)) == 1


@lru_cache(1 << 14)
def in_words(name: str) -> tuple[str, ...]:
    return tuple(folded for _, word in split(name) if (folded := fold(word)))


def matches(form: Form, words: tuple[Word, ...]) -> bool:
    if len(form.words) != len(words) or not all(map(fits, words, form.words)):
        return False
    together = all(joins(before, word, form.text) for before, word in pairwise(words))
    return together and same_case(form.text, words)


def fits(word: Word, name: str) -> bool:
    """Whether a word is the name's, in any grammatical case that Russian puts it in."""
    return word.folded == name or base(word.folded) == base(name)


def joins(before: Word, word: Word, name: str) -> bool:
    """A full stop or a bracket between two words ends a name, unless the name has it too."""
    gap = word.gap.strip()
    return gap in JOINERS or (gap == "." and len(before.text) <= 3) or gap in name


def same_case(name: str, words: tuple[Word, ...]) -> bool:
    """A name in capitals stands so in the text ("UN", not "un"); others begin with one."""
    text = "".join(word.text for word in words)
    if name.isupper() and len(name) <= 6:
        return text.isupper()
    return not (name[0].isupper() and words[0].text[0].islower())


def find(passages: list[tuple[Word, ...]], known: Names) -> Mentions:
    """All names in the passages of a text that are written as in a record."""
    found = Mentions()
    every = [mention for words in passages for mention in scan(words, known, found.spans)]
    sort_out(found, every)
    found.close()
    return found


def sort_out(found: Mentions, every: Iterable[Mention]) -> None:
    for mention in every:
        kinds = {form.kind for form in mention.forms}
        full = [form for form in mention.forms if not form.surname]
        if len(full) == 1 and (len(mention.forms) == 1 or len(kinds) == 1):
            accept(found, mention, full[0])
    for mention in every:
        if not any(mention in seen for seen in found.seen.values()):
            settle(found, mention)


def scan(words: tuple[Word, ...], known: Names, spans: list[list[bool]]) -> Iterator[Mention]:
    inside, at = [False] * len(words), 0
    while at < len(words):
        hit = known.at(words, at)
        if hit is None or (all(form.surname for form in hit[1]) and names_another(words, at)):
            at += 1
            continue
        length, found = hit
        text = "".join(word.gap + word.text for word in words[at : at + length])
        text = " ".join(text[len(words[at].gap) :].split())
        inside[at : at + length] = [True] * length
        yield Mention(text, words[at].line, found)
        at += length
    spans.append(inside)


def accept(found: Mentions, mention: Mention, form: Form) -> None:
    found.seen.setdefault((form.kind, form.id), []).append(mention)


def settle(found: Mentions, mention: Mention) -> None:
    """A surname, or a name of several records: accept it by its company, or say the doubt."""
    ids = sorted({(form.kind, form.id) for form in mention.forms})
    shown = " or ".join(f"{kind}/{id_}" for kind, id_ in ids)
    if len(ids) > 1:
        found.doubtful.append((mention, f"may be {shown}"))
    elif ids[0] in found.seen:
        accept(found, mention, mention.forms[0])
    else:
        found.doubtful.append((mention, f"a surname of {shown}, but no full name in the text"))
