"""The documents of a term, as a string of numbers.

Each document is its distance from the one before, doubled, plus one when its weighted
frequency is not 1; that frequency then follows.
"""

from collections.abc import Iterable, Iterator

from .varint import decode_all, encode

Posting = tuple[int, int]


def encode_postings(postings: Iterable[Posting]) -> str:
    """(document number, weighted frequency) in order of document number."""
    written = []
    before = -1
    for document, frequency in postings:
        gap = document - before - 1
        before = document
        if frequency == 1:
            written.append(encode(gap * 2))
        else:
            written.append(encode(gap * 2 + 1) + encode(frequency))
    return "".join(written)


def decode_postings(written: str) -> Iterator[Posting]:
    """What `encode_postings` was given."""
    numbers = decode_all(written)
    document = -1
    for number in numbers:
        document += number // 2 + 1
        yield document, (next(numbers) if number % 2 else 1)
