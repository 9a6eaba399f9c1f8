"""A reader of the index in Python, written from docs/search.md: enough to score one query."""

import json
from math import log

from plugins.search.chunks import name
from plugins.search.postings import LOW, SHIFT, decode_postings
from plugins.search.varint import VALUES, decode_all, encode


class Index:
    """An index by its files."""

    def __init__(self, files):
        self.data = dict(map(read, files.values()))
        self.manifest = self.data["manifest"]
        self.segments = [
            Segment(self.data, self.manifest, entry["id"]) for entry in self.manifest["segments"]
        ]
        self.docs = sum(entry["docs"] for entry in self.manifest["segments"])
        self.average = sum(part.meta["total"] for part in self.segments) / self.docs

    def terms(self, form):
        return {term for segment in self.segments for term in segment.terms(form)}

    def score(self, units):
        """{address: score}"""
        k1, b = self.manifest["k1"], self.manifest["b"]
        scores = {}
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
    def __init__(self, data, manifest, folder):
        self.data = data
        self.manifest = manifest
        self.folder = folder
        self.meta = data[f"{folder}/meta"]
        self.lengths = [2 ** (length / 4) for length in decode_all(data[f"{folder}/lengths"])]
        self.cards = [card for chunk in self.numbered("cards") for card in chunk]
        self.texts = [text for chunk in self.numbered("texts") for text in chunk]
        texts = [data[f"{folder}/words-{name(key)}"] for key in self.meta["words"]]
        self.words = dict(record for text in texts for record in records(text))

    def numbered(self, name):
        number = 0
        while (key := f"{self.folder}/{name}-{number}") in self.data:
            yield self.data[key]
            number += 1

    def terms(self, form):
        met, terms, _ = self.words.get(form, ("", "", ""))
        return set(terms.split(",")) if terms else {form} if met else set()

    def postings(self, term):
        _, _, coded = self.words.get(term, ("", "", ""))
        if not coded:
            return []
        count = next(decode_all(coded))
        body = coded[len(encode(count)) :]
        if count >= self.manifest["long"]:
            body = self.data[f"{self.folder}/list-{name(term)}"]
        found = [
            posting
            for number, page in enumerate(body.split(" "))
            for posting in decode_postings(page, number * self.manifest["page"] - 1)
        ]
        assert len(found) == count
        return found

    def weights(self, unit):
        found = {}
        for term in unit:
            for posting in self.postings(term):
                document, frequency = posting >> SHIFT, posting & LOW
                found[document] = found.get(document, 0) + frequency
        return found


def records(text):
    before = ""
    for record in text.split("<"):
        coded, *rest = record.split(" ")
        before = before[: VALUES[coded[0]]] + coded[1:]
        yield before, (*rest, "", "", "")[:3]


def read(script):
    """Key and value of `cuttings.put(key,value);`"""
    inside = script.decode().removeprefix("cuttings.put(").removesuffix(");\n")
    return json.loads(f"[{inside}]")
