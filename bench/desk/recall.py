"""How many copies the index of shingles finds, and how many texts it wrongly leads to.

Copies are made of the texts by chance: a run of sentences of one, with some of another added; and
short ones, 28 to 110 words of a longer text. What counts as a copy is what the whole texts say; the
index has to name it by its sample.
"""

from array import array
from collections.abc import Iterator
from itertools import combinations
from random import Random

from plugins.archive.copies import CONTAINED, LEAST, may_be_copies, sample, share, shingles

TRIES = 4_000


def recall(texts: list[str], seed: int = 7) -> str:
    cuts = [shingles(text) for text in texts]
    samples = [sample(cut) for cut in cuts]
    lines = []
    for name, make in (("shortened, with other text", shortened), ("28 to 110 words", brief)):
        found = total = 0
        for origin, copy in make(texts, Random(seed)):
            cut = shingles(copy)
            if share(cut, cuts[origin]) >= CONTAINED:
                total += 1
                found += is_named(sample(cut), samples[origin])
        lines.append(f"{name}: {found} of {total} copies found")
    pairs = [pair for pair in combinations(range(len(texts)), 2) if min_size(samples, pair)]
    near = sum(is_named(samples[one], samples[other]) for one, other in pairs)
    told = sum(share(cuts[one], cuts[other]) >= CONTAINED for one, other in pairs)
    lines.append(f"{len(pairs)} pairs of different texts: {near} compared whole, {told} told")
    return "\n".join(lines)


def min_size(samples: list["array[int]"], pair: tuple[int, int]) -> bool:
    return min(len(samples[pair[0]]), len(samples[pair[1]])) >= LEAST


def is_named(one: "array[int]", other: "array[int]") -> bool:
    shared = len(set(one) & set(other))
    return shared > 0 and may_be_copies(one, other, shared)


def shortened(texts: list[str], chance: Random) -> Iterator[tuple[int, str]]:
    for _ in range(TRIES):
        origin = chance.randrange(len(texts))
        sentences, others = (text.split(". ") for text in (texts[origin], chance.choice(texts)))
        kept = max(1, int(len(sentences) * chance.uniform(0.3, 1)))
        start = chance.randrange(len(sentences) - kept + 1)
        added = others[: chance.randrange(kept + 1)]
        yield origin, ". ".join([*sentences[start : start + kept], *added])


def brief(texts: list[str], chance: Random) -> Iterator[tuple[int, str]]:
    for _ in range(TRIES):
        origin = chance.randrange(len(texts))
        words, length = texts[origin].split(), chance.randrange(28, 111)
        start = chance.randrange(max(1, len(words) - length))
        yield origin, " ".join(words[start : start + length])
