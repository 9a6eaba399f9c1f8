"""Licences as pages and pictures name them, and the rights codes they are here."""

import re
from typing import get_args

from .model import Rights

CODES = frozenset(code for part in get_args(Rights) for code in (get_args(part) or (part,)))
ADDRESS = re.compile(
    r"creativecommons\.org/(?:licenses/(?P<terms>[a-z-]+)/(?P<version>\d\.\d)"
    r"|publicdomain/(?P<domain>zero|mark)/1\.0)"
    r"|rightsstatements\.org/(?:vocab|page|rs)/(?P<statement>[A-Za-z-]+)/1\.0",
    re.IGNORECASE,
)
NAME = re.compile(
    r"\b(?:CC|Creative\s+Commons)[\s-]*(?P<terms>BY(?:[\s-]+(?:NC|SA|ND))*)[\s-]*(?P<version>\d\.\d)"
    r"|\b(?P<zero>CC[\s-]?0|CC[\s-]?Zero)\b",
    re.IGNORECASE,
)
WORDS = (("attribution", "BY"), ("noncommercial", "NC"), ("sharealike", "SA"),
         ("noderivatives", "ND"), ("noderivs", "ND"))  # fmt: skip
LONG_NAME = re.compile(
    r"\bcreative\s+commons\s+(attribution(?:[\s-]*(?:non-?commercial|share-?alike"
    r"|no-?deriv(?:ative)?s))*)\s+(\d\.\d)",
    re.IGNORECASE,
)
PUBLIC_DOMAIN = re.compile(
    r"^\W*(?:this (?:work|image|picture|photo(?:graph)?) is )?(?:in the )?public domain\W*$",
    re.IGNORECASE,
)
DOMAIN = {"zero": "CC0-1.0", "mark": "PDM-1.0"}


def code_of(value: str) -> str | None:
    """The rights code of a licence named by address or words; None if there is no such code."""
    found = by_address(value) or by_name(value)
    return found if found in CODES else None


def by_address(value: str) -> str | None:
    match = ADDRESS.search(value)
    if match is None:
        return None
    if match["statement"]:
        return next((c for c in CODES if c.lower() == match["statement"].lower()), None)
    if match["domain"]:
        return DOMAIN[match["domain"].lower()]
    return f"CC-{match['terms'].upper()}-{match['version']}"


def by_name(value: str) -> str | None:
    if PUBLIC_DOMAIN.match(value):
        return "PDM-1.0"
    match = NAME.search(value)
    if match is not None:
        terms = "-".join(re.split(r"[\s-]+", match["terms"] or "")).upper()
        return "CC0-1.0" if match["zero"] else f"CC-{terms}-{match['version']}"
    match = LONG_NAME.search(value)
    if match is None:
        return None
    plain = re.sub(r"[\s-]", "", match[1].lower())
    return f"CC-{'-'.join(code for word, code in WORDS if word in plain)}-{match[2]}"
