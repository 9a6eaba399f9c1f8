"""Records that look like one: people written in two ways, tags a letter apart."""

from collections.abc import Iterator, Mapping

from ..archive.authorities import names
from ..archive.holdings.facts import accepts
from ..archive.model import SINGULAR, Authority, Tag
from ..archive.names.alike import Alike, alike, close

# Places and bodies are called alike by nature ("Bank of ..."): of them a letter in ten may differ.
NEAR = 0.9
LOOKED_AT = ("people", "places", "organisations", "tags")

Headings = Mapping[str, list[str]]


def headings(records: Mapping[str, Authority]) -> dict[str, list[str]]:
    return {id_: [name.text for name in names(record)] for id_, record in sorted(records.items())}


def looking_alike(kind: str, known: Headings) -> Iterator[Alike]:
    """Pairs of records of one kind, whether somebody has said that they are two or not."""
    if kind == "people":
        yield from alike(known)
    else:
        least = 0 if kind == "tags" else NEAR
        yield from (pair for pair in close(known) if pair.score >= least)


def are_told_apart(pair: Alike, records: Mapping[str, Authority]) -> bool:
    """Whether a record says that it knows the other: as a related one, as a wider one, or that the
    likeness was looked at."""
    return knows(records[pair.first], pair.second) or knows(records[pair.second], pair.first)


def knows(one: Authority, other: str) -> bool:
    wider = one.broader if isinstance(one, Tag) else None
    return other in one.see_also or other == wider or accepts(one, "alike-records", other)


def told(kind: str, pair: Alike) -> tuple[str, str]:
    """Where it is told, and in which words."""
    return (
        f"authorities/{kind}/{pair.second}.yaml",
        f"{pair.first} looks like the same {SINGULAR[kind]}: {pair.why}; "
        "make one record of the two, or name one under `see_also` of the other",
    )
