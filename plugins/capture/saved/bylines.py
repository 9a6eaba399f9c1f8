"""The names in a value that says who wrote an article."""

import re
from collections.abc import Iterable, Iterator

from ...archive.authorities import fold
from ..meta import BYLINE

BEFORE = re.compile(
    r"^\W*(?:(?:story|text|words|written|reported|posted|published|compiled|edited)\s+)?by\b[\s:]*"
    r"|^\W*(?:authors?|reporters?|writers?|автор(?:ы)?|текст|लेखक)\s*:\s*",
    re.IGNORECASE,
)
# Behind the names: a time, a place, what else was printed on that line.
BEHIND = re.compile(
    r"\s*(?:[|•·\n]|\b(?:updated|published|posted|last modified)\b).*$", re.IGNORECASE | re.DOTALL
)
BETWEEN = re.compile(r"\s*(?:,|;|&|\band\b|\bwith\b|\s/\s)\s*", re.IGNORECASE)
NO_NAME = re.compile(r"https?:|www\.|@|\.(?:com|in|org|net|co|ru)\b|^[\W\d_]*$", re.IGNORECASE)
# What content management systems call whoever pressed the button.
ACCOUNT = re.compile(
    r"^(?:(?:super|site|wp|web)?\s?-?(?:admin(?:istrator)?|master|editor)|root|user\d*|author|guest"
    r"|staff|none|null|unknown|undefined|test)$",
    re.IGNORECASE,
)
AGENCY = re.compile(
    r"^(?:the\s+)?(?:pti|ani|ians|uni|afp|ap|reuters|tass|ria novosti|interfax|dpa|efe|xinhua"
    r"|bloomberg|sputnik|agencies|agence france[- ]presse|associated press|press trust of india"
    r"|deutsche presse-agentur|тасс|риа новости|интерфакс|भाषा)"
    r"(?:\s+(?:news|agency|news agency))?$",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"(?:^|\s)(?:(?:staff|auto|political|business|science|sports?)\s)?(?:writers?|reporters?"
    r"|correspondents?|editors?|bureau|desk|staff|team|newsroom|ब्यूरो|डेस्क)$",
    re.IGNORECASE,
)
LONGEST, MOST_WORDS = 80, 7


def names_in(value: str) -> Iterator[str]:
    """Each name of a value; addresses, accounts and what is too long for a name are none."""
    rest = BEFORE.sub("", BEHIND.sub("", value))
    parts = [part for part in BETWEEN.split(rest) if part.strip()]
    # "Solan, Mira" is one name, the surname first.
    if len(parts) == 2 and "," in rest and all(len(part.split()) == 1 for part in parts):
        parts = [rest]
    for part in parts:
        name = BEFORE.sub("", part).strip(" \t.:-–—()[]\"'")
        if is_name(name):
            yield name


def is_name(name: str) -> bool:
    return (
        0 < len(name) <= LONGEST
        and len(name.split()) <= MOST_WORDS
        and not NO_NAME.search(name)
        and not ACCOUNT.match(name)
    )


def is_role(name: str) -> bool:
    """An agency or a desk rather than a person."""
    return any(pattern.search(name) for pattern in (AGENCY, BYLINE, ROLE))


def is_one_of(name: str, others: Iterable[str]) -> bool:
    """Whether a name is that of the paper itself."""
    plain = re.sub(r"^the ", "", fold(name)).replace(" ", "")
    return plain in {re.sub(r"^the ", "", fold(other)).replace(" ", "") for other in others}
