"""The other names of a record, as an index files them: "Lavrov, Sergei see Lavrov, Sergey".

Left out is what stands beside the heading anyway (an initial for a forename, a bare
surname) and what is no name (a title before it).
"""

import unicodedata
from collections.abc import Iterator

from plugins.archive.authorities import fold
from plugins.archive.model import Authority

from .letters import first_letter

TITLES = frozenset(
    {
        "admiral", "ambassador", "captain", "chancellor", "colonel", "commodore", "dr",
        "eam", "fm", "general", "lady", "leader", "lieutenant", "lord", "madam", "major",
        "mantri", "marshal", "minister", "mr", "mrs", "ms", "nsa", "pm", "premier",
        "president", "prime", "prof", "professor", "raksha", "sardar", "secretary",
        "senator", "shri", "shrimati", "sir", "smt", "squadron",
    }
)  # fmt: skip
# Scripts whose writers put the surname last and file by it, as Latin does.
INVERTED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN")


def references(record: Authority, *, by_surname: bool) -> Iterator[tuple[str, str | None]]:
    """Each other name as (filed form, language or None), in the record's order."""
    return ((filed, lang) for _, filed, lang in names_apart(record, by_surname=by_surname))


def names_apart(record: Authority, *, by_surname: bool) -> Iterator[tuple[str, str, str | None]]:
    """Each as (name, filed form, language or None)."""
    heading = record.sort or record.heading
    turned = by_surname and "," in heading
    surname = fold(heading.partition(",")[0]) if turned else ""
    known = [heading]
    for text, lang in other_names(record):
        filed = turn(text, surname) if turned else text
        if not any(is_beside(filed, other) for other in known):
            known.append(filed)
            yield text, filed, lang


def other_names(record: Authority) -> Iterator[tuple[str, str | None]]:
    yield record.heading, None
    for variant in record.variants:
        yield variant, None
    for lang, forms in record.scripts.items():
        for form in forms:
            yield form, lang


def turn(name: str, surname: str) -> str:
    """A name with its surname first: the folded `surname` if it ends so, else its last word."""
    if "," in name or not unicodedata.name(first_letter(name), "").startswith(INVERTED):
        return name
    words = without_title(name.split())
    for at in range(1, len(words)):
        if fold(" ".join(words[at:])) == surname:
            return f"{' '.join(words[at:])}, {' '.join(words[:at])}"
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else words[0]


def without_title(words: list[str]) -> list[str]:
    while len(words) > 1 and fold(words[0]) in TITLES:
        words = words[1:]
    return words


def is_beside(filed: str, heading: str) -> bool:
    """Whether a filed name would stand next to one that is there, telling nothing new.

    So do the same letters, a name cut short at a word, one that goes on after the other, and
    for surnames an initial: "Shringla, HV" beside "Shringla, Harsh Vardhan".
    """
    if fold(filed).replace(" ", "") == fold(heading).replace(" ", ""):
        return True
    one, other = (fold(name.partition(",")[0]) for name in (filed, heading))
    if "," not in filed or "," not in heading:
        short, long = sorted((fold(filed), fold(heading)), key=len)
        return f"{long} ".startswith(f"{short} ")
    return one == other and shortens(forenames(filed), forenames(heading))


def forenames(filed: str) -> list[str]:
    """The folded words after the comma, initials one by one: "HV" is h, v."""
    words = filed.partition(",")[2].replace(".", ". ").split()
    found: list[str] = []
    for word in words:
        found += list(fold(word)) if word.isupper() and len(word) <= 3 else [fold(word)]
    return [word for word in found if word]


def shortens(words: list[str], whole: list[str]) -> bool:
    """Whether each word begins the word in its place; further words on either side are free."""
    return all(full.startswith(word) for word, full in zip(words, whole, strict=False))
