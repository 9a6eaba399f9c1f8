"""The lexicon of a segment: every form and every term, with the documents of each term.

One sorted key space holds both, so that a form and its term are near each other and usually
come in one file. A record is four fields; empty ones at its end are left out:

    key        the first character counts what it shares with the key before it
    documents  that hold this very form (empty: a term, or the spelling of another country)
    terms      that the form stands for, with commas; empty when it was met and is its own term,
               and when the key is a term only
    postings   number of documents, then 0 and the postings, or 1 + the number of their file

Fields end with a space, records with `<`: neither occurs in a key or in a number.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .analysis import Analysis
from .chunks import cut, utf16
from .postings import encode_postings
from .spelling import other_spelling
from .varint import LAST, encode

LONG = 4_000


@dataclass(slots=True)
class Lexicon:
    """What the articles of a segment say, turned round. Postings are flat arrays of document
    number and weighted frequency by turns: a tenth of the memory of pairs."""

    postings: "dict[str, array[int]]" = field(default_factory=dict)
    stands_for: dict[str, set[str]] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)

    def add(self, number: int, analysis: Analysis, language: str) -> None:
        """The next document; numbers only grow."""
        for term, frequency in analysis.terms:
            self.postings.setdefault(term, array("L")).extend((number, frequency))
        for form, term in analysis.forms:
            self.met[form] += 1
            if term not in self.stands_for.get(form, ()):
                self.learn(form, term, language)

    def learn(self, form: str, term: str, language: str) -> None:
        """A form and, in English, the same word as the other country spells it."""
        self.stands_for.setdefault(form, set()).add(term)
        other = other_spelling(form) if language.startswith("en") else None
        if other:
            self.stands_for.setdefault(other, set()).add(term)

    def ordered(self) -> list[str]:
        return sorted({*self.postings, *self.stands_for}, key=utf16)


def write(lexicon: Lexicon) -> tuple[dict[str, str], list[str]]:
    """Files of the lexicon (`words-3`, `list-0`) and the first key of each `words` file."""
    files: dict[str, str] = {}
    records = [(key, " ".join(fields(key, lexicon, files)).rstrip()) for key in lexicon.ordered()]
    first_keys = []
    sizes = [len(key) + len(record) for key, record in records]
    for number, chunk in enumerate(cut(records, sizes)):
        files[f"words-{number}"] = "<".join(front_coded(chunk))
        first_keys.append(chunk[0][0])
    return files, first_keys


def fields(key: str, lexicon: Lexicon, files: dict[str, str]) -> Iterator[str]:
    """The fields after the key; a long list goes to a file of its own."""
    met = lexicon.met.get(key, 0)
    terms = lexicon.stands_for.get(key, set())
    yield encode(met) if met else ""
    yield "" if met and terms <= {key} else ",".join(sorted(terms))
    yield record(lexicon.postings, key, files)


def record(postings: "Mapping[str, array[int]]", key: str, files: dict[str, str]) -> str:
    flat = postings.get(key)
    if not flat:
        return ""
    found = list(zip(flat[::2], flat[1::2], strict=True))
    written = encode_postings(found)
    if len(written) <= LONG:
        return encode(len(found)) + encode(0) + written
    number = sum(name.startswith("list-") for name in files)
    files[f"list-{number}"] = written
    return encode(len(found)) + encode(number + 1)


def front_coded(records: Iterable[tuple[str, str]]) -> Iterator[str]:
    before = ""
    for key, rest in records:
        shared = shared_start(before, key)[: LAST // 2]
        before = key
        # JavaScript counts a letter outside the basic plane as two.
        yield f"{encode(len(utf16(shared)) // 2)}{key[len(shared) :]} {rest}".rstrip()


def shared_start(one: str, other: str) -> str:
    length = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        length += 1
    return one[:length]
