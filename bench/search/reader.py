"""A reader of the index in Python, written from docs/search.md: enough to score one query."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from math import log
from typing import Any

from plugins.search import bits, huffman
from plugins.search.chunks import name, shared_start
from plugins.search.postings import LOW, SHIFT, decode_page, decode_postings
from plugins.search.varint import VALUES, decode_all, encode

SHORTEST = 4
# Endings that take each other's place.
ENDINGS = (
    {"", "s", "es", "ed", "d", "ing", "ly", "er", "ers", "ion", "ions", "al"},
    {"y", "ies", "ied"},
)


class Index:
    """An index by its files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.data = dict(map(read, files.values()))
        self.manifest = self.data["manifest"]
        self.segments = [
            Segment(self.data, self.manifest, entry) for entry in self.manifest["segments"]
        ]
        self.docs = sum(entry["docs"] for entry in self.manifest["segments"])
        self.average = sum(part.meta["total"] for part in self.segments) / self.docs

    def terms(self, form: str) -> set[str]:
        return {term for segment in self.segments for term in segment.terms(form)}

    def likely_terms(self, form: str) -> set[str]:
        """Those of a form, or if it was never met of one that differs in its ending alone."""
        found = self.terms(form)
        return found or {term for each in self.segments for term in each.near_terms(form)}

    def score(self, units: Iterable[set[str]]) -> dict[str, float]:
        """{address: score}"""
        k1, b = self.manifest["k1"], self.manifest["b"]
        scores: dict[str, float] = {}
        for unit in units:
            found = [segment.weights(unit) for segment in self.segments]
            holding = sum(map(len, found))
            rarity = log(1 + (self.docs - holding + 0.5) / (holding + 0.5))
            for segment, weights in zip(self.segments, found, strict=True):
                for document, weight in weights.items():
                    relative = segment.lengths[document] / self.average
                    part = rarity * weight * (k1 + 1) / (weight + k1 * (1 - b + b * relative))
                    address = segment.cards[document][0]
                    scores[address] = scores.get(address, 0) + part
        return scores


class Segment:
    """A segment by all files of the index."""

    def __init__(
        self, data: dict[str, Any], manifest: dict[str, Any], entry: dict[str, Any]
    ) -> None:
        self.data = data
        self.manifest = manifest
        self.folder = folder = entry["id"]
        self.docs: int = entry["docs"]
        self.meta = entry.get("meta") or data[f"{folder}/meta"]
        lengths = self.meta.get("lengths") or data[f"{folder}/lengths"]
        self.lengths = [2 ** (length / 4) for length in huffman.unpack(lengths)]
        self.cards = [card for chunk in self.numbered("cards") for card in chunk]
        self.cites = [cite for chunk in self.numbered("cites") for cite in chunk]
        keys = [*leads(self.meta["words"]), *data[f"{folder}/exact"]["words"]]
        texts = [data[f"{folder}/words-{name(key)}"] for key in keys]
        texts += filter(None, [self.meta.get("filed")])
        self.words = dict(record for text in texts for record in records(text))

    def documents(self, facet: str) -> dict[str, list[int]]:
        """The documents of each value of a facet, by its id."""
        values = self.meta["languages"] if facet == "languages" else self.values(facet)
        found: list[list[int]] = []
        for text, first in zip(self.numbered(f"{facet}-lists"), self.tops(facet), strict=True):
            own = list(lists(text, self.docs))
            if first != (len(found), len(own[0])):
                raise ValueError(f"{facet} does not go on with {first}")
            found += own
        return {id_: documents for (id_, _), documents in zip(values, found, strict=True)}

    def values(self, facet: str) -> list[Any]:
        return [value for chunk in self.numbered(facet) for value in chunk]

    def tops(self, facet: str) -> list[tuple[int, int]]:
        numbers = self.meta["lists"][facet]
        return list(zip(numbers[::2], numbers[1::2], strict=True))

    def numbered(self, name: str) -> Iterator[Any]:
        number = 0
        while (key := f"{self.folder}/{name}-{number}") in self.data:
            yield self.data[key]
            number += 1

    def terms(self, form: str) -> set[str]:
        met, terms, _ = self.words.get(form, ("", "", ""))
        return set(terms.split(",")) if terms else {form} if met else set()

    def near_terms(self, form: str) -> set[str]:
        """The terms of the form that shares most with one that was never met."""
        if len(form) < SHORTEST or not form.isalpha():
            return set()
        found = {
            shared: key
            for key, (met, _, _) in self.words.items()
            if met and (shared := ends_alike(key, form))
        }
        return self.terms(found[max(found)]) if found else set()

    def postings(self, term: str) -> list[int]:
        _, _, coded = self.words.get(key_of(term), ("", "", ""))
        if not coded:
            return []
        count = next(decode_all(coded))
        found = list(self.pages(coded[len(encode(count)) :], count))
        if len(found) != count:
            raise ValueError(f"{term} has {len(found)} documents, not {count}")
        return found

    def pages(self, written: str, count: int) -> Iterator[int]:
        if count < self.manifest["long"]:
            yield from decode_postings(written)
            return
        for number, page in enumerate(written.split(" ")):
            yield from decode_page(page, number * self.manifest["page"])

    def weights(self, unit: set[str]) -> dict[int, int]:
        """The frequency of a unit in each document that has it."""
        found: dict[int, int] = {}
        for term in unit:
            for posting in self.postings(term):
                document, frequency = posting >> SHIFT, posting & LOW
                found[document] = found.get(document, 0) + frequency
        return found


def lists(text: str, docs: int) -> Iterator[list[int]]:
    """The documents of each value in a file of lists; `docs` are in the segment."""
    head, _, coded = text.partition(" ")
    read, at = bits.read(coded), 0
    first, *fewer = decode_all(head)
    for many in accumulate([first, *(-each for each in fewer)]):
        rest = max((docs * 11 // (many * 16)).bit_length() - 1, 0)
        found, document = [], -1
        for _ in range(many):
            zero = read.index("0", at)
            end = zero + 1 + rest
            document += 1 + (zero - at << rest) + int(read[zero:end], 2)
            found.append(document)
            at = end
        yield found


def key_of(term: str) -> str:
    """A record, `@tags/energy`, stands beside the words that it is called by."""
    kind, _, id_ = term[1:].partition("/")
    return f"{id_}#{kind}" if term.startswith("@") else term


def leads(table: str) -> Iterator[str]:
    """What leads to files: a capital letter tells how much each shares with the one before."""
    lead = ""
    for shared, rest in re.findall(r"([A-Z])([^A-Z]*)", table):
        lead = lead[: ord(shared) - ord("A")] + rest
        yield lead


def ends_alike(one: str, other: str) -> int:
    """How many letters two words share before endings of known kinds; 0 if they have others."""
    shared = len(shared_start(one, other))
    for at in range(shared, SHORTEST - 1, -1):
        if any({one[at:], other[at:]} <= some for some in ENDINGS):
            return shared
    return 0


def records(text: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    before = ""
    for record in text.split("<"):
        coded, *rest = record.split(" ")
        before = before[: VALUES[coded[0]]] + coded[1:]
        met, terms, first = (*rest, "", "", "")[:3]
        yield before, (met, terms, " ".join([first, *rest[3:]]))


def read(script: bytes) -> tuple[str, Any]:
    """Key and value of `cuttings.put(key,value);`"""
    inside = script.decode().removeprefix("cuttings.put(").removesuffix(");\n")
    key, value = json.loads(f"[{inside}]")
    return key, value
