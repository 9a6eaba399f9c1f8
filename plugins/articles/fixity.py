"""The digest of a text that is shown, by which anybody can tell that it is still the same.

It is of the plain text as `Body.plain` has it, in UTF-8; `docs/trust.md` says how to get that
from a page, and the theme's `reading` script does so.
"""

from hashlib import sha256


def text_digest(plain: str) -> str:
    """64 hexadecimal digits; empty where no text is shown."""
    return sha256(plain.encode()).hexdigest() if plain else ""


def in_groups(digest: str) -> str:
    """As people compare it: sha256 and eight times eight digits."""
    return "sha256 " + " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
