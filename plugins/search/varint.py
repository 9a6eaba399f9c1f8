r"""Whole numbers as printable ASCII, for strings in script files.

Of the 95 printable characters, four are left out: space, `"`, `\` and `<`. Of the 91 that
remain, 78 end a number and 13 continue it, lowest digit first. Most numbers in an index are
small: one character says 0 to 77, two say up to 1,013.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

ALPHABET = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\<')
LAST = 78
MORE = len(ALPHABET) - LAST


def spell(number: int) -> str:
    """One number, 0 or more."""
    if number < 0:
        raise ValueError(f"{number} is negative")
    written = ""
    while number >= LAST:
        number, digit = divmod(number, MORE)
        written += ALPHABET[LAST + digit]
    return written + ALPHABET[number]


# Looked up, a number takes a tenth of the time.
COMMON = tuple(spell(number) for number in range(8_192))


def encode(number: int) -> str:
    """One number, 0 or more."""
    return COMMON[number] if 0 <= number < len(COMMON) else spell(number)


def encode_all(numbers: Iterable[int]) -> str:
    return "".join(map(encode, numbers))


VALUES = {character: value for value, character in enumerate(ALPHABET)}


def decode_all(written: str) -> Iterator[int]:
    """The numbers of a string; the reader's `varint.js` in Python."""
    number, weight = 0, 1
    for character in written:
        value = VALUES[character]
        if value >= LAST:
            number += (value - LAST) * weight
            weight *= MORE
        else:
            yield number + value * weight
            number, weight = 0, 1


def end_of(written: str, many: int) -> int:
    """Where so many numbers end, in a string that goes on in another way."""
    ends = (at for at, character in enumerate(written, 1) if VALUES[character] < LAST)
    return next(islice(ends, many - 1, None))
