"""What things are called: from every heading, variant and native form to the thing.

The table answers three questions. A name of several words ("Sergei Lavrov") is the person.
A single word that names things ("Лавров", "Moscow", "MEA") is the things and all their other
single words. A given name ("Sergei") is all its spellings. Surnames are what stands before
the comma in the filed form, so a name without one is not taken apart.

Here is what one record says; `census` puts all of them together.
"""

from collections.abc import Iterable, Iterator, Mapping

from .census import Called, Census, Entry
from .documents import Name
from .forms import is_listed
from .likeness import alike, is_latin
from .scripts import digest
from .stems import term
from .stopwords import STOP
from .tokens import keys

FORMS_SHOWN = 5
# Versions are numbers of so many bits.
BITS = 64


def table(authorities: Iterable[Name]) -> list[Entry]:
    """All names in order of their keys."""
    return Census(map(called, authorities)).entries()


def called(name: Name) -> Called:
    """Everything that a record adds to the names."""
    own = singles(name)
    people = name.kind == "people"
    return Called(
        entity=name.entity,
        singles=own,
        given=given_names(name),
        keys=orders(name, own),
        heading=set(filter(is_listed, keys(name.heading))) if people else set(),
    )


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


def orders(name: Name, own: Mapping[str, str]) -> set[str]:
    """A name of several words as it may be typed: Sergei Lavrov, Lavrov Sergei."""
    found = {keys(form) for _, form in name.written} | {keys(name.sort)}
    if surname(name):
        found |= {(form[-1], *form[:-1]) for form in found if form and form[-1] in own}
        found |= {short for form in found for short in shortened(form, name, own)}
    return {filed(form) for form in found if len(form) > 1}


def filed(form: tuple[str, ...]) -> str:
    """The key of a name of several words. Stop words that it begins with stand at its end: so
    nobody has to look for names that begin with "the"."""
    if form and form[0] not in STOP:
        return " ".join(form)
    start = next((place for place, word in enumerate(form) if word not in STOP), 0)
    return " ".join((*form[start:], *form[:start]))


def titled(name: Name) -> str:
    """The key of a heading."""
    return filed(keys(name.heading))


def shortened(
    form: tuple[str, ...], name: Name, own: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """With the given names as initials, before and after: S. Lavrov, S. V. Lavrov, Lavrov S.V. A
    reader who meets more initials than are known asks for the first alone."""
    if len(form) < 2 or form[-1] not in own or is_title(form[0], name):
        return
    *given, family = form
    letters = [each[0] for each in given]
    for some in ((letters[0],), tuple(letters), ("".join(letters),)):
        yield (*some, family)
        yield (family, *some)


def is_title(word: str, name: Name) -> bool:
    """Whether a word before a surname is no given name: FM Lavrov. In other scripts that is not
    known."""
    heading = keys(name.heading)
    return is_latin(word) and bool(heading) and word[0] != heading[0][0]


def shown(name: Name) -> list[object]:
    """`[entity, heading, [[language, form], ...]]`: what a reader is told was counted. The first
    form of each language comes before others."""
    first = {lang: form for lang, form in reversed(name.written) if form != name.heading}
    pairs = dict.fromkeys((*sorted(first.items(), key=in_order), *name.written))
    return [name.entity, name.heading, [list(pair) for pair in pairs][:FORMS_SHOWN]]


def in_order(pair: tuple[str, str]) -> tuple[bool, str]:
    """English first."""
    return (pair[0] != "en", pair[0])


def version(since: str, before: Iterable[Name], after: Iterable[Name]) -> str:
    """Stands for what all names say. The digests of names are added up, so that whoever knows the
    version of others needs only those that are not the same any more."""
    total = int(since, 16) - sum(map(number, before)) + sum(map(number, after))
    return f"{total % 2**BITS:0{BITS // 4}x}"


def number(name: Name) -> int:
    said = name.entity, name.heading, name.sort, name.written
    return int(digest([repr(said)]), 16)
