"""Short names for files, made of titles."""

import re
import unicodedata

LONGEST = 60


def slug(title: str, fallback: str) -> str:
    """A title in small ASCII letters, digits and hyphens, cut between words.

    A title that ASCII can't write (most of its letters are of another script) gives
    `fallback`, which is a slug already.
    """
    bare = re.sub(r"['’ʼ]", "", title.casefold())
    ascii_ = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_)
    if 2 * sum(map(len, words)) < sum(char.isalnum() for char in bare):
        return fallback
    return cut(words) or fallback


def cut(words: list[str]) -> str:
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return name


def numbered(name: str, number: int) -> str:
    """The first is the name itself, the second `name-2`."""
    return name if number == 1 else f"{name}-{number}"
