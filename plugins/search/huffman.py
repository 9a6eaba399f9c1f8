"""Small numbers that differ in how frequent they are, in nearly as few bits as that allows.

gzip has a Huffman code, too, but takes every run of three characters that came before for a
repetition: among numbers that are chance, that costs a fifth more than it need.

Written are how many lengths of codes there are, the lengths (0: the number does not occur), how
many numbers there are, and their codes as bits. Codes are canonical: shorter ones first, those of
a length in the order of their numbers. From `ESCAPE` on numbers share its code; behind it stands
by how much a number is larger, plus one, in Elias' gamma code: a zero for each binary digit after
the first, then all digits.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import islice

from . import bits
from .varint import decode_all, encode_all, end_of

ESCAPE = 63
# Bits that are looked at together.
WINDOW = 9


def pack(numbers: Sequence[int]) -> str:
    """Numbers of 0 and more."""
    counts = Counter(numbers)
    large = [number for number in counts if number >= ESCAPE]
    frequencies = {number: many for number, many in counts.items() if number < ESCAPE}
    if large:
        frequencies[ESCAPE] = sum(counts[number] for number in large)
    lengths = code_lengths(frequencies)
    code = codes(lengths)
    code |= {number: code[ESCAPE] + gamma(number - ESCAPE + 1) for number in large}
    head = encode_all((len(lengths), *lengths, len(numbers)))
    return head + bits.spell("".join(map(code.__getitem__, numbers)))


def code_lengths(frequencies: Mapping[int, int]) -> list[int]:
    """How many bits each number up to the largest gets."""
    lengths = [0] * (max(frequencies, default=-1) + 1)
    if len(frequencies) == 1:
        lengths[-1] = 1
        return lengths
    # The rarest two come together under one bit more. Of the same number the smallest are first.
    heap = [(many, number, [number]) for number, many in frequencies.items()]
    heapify(heap)
    while len(heap) > 1:
        one, other = heappop(heap), heappop(heap)
        together = one[2] + other[2]
        for number in together:
            lengths[number] += 1
        heappush(heap, (one[0] + other[0], min(one[1], other[1]), together))
    return lengths


def codes(lengths: Sequence[int]) -> dict[int, str]:
    """Of each number with a length its code, as a string of 0 and 1."""
    found: dict[int, str] = {}
    code, before = 0, 0
    for length, number in sorted((each, n) for n, each in enumerate(lengths) if each):
        code <<= length - before
        found[number] = f"{code:0{length}b}"
        code, before = code + 1, length
    return found


def gamma(number: int) -> str:
    """Elias' code of a number of 1 and more."""
    return f"{number:b}".rjust(2 * number.bit_length() - 1, "0")


def unpack(text: str) -> list[int]:
    """What `pack` was given."""
    size = next(decode_all(text))
    end = end_of(text, size + 2)
    *lengths, many = list(decode_all(text[:end]))[1:]
    found = list(islice(decoded(bits.read(text[end:]), lengths), many))
    if len(found) != many:
        raise ValueError(f"{len(found)} numbers, not {many}")
    return found


def decoded(read: str, lengths: Sequence[int]) -> Iterator[int]:
    """The numbers of a string of bits, and of what fills it up."""
    number_of = {code: number for number, code in codes(lengths).items()}
    near = begun(number_of)
    at = 0
    while at < len(read):
        number, length = near.get(read[at : at + WINDOW]) or longer(read, at, number_of)
        at += length
        if number == ESCAPE:
            end = 2 * read.find("1", at) - at + 1
            number += int(read[at:end], 2) - 1
            at = end
        yield number


def begun(number_of: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """For each few bits the number that they begin with, and the length of its code: one look where
    going from bit to bit would be several."""
    return {
        code + (f"{rest:0{free}b}" if free else ""): (number, len(code))
        for code, number in number_of.items()
        if (free := WINDOW - len(code)) >= 0
        for rest in range(1 << free)
    }


def longer(read: str, at: int, number_of: Mapping[str, int]) -> tuple[int, int]:
    """The same where a code is longer, or the bits are at their end."""
    for length in range(1, len(read) - at + 1):
        number = number_of.get(read[at : at + length])
        if number is not None:
            return number, length
    raise ValueError("bits that are no code")
