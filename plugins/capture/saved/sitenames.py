"""A title without the name of the site that pages append to it."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ...archive.authorities import fold

SEPARATOR = re.compile(r"\s+(?:\||:|-|–|—|·|•|::|»|«|<|>|/)\s+|\s*\|\s*")
# Labels of a host that are no name.
COMMON = frozenset({"com", "www", "net", "org", "news", "amp", "mobile", "info", "example"})
LONGEST_SITE = 6  # words


def plain(text: str) -> str:
    """A name as its domain would spell it: The Harbour Post is harbourpost."""
    return re.sub(r"^the ", "", fold(text)).replace(" ", "")


def spelled(names: Iterable[str], address: str | None) -> frozenset[str]:
    """All spellings of a site's name: those it gives itself, and those of its host."""
    return frozenset(filter(None, map(plain, [*names, *labels(address)])))


def labels(address: str | None) -> Iterator[str]:
    try:
        host = urlsplit(address or "").hostname or ""
    except ValueError:
        return
    yield host.removeprefix("www.")
    yield from (part for part in host.split(".") if len(part) > 3 and part not in COMMON)
    parts = host.removeprefix("www.").split(".")
    yield from (".".join(parts[number:]) for number in range(1, len(parts) - 1))


def cut_site(title: str, sites: frozenset[str], heads: Iterable[str]) -> str:
    """The title alone: without the site's name, or as far as a headline of the page goes."""
    while True:
        gaps = list(SEPARATOR.finditer(title))
        if not gaps:
            return title
        first, last = gaps[0], gaps[-1]
        if is_site(title[last.end() :], sites):
            title = title[: last.start()]
        elif is_site(title[: first.start()], sites):
            title = title[first.end() :]
        else:
            break
    level = fold(title)
    for head in heads:
        for gap in gaps:
            if fold(title[: gap.start()]) == fold(head) != level:
                return title[: gap.start()]
    return title


def is_site(part: str, sites: frozenset[str]) -> bool:
    return len(part.split()) <= LONGEST_SITE and plain(part) in sites
