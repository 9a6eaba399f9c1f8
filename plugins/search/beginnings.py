"""Which words begin a name: a set that fits into a table of leads, and now and then says yes for no
reason.

Of so many words each is a number, its checksum (CRC-32 over UTF-8) modulo `LIKELY` times as many
plus one. So of four words that begin no name three are known for such, and no file is asked for
them; a word that begins one is never missed.
"""

from collections.abc import Collection, Iterable
from zlib import crc32

from .varint import encode_all

LIKELY = 4


def first(key: str) -> str:
    return key.partition(" ")[0]


def modulus(many: int) -> int:
    return LIKELY * many + 1


def written(words: Collection[str]) -> list[object]:
    """`[modulus, numbers as distances]`."""
    size = modulus(len(words))
    numbers = sorted({crc32(word.encode()) % size for word in words})
    gaps = (number - before - 1 for before, number in zip([-1, *numbers], numbers, strict=False))
    return [size, encode_all(gaps)]


def pack(words: Iterable[str]) -> bytes:
    return "\n".join(sorted(words)).encode()


def unpack(data: bytes) -> set[str]:
    return set(data.decode().split("\n")) if data else set()
