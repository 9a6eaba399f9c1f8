"""Names and the records they lead to: headings, variants, native scripts."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from .model import Authority

UNSEEN = frozenset("'’‘ʼ`\u00ad\u200b\u200c\u200d\ufeff")  # apostrophes too: Gor'kii, Gorkii


def fold(name: str) -> str:
    """A name as it is compared: no case, no accents, no punctuation, single spaces."""
    if name.isascii():  # as below, in a fifth of the time
        return " ".join(name.lower().translate(PLAIN).split())
    decomposed = unicodedata.normalize("NFKD", name.casefold()).casefold()
    return " ".join("".join(map(fold_char, decomposed)).split())


def fold_char(char: str) -> str:
    if char.isascii() and char.isalnum():
        return char
    # Accents of Latin, Greek and Cyrillic go; the vowel signs of Devanagari are letters.
    if char in UNSEEN or (char < "\u0900" and unicodedata.combining(char)):
        return ""
    return char if char.isalnum() or unicodedata.category(char).startswith("M") else " "


PLAIN = {code: fold_char(chr(code)) for code in range(128)}


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a record: `lang` is None for headings and variants in the site's script."""

    text: str
    lang: str | None
    preferred: bool


def names(record: Authority) -> Iterator[Name]:
    """Every name of a record, the heading first."""
    yield Name(record.heading, None, True)
    for variant in record.variants:
        yield Name(variant, None, False)
    for lang, forms in sorted(record.scripts.items()):
        for form in forms:
            yield Name(form, lang, False)


class NameIndex:
    """Finds the record of one kind that a name belongs to."""

    def __init__(self, records: Mapping[str, Authority]) -> None:
        self.records = records
        self.ids: dict[str, set[str]] = {}
        for id_, record in records.items():
            for name in (*names(record), Name(record.sort or record.heading, None, False)):
                if folded := fold(name.text):  # a name of signs only is no name
                    self.ids.setdefault(folded, set()).add(id_)

    def find(self, name: str) -> str | None:
        """The id of the one record with this name; None if there is none or several."""
        found = self.ids.get(fold(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def nearest(self, name: str) -> str | None:
        """The id of the record whose id or name looks most like `name`, if any is near."""
        near = get_close_matches(name, sorted(self.records), n=1, cutoff=0.75)
        if near:
            return near[0]
        folds = get_close_matches(fold(name), sorted(self.ids), n=1, cutoff=0.7)
        if not folds:
            # "doe-j" for "doe-jane": the words of an id in any order.
            words = " ".join(sorted(fold(name).split()))
            by_words = {" ".join(sorted(text.split())): text for text in sorted(self.ids)}
            folds = [
                by_words[w] for w in get_close_matches(words, sorted(by_words), n=1, cutoff=0.6)
            ]
        return min(self.ids[folds[0]]) if folds else None

    def heir(self, id_: str) -> str | None:
        """The id of the record that was called `id_` before."""
        heirs = (new for new, record in sorted(self.records.items()) if id_ in record.former)
        return next(heirs, None)

    def clashes(self) -> Iterator[tuple[str, list[str]]]:
        """Names that lead to more than one record: (folded name, ids)."""
        for text, ids in sorted(self.ids.items()):
            if len(ids) > 1:
                yield text, sorted(ids)
