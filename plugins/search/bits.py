"""Bits as text. Six are a character (base64): compressed, it takes six bits again and one in a
hundred more; of an alphabet of 91 it would be more than that."""

from base64 import b64decode, b64encode

BYTE = 8


def spell(bits: str) -> str:
    """A string of 0 and 1, filled up with 0."""
    if not bits:
        return ""
    filled = bits + "0" * (-len(bits) % BYTE)
    return b64encode(int(filled, 2).to_bytes(len(filled) // BYTE, "big")).decode().rstrip("=")


def read(text: str) -> str:
    """What `spell` was given, and what it was filled up with."""
    data = b64decode(text + "=" * (-len(text) % 4))
    return f"{int.from_bytes(data, 'big'):0{len(data) * BYTE}b}" if data else ""
