"""The collection at a glance: how much there is, of whom and what, who appears with whom, and where
there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from plugins.archive.days import month_name
from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.site import Site

from .columns import columns

MOST = 12
TOGETHER = 10
GAPS = 5
# A silence of fewer months is none.
LEAST_GAP = 6
# The darkness of a cell, as a share of the largest number.
SHADES = 4
KINDS = (
    ("people", "person", "people"),
    ("places", "place", "places"),
    ("organisations", "organisation", "organisations"),
    ("tags", "tag", "tags"),
    ("sources", "source", "sources"),
)
# Kind, words over its column, words of the link to all of them.
LISTS = (
    ("people", "Most present people", "All people, A to Z"),
    ("tags", "Most used tags", "All tags"),
    ("places", "Most present places", "All places"),
    ("sources", "Sources", "All sources"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch without a cutting, between two months that have one."""

    after: str
    before: str
    length: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """How often two are named together; `shade` from 0 to SHADES, `query` finds these cuttings."""

    count: int
    shade: int
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Somebody, and a cell for everybody who stands before."""

    heading: Heading
    cells: tuple[Cell, ...]


def glance_view(library: Library, _site: Site) -> View:
    counts = dict(library.years())
    lists = [
        (words, everything, f"{kind}/index.html", library.most(kind, limit=MOST))
        for kind, words, everything in LISTS
    ]
    return {
        "numbers": numbers(library, counts) if counts else "",
        "chart": columns(counts, ()) if len(counts) > 1 else None,
        "lists": [each for each in lists if each[3]],
        "together": together(library),
        "gaps": gaps([(year, month) for year, month, _ in library.months()]),
    }


def numbers(library: Library, counts: dict[int, int]) -> str:
    """68 cuttings, 1971 to 2026. They name 54 people, 29 places..."""
    first, last = min(counts), max(counts)
    years = f"of {first}" if first == last else f"from {first} to {last}"
    named = [(len(library.in_use(kind)), one, many) for kind, one, many in KINDS]
    parts = [f"{n:,} {one if n == 1 else many}" for n, one, many in named[:-1] if n]
    sources, one, many = named[-1]
    total = library.count()
    said = f"{total:,} {'cutting' if total == 1 else 'cuttings'} {years}"
    said += f", from {sources:,} {one if sources == 1 else many}"
    return f"{said}. Named or filed under: {', '.join(parts)}." if parts else f"{said}."


def together(library: Library) -> list[Row]:
    """The most present people, each with those before; nothing where no two meet."""
    people = [heading for heading, _ in library.most("people", limit=TOGETHER)]
    found = library.pairs("people", [heading.id for heading in people])
    most = max(found.values(), default=0)
    if not most:
        return []
    return [
        Row(
            heading=heading,
            cells=tuple(cell(heading, other, found, most) for other in people[:place]),
        )
        for place, heading in enumerate(people)
    ]


def cell(one: Heading, other: Heading, found: dict[frozenset[str], int], most: int) -> Cell:
    count = found.get(frozenset((one.id, other.id)), 0)
    return Cell(
        count=count,
        shade=-(-count * SHADES // most),
        query=f"?person={other.id}&person={one.id}",
    )


def gaps(months: Sequence[tuple[int, int]]) -> list[Gap]:
    """The longest stretches without a cutting, oldest first; `months` as (year, month)."""
    numbered = sorted(year * 12 + month - 1 for year, month in months)
    found = [
        (after - before - 1, before, after)
        for before, after in pairwise(numbered)
        if after - before - 1 >= LEAST_GAP
    ]
    longest = sorted(found, key=lambda gap: (-gap[0], gap[1]))[:GAPS]
    return [
        Gap(after=named(before), before=named(after), length=duration(length))
        for length, before, after in sorted(longest, key=lambda gap: gap[1])
    ]


def named(number: int) -> str:
    return f"{month_name(number % 12 + 1)} {number // 12}"


def duration(months: int) -> str:
    """8 months, 1 year, 2 years and 3 months."""
    years, rest = divmod(months, 12)
    parts = [
        f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((years, "year"), (rest, "month")) if n
    ]
    return " and ".join(parts)
