"""The documents of a term, as a string of numbers.

Each document is its distance from the one before, doubled, plus one when its weighted
frequency is not 1; that frequency then follows. A long list is cut into pages of 2,048
document numbers, with a space between: each begins anew, so that a change of one document
is a change of one page. A page of which half the documents and more have the term is the
frequencies of all its documents, by a code of its own (`huffman.py`); of others a 0 stands in
front. What a query of common words takes is such pages.

In memory a posting is one number: that of the document, shifted, and the frequency.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from . import huffman
from .varint import COMMON, decode_all, encode

SHIFT = 16
LOW = (1 << SHIFT) - 1

# From so many documents on a list has pages.
LONG = 2_000
PAGE = 2_048
SPARSE = encode(0)


def encode_postings(postings: Iterable[int], before: int = -1) -> str:
    """Postings in order of document number."""
    written = []
    common, many = COMMON, len(COMMON)
    for posting in postings:
        document = posting >> SHIFT
        frequency = posting & LOW
        number = (document - before - 1) * 2
        before = document
        if frequency == 1:
            written.append(common[number] if number < many else encode(number))
            continue
        number += 1
        written.append(common[number] if number < many else encode(number))
        written.append(common[frequency] if frequency < many else encode(frequency))
    return "".join(written)


def decode_postings(written: str, before: int = -1) -> Iterator[int]:
    """What `encode_postings` was given."""
    numbers = decode_all(written)
    document = before
    for number in numbers:
        document += number // 2 + 1
        yield document << SHIFT | (next(numbers) if number % 2 else 1)


def encode_page(postings: Sequence[int], first: int) -> str:
    """A page of a long list, whose numbers begin with `first`."""
    if not postings:
        return ""
    span = (postings[-1] >> SHIFT) + 1 - first
    if len(postings) * 2 < span:
        return SPARSE + encode_postings(postings, first - 1)
    frequencies = [0] * span
    for posting in postings:
        frequencies[(posting >> SHIFT) - first] = posting & LOW
    return huffman.pack(frequencies)


def decode_page(written: str, first: int) -> Iterator[int]:
    """What `encode_page` was given."""
    if written.startswith(SPARSE):
        yield from decode_postings(written[len(SPARSE) :], first - 1)
    elif written:
        for document, frequency in enumerate(huffman.unpack(written), first):
            if frequency:
                yield document << SHIFT | frequency


def write(postings: Sequence[int]) -> str:
    """A whole list, in pages if it is long."""
    if len(postings) == 1:  # as most are
        document, frequency = postings[0] >> SHIFT, postings[0] & LOW
        if frequency == 1:
            return encode(document * 2)
        return encode(document * 2 + 1) + encode(frequency)
    if len(postings) < LONG:
        return encode_postings(postings)
    borders = range(0, (postings[-1] >> SHIFT) + 1, PAGE)
    places = [bisect_left(postings, border << SHIFT) for border in borders]
    ends = [*places[1:], len(postings)]
    return " ".join(
        encode_page(postings[place:end], border)
        for border, place, end in zip(borders, places, ends, strict=True)
    )


def read(written: str, count: int) -> list[int]:
    """A whole list, of `count` documents."""
    if count < LONG:
        return list(decode_postings(written))
    pages = enumerate(written.split(" "))
    return [posting for n, page in pages for posting in decode_page(page, n * PAGE)]


def revise(written: str, count: int, changed: Mapping[int, int]) -> tuple[str, int]:
    """The list after some documents got other frequencies (0: they are in it no more), and how
    many documents it has."""
    if count >= LONG + len(changed):
        return revise_pages(written.split(" "), count, changed)
    postings = replaced(read(written, count), changed)
    return write(postings), len(postings)


def revise_pages(pages: list[str], count: int, changed: Mapping[int, int]) -> tuple[str, int]:
    """A list that stays long: only the pages of those documents are read."""
    pages += [""] * (max(changed) // PAGE + 1 - len(pages))
    for number in {document // PAGE for document in changed}:
        before = list(decode_page(pages[number], number * PAGE))
        own = {document: changed[document] for document in changed if document // PAGE == number}
        after = replaced(before, own)
        count += len(after) - len(before)
        pages[number] = encode_page(after, number * PAGE)
    return " ".join(pages).rstrip(" "), count


def replaced(postings: list[int], changed: Mapping[int, int]) -> list[int]:
    kept = [posting for posting in postings if posting >> SHIFT not in changed]
    new = [document << SHIFT | frequency for document, frequency in changed.items() if frequency]
    return sorted(kept + new)
