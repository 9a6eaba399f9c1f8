"""What a page says of itself, as it says it, before the values are compared."""

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from ...archive.characters import CONTROL
from ..lines import squeeze

LONGEST = 5_000  # characters, as the model allows
TAG = re.compile(r"</?(?:a|b|br|div|em|font|i|li|p|span|strong|u|ul)\b[^<>]*/?>", re.IGNORECASE)
CODED = re.compile(r"&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});", re.IGNORECASE)
ADDRESS = re.compile(r"^https?://[^\s<>\"'`\\{}|^]+$", re.IGNORECASE)


class Told(NamedTuple):
    """A value for a field of the article, where it stands, and how sure such a place is.

    The first word of `where` names the family: "JSON-LD", "OpenGraph", "meta", "microdata",
    "page", "window". Two of a family were filled in by one hand and are one witness.
    """

    field: str
    value: str
    where: str
    sure: str


def cleaned(value: str) -> str:
    """A value as text on one line: no tags, no second layer of codes, no controls."""
    for _ in range(2):
        value = unescape(value) if CODED.search(value) else value
    return squeeze(CONTROL.sub(" ", TAG.sub(" ", value)))[:LONGEST]


def absolute(value: str, base: str | None) -> str | None:
    """A value as an address of the web, without the mark of a place in the page."""
    try:
        address = urljoin(base or "", value.strip()).partition("#")[0]
        host = urlsplit(address).hostname
    except ValueError:
        return None
    proper = ADDRESS.match(address) and host and "." in host and len(address) <= 2_000
    return address if proper else None
