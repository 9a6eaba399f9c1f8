"""Which source a capture is from: named by the curator, or by a domain in the text."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..archive.authorities import NameIndex, fold, names
from ..archive.holdings import Holdings
from ..archive.model import Source
from ..archive.problems import Problem
from .loading import Loaded, fault

if TYPE_CHECKING:
    from .saved.facts import Facts

DOMAIN = re.compile(
    r"(?<![\w@.-])(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w-])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Known:
    """A source, why it is taken for the capture's, and how sure that is."""

    id: str
    record: Source
    why: str


def named(archive: Holdings, given: str, path: str) -> Known | Problem:
    """The source that was named with --source."""
    records = archive.authorities["sources"]
    record = records.get(given)
    if isinstance(record, Source):
        return Known(given, record, "named with --source")
    index = NameIndex(records)
    near = index.find(given) or index.nearest(given)
    if near is None:
        remedy = f"name one of, or add one to, {archive.shown('authorities/sources')}"
    else:
        remedy = f"did you mean {near} ({records[near].heading})?"
    return Problem(path, 1, "unknown-source", f'unknown source "{given}"; {remedy}')


def recognised(archive: Holdings, capture: Loaded) -> Known | Problem:
    """The one source that has a domain in the text; a problem if there is none or several."""
    found: dict[str, str] = {}
    for host in DOMAIN.findall(capture.text):
        for id_, record in sorted(archive.authorities["sources"].items()):
            if isinstance(record, Source) and of_domain(host, record):
                found.setdefault(id_, host.lower())
    if len(found) == 1:
        ((id_, host),) = found.items()
        record = archive.authorities["sources"][id_]
        assert isinstance(record, Source)
        return Known(id_, record, f"likely: {host} stands in the text")
    if not found:
        why = "no address of a known source stands in it"
    else:
        why = f"addresses of several sources stand in it ({', '.join(sorted(found))})"
    return fault(capture.path, 1, "no-source", f"{why}; say which it is with --source ID")


def of_page(archive: Holdings, path: Path, address: str | None, facts: "Facts") -> Known | Problem:
    """The source of a saved page: by where it was saved, by the address it gives, by its name."""
    records = archive.authorities["sources"]
    places = [(address, "where it was saved", "sure")] if address else []
    places += [(fact.value, fact.where, "likely") for fact in facts.source_url]
    for place, where, sure in places:
        host = host_of(place)
        for id_, record in sorted(records.items()):
            if isinstance(record, Source) and of_domain(host, record):
                return Known(id_, record, f"{sure}: {host} ({where})")
    index = NameIndex(records)
    for fact in facts.publisher:
        id_ = index.find(fact.value) or ""
        known = records.get(id_)
        if isinstance(known, Source):
            return Known(id_, known, f"likely: {fact.value} ({fact.where})")
    hosts = sorted(filter(None, {host_of(place) for place, _, _ in places}))
    said = f"no source has the domain {' or '.join(hosts)}" if hosts else "it tells no address"
    message = f"{said}; add it to the source's record, or say which it is with --source ID"
    return fault(path, 1, "no-source", message)


def host_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def of_domain(host: str, record: Source) -> bool:
    return any(
        host.lower() == domain or host.lower().endswith(f".{domain}") for domain in record.domains
    )


def what_is(words: str, source: Source, places: NameIndex) -> str | None:
    """What a name beside a date is, if it isn't an author; whether an address is the source's."""
    if words.startswith(("http://", "https://")):
        try:
            parts = urlsplit(words)
            own = of_domain(parts.hostname or "", source) and len(parts.path) > 1
        except ValueError:
            return None
        return "source_url" if own else None
    if places.find(words) is not None:
        return "dateline"
    own_names = {fold(name.text) for name in names(source)}
    return "name of the source" if fold(words) in own_names else None
