"""Names of people, places and organisations in a text, through the authority records.

The longest name wins and words are taken whole. A surname alone is no proof: it counts for
the one person who has it, and only if a full name of that person stands in the text too.
What is not certain is told to the reviewer and stays out of the front matter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from ..archive.authorities import fold, names
from ..archive.model import Authority
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
    """One name in the text: which records have it, and where it stands."""

    text: str
    line: int
    forms: tuple[Form, ...]


@dataclass(slots=True)
class Mentions:
    """All that was found: ids by kind in the order of the text, and what is in doubt."""

    ids: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    seen: dict[tuple[str, str], list[Mention]] = field(default_factory=dict)
    doubtful: list[tuple[Mention, str]] = field(default_factory=list)
    spans: list[list[bool]] = field(default_factory=list)  # for each passage: word is in a name


class Names:
    """Every name of the records of some kinds, by its first word."""

    def __init__(self, authorities: Mapping[str, Mapping[str, Authority]]) -> None:
        self.by_first: dict[str, list[Form]] = {}
        for kind in KINDS:
            for id_, record in authorities[kind].items():
                for form in forms(kind, id_, record):
                    self.by_first.setdefault(form.words[0], []).append(form)

    def at(self, words: tuple[Word, ...], start: int) -> tuple[int, tuple[Form, ...]] | None:
        """The longest name that begins at word `start`: its length and the forms it is."""
        found = [
            form
            for form in self.by_first.get(words[start].folded, ())
            if matches(form, words[start : start + len(form.words)])
        ]
        if not found:
            return None
        longest = max(len(form.words) for form in found)
        best = {(f.kind, f.id, f.surname): f for f in found if len(f.words) == longest}
        return longest, tuple(best[key] for key in sorted(best))


def forms(kind: str, id_: str, record: Authority) -> Iterator[Form]:
    for name in names(record):
        words = in_words(name.text)
        if words:
            yield Form(words, kind, id_, name.text, kind == "people" and len(words) == 1)
    if kind == "people":
        # "Lavrov, Sergey" files under the surname; a record without `sort`, under its heading.
        surname = (record.sort or "").partition(",")[0]
        if surname and in_words(surname):
            yield Form(in_words(surname), kind, id_, surname, surname=True)


def in_words(name: str) -> tuple[str, ...]:
    return tuple(folded for _, word in split(name) if (folded := fold(word)))


def matches(form: Form, words: tuple[Word, ...]) -> bool:
    if tuple(word.folded for word in words) != form.words:
        return False
    together = all(joins(before, word, form.text) for before, word in pairwise(words))
    return together and same_case(form.text, words)


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
    """All names in the passages of a text."""
    found = Mentions()
    every = [mention for words in passages for mention in scan(words, known, found.spans)]
    for mention in every:
        kinds = {form.kind for form in mention.forms}
        full = [form for form in mention.forms if not form.surname]
        if len(full) == 1 and (len(mention.forms) == 1 or len(kinds) == 1):
            accept(found, mention, full[0])
    for mention in every:
        if not any(mention in seen for seen in found.seen.values()):
            settle(found, mention)
    for (kind, id_), mentions in found.seen.items():
        mentions.sort(key=lambda mention: mention.line)
        if id_ not in found.ids[kind] and len(found.ids[kind]) < MOST:
            found.ids[kind].append(id_)
    return found


def scan(words: tuple[Word, ...], known: Names, spans: list[list[bool]]) -> Iterator[Mention]:
    inside, at = [False] * len(words), 0
    while at < len(words):
        hit = known.at(words, at)
        if hit is None:
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
