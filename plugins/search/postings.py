"""The documents of a term, as a string of numbers.

Each document is its distance from the one before, doubled, plus one when its weighted
frequency is not 1; that frequency then follows. A long list is cut into pages of 1,024
document numbers, with a space between: each begins anew, so that a change of one document
is a change of one page.
"""

from collections.abc import Iterable, Iterator, Mapping

from .varint import COMMON, decode_all, encode

Posting = tuple[int, int]

# From so many documents on a list has pages, and a file of its own.
LONG = 2_000
PAGE = 1_024


def encode_postings(postings: Iterable[Posting], before: int = -1) -> str:
    """(document number, weighted frequency) in order of document number."""
    written = []
    few = len(COMMON) // 2 - 1
    for document, frequency in postings:
        gap = document - before - 1
        before = document
        if frequency == 1:
            written.append(COMMON[gap * 2] if gap < few else encode(gap * 2))
        else:
            written.append(COMMON[gap * 2 + 1] if gap < few else encode(gap * 2 + 1))
            written.append(encode(frequency))
    return "".join(written)


def decode_postings(written: str, before: int = -1) -> Iterator[Posting]:
    """What `encode_postings` was given."""
    numbers = decode_all(written)
    document = before
    for number in numbers:
        document += number // 2 + 1
        yield document, (next(numbers) if number % 2 else 1)


def write(postings: list[Posting]) -> str:
    """A whole list, in pages if it is long."""
    if len(postings) < LONG:
        return encode_postings(postings)
    pages: list[list[Posting]] = [[] for _ in range(postings[-1][0] // PAGE + 1)]
    for posting in postings:
        pages[posting[0] // PAGE].append(posting)
    return " ".join(encode_postings(page, n * PAGE - 1) for n, page in enumerate(pages))


def read(written: str, count: int) -> list[Posting]:
    """A whole list, of `count` documents."""
    if count < LONG:
        return list(decode_postings(written))
    pages = enumerate(written.split(" "))
    return [posting for n, page in pages for posting in decode_postings(page, n * PAGE - 1)]


def revise(written: str, count: int, changed: Mapping[int, int]) -> tuple[str, int]:
    """The list after some documents got other frequencies (0: they are in it no more)."""
    if count >= LONG + len(changed):
        return revise_pages(written.split(" "), count, changed)
    found = dict(read(written, count)) | dict(changed)
    postings = sorted(posting for posting in found.items() if posting[1])
    return write(postings), len(postings)


def revise_pages(pages: list[str], count: int, changed: Mapping[int, int]) -> tuple[str, int]:
    """A list that stays long: only the pages of those documents are read."""
    pages += [""] * (max(changed) // PAGE + 1 - len(pages))
    for number in {document // PAGE for document in changed}:
        found = dict(decode_postings(pages[number], number * PAGE - 1))
        own = {document: changed[document] for document in changed if document // PAGE == number}
        postings = sorted(posting for posting in (found | own).items() if posting[1])
        count += len(postings) - len(found)
        pages[number] = encode_postings(postings, number * PAGE - 1)
    return " ".join(pages).rstrip(" "), count
