"""What things are called: from every heading, variant and native form to the thing.

The table answers three questions. A name of several words ("Sergei Lavrov") is the person.
A single word that names things ("Лавров", "Moscow", "MEA") is the things and all their other
single words. A given name ("Sergei") is all its spellings. Surnames are what stands before
the comma in the filed form, so a name without one is not taken apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .chunks import cut, utf16
from .documents import Name
from .likeness import alike, is_latin
from .scripts import digest
from .scripts import write as as_script
from .stems import term
from .tokens import keys

FORMS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A name as typed. `whole`: the words of the name are not looked up besides."""

    key: str
    entities: tuple[str, ...]
    terms: tuple[str, ...]
    whole: bool


def surname(name: Name) -> str | None:
    """The surname a person is filed under, when it is one word: "Lavrov, Sergei"."""
    before, comma, _ = name.sort.partition(",")
    found = keys(before)
    return found[0] if name.kind == "people" and comma and len(found) == 1 else None


def singles(name: Name) -> dict[str, str]:
    """Single words that name this thing, and their terms."""
    found: dict[str, str] = {}
    family = surname(name)
    for lang, form in name.written:
        typed = keys(form)
        if len(typed) == 1:
            found[typed[0]] = term(typed[0], lang)
        elif typed and family and (not is_latin(typed[-1]) or alike(typed[-1], family)):
            found[typed[-1]] = term(typed[-1], lang)
    return found


def given_names(name: Name) -> list[list[str]]:
    """Spellings of each given name, from variants of as many words: [[sergei, sergey, сергей]]."""
    family = surname(name)
    heading = keys(name.heading)
    if not family or heading[-1:] != (family,):
        return []
    others = [keys(form) for _, form in name.written]
    return [
        sorted({other[place] for other in others if fits(heading, other, place)})
        for place in range(len(heading) - 1)
    ]


def fits(heading: tuple[str, ...], other: tuple[str, ...], place: int) -> bool:
    """Whether the word at `place` of another form can be the same given name; never initials."""
    if len(other) != len(heading) or min(len(other[place]), len(heading[place])) < 3:
        return False
    return not is_latin(other[place]) or alike(other[place], heading[place])


def groups(authorities: Iterable[Name]) -> dict[str, set[str]]:
    """Each given name with all its spellings, over all people."""
    found: dict[str, set[str]] = {}
    for name in authorities:
        for spellings in given_names(name):
            joined = set(spellings).union(*(found.get(each, ()) for each in spellings))
            found |= dict.fromkeys(joined, joined)
    return found


def table(authorities: Iterable[Name]) -> list[Entry]:
    """All names in order of their keys. A term need not occur in the archive: the reader looks
    it up, as any other."""
    ordered = sorted(authorities, key=lambda name: name.entity)
    words = {name.entity: singles(name) for name in ordered}
    owners: dict[str, list[str]] = defaultdict(list)
    for entity, own in words.items():
        for word in own:
            owners[word].append(entity)
    entries = {entry.key: entry for entry in given(groups(ordered))}
    entries |= {entry.key: entry for entry in single(owners, words, entries)}
    entries |= {entry.key: entry for entry in several(ordered, owners, words)}
    return sorted(entries.values(), key=lambda entry: utf16(entry.key))


def given(spellings: Mapping[str, set[str]]) -> Iterable[Entry]:
    for key, group in spellings.items():
        terms = {term(word, "en") for word in group}
        if terms - {term(key, "en")}:
            yield Entry(key, (), tuple(sorted(terms)), True)


def single(
    owners: Mapping[str, list[str]],
    words: Mapping[str, Mapping[str, str]],
    before: Mapping[str, Entry],
) -> Iterable[Entry]:
    """One word that one or several things are called by."""
    for key, entities in owners.items():
        terms = {each for entity in entities for each in words[entity].values()}
        terms |= set(before[key].terms) if key in before else set()
        yield Entry(key, tuple(entities), tuple(sorted(terms)), True)


def several(
    names: Iterable[Name],
    owners: Mapping[str, list[str]],
    words: Mapping[str, Mapping[str, str]],
) -> Iterable[Entry]:
    """Names of several words; one that two things share leads to both."""
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for key in sorted(orders(name, words[name.entity])):
            found[key].append(name)
    for key, called in found.items():
        own = {word for name in called for word in words[name.entity]}
        alone = {word for word in own if len(owners[word]) == 1}
        terms = {words[owners[word][0]][word] for word in alone}
        whole = bool(terms) and all(name.kind == "people" for name in called)
        yield Entry(key, tuple(name.entity for name in called), tuple(sorted(terms)), whole)


def orders(name: Name, own: Mapping[str, str]) -> set[str]:
    """A name of several words as it may be typed: Sergei Lavrov, Lavrov Sergei."""
    forms = {keys(form) for _, form in name.written} | {keys(name.sort)}
    if surname(name):
        forms |= {(form[-1], *form[:-1]) for form in forms if form and form[-1] in own}
    return {" ".join(form) for form in forms if len(form) > 1}


def shown(name: Name) -> list[object]:
    """`[entity, heading, [[language, form], ...]]`: what a reader is told was counted. The first
    form of each language comes before others."""
    first = {lang: form for lang, form in reversed(name.written) if form != name.heading}
    pairs = dict.fromkeys((*sorted(first.items(), key=in_order), *name.written))
    return [name.entity, name.heading, [list(pair) for pair in pairs][:FORMS_SHOWN]]


def in_order(pair: tuple[str, str]) -> tuple[bool, str]:
    """English first."""
    return (pair[0] != "en", pair[0])


def folder(authorities: Sequence[Name], version: int) -> str:
    """The name of the folder, from what all names say."""
    ordered = sorted(authorities, key=lambda name: name.entity)
    return digest([str(version), *map(repr, map(plainly, ordered))])


def plainly(name: Name) -> object:
    return name.entity, name.heading, name.sort, name.written


def write(authorities: Sequence[Name]) -> Iterator[tuple[str, object]]:
    """Files: `names-0`... by key, `who-0`... by entity, `meta` to route."""
    rows: list[list[object]] = [
        [entry.key, list(entry.entities), list(entry.terms), int(entry.whole)]
        for entry in table(authorities)
    ]
    who = sorted(map(shown, authorities), key=lambda row: utf16(str(row[0])))
    meta = {}
    for kind, records in (("names", rows), ("who", who)):
        chunks = list(cut(records, [len(as_script(record)) for record in records]))
        for number, chunk in enumerate(chunks):
            yield f"{kind}-{number}", chunk
        meta[kind] = [chunk[0][0] for chunk in chunks]
    yield "meta", meta
