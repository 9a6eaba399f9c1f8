"""The page of one record: who or what it is, when it was in the news, with whom."""

from dataclasses import dataclass

from plugins.archive.days import day_month
from plugins.archive.entries import Entry, Heading
from plugins.archive.following import Feeds, feeds_at, is_followed, stem_of
from plugins.archive.library import Library
from plugins.archive.model import SINGULAR, Authority, Tag
from plugins.archive.pages import View
from plugins.archive.site import Site

from .card import card, standfirst
from .listing import Listing, of_record, year_part
from .tally import Row, is_merged, tally

SCRIPTS = 3
COMPANY = {
    "people": (("Appears with", "people"), ("Filed most under", "tags")),
    "places": (("People", "people"), ("Filed most under", "tags")),
    "organisations": (
        ("Appears with", "organisations"),
        ("People", "people"),
        ("Filed most under", "tags"),
    ),
    "sources": (("Names most", "people"), ("Filed most under", "tags")),
    "tags": (("Appears with", "tags"), ("People", "people")),
}


@dataclass(frozen=True, slots=True)
class Company:
    """What shares articles with a record, most first."""

    title: str
    pairs: tuple[tuple[Heading, int], ...]


def record_view(kind: str, ref: str, library: Library, _site: Site) -> View:
    record = library.record(kind, ref)
    heading = library.heading(kind, ref)
    listing = of_record(library, kind, ref)
    return {
        "page_title": record.heading,
        "description": standfirst(record),
        "section": kind,
        "trail": (*wider(library, kind, ref), (index_address(kind), SINGULAR[kind].capitalize())),
        "heading": heading,
        "scripts": scripts(record),
        "standfirst": standfirst(record),
        "listing": listing,
        "rows": coverage(library, kind, ref, listing),
        "merged": is_merged(library.months(kind, ref)),
        "card_rows": card(library, kind, ref),
        "companies": companies(library, kind, ref),
        "index": index_address(kind),
        "kind": kind,
        "takeaway": f"search.html?{SINGULAR[kind]}={ref}#takeaway",
        "feeds": feeds(kind, heading, listing.count),
    }


def index_address(kind: str) -> str:
    return f"{kind}/index.html"


def scripts(record: Authority) -> tuple[tuple[str, str], ...]:
    """The first form in each of the first few languages; the card has them all."""
    return tuple((lang, forms[0]) for lang, forms in record.scripts.items() if forms)[:SCRIPTS]


def wider(library: Library, kind: str, ref: str) -> tuple[tuple[str, str], ...]:
    """The tags above a tag, widest first, as (address, heading)."""
    steps: list[tuple[str, str]] = []
    seen = {ref}
    record = library.record(kind, ref)
    while isinstance(record, Tag) and record.broader and record.broader not in seen:
        seen.add(record.broader)
        above = library.heading(kind, record.broader)
        steps.append((above.address, above.heading))
        record = library.record(kind, record.broader)
    return tuple(reversed(steps))


def coverage(library: Library, kind: str, ref: str, listing: Listing) -> tuple[Row, ...]:
    """Rows of the chart; none for fewer than two articles, which need no chart."""
    if listing.count < 2:
        return ()
    addresses = {
        year: year_part(kind, ref, year) if listing.parts else f"#y{year}"
        for year, _ in library.years(kind, ref)
    }
    return tally(library.months(kind, ref), addresses, titles(listing))


def titles(listing: Listing) -> dict[tuple[int, int], list[str]]:
    """What the marks of each (year, month) say, in the order of the days."""
    found: dict[tuple[int, int], list[str]] = {}
    for group in reversed(listing.groups):
        for entry in reversed(group.entries):
            found.setdefault((entry.day.year, entry.day.month), []).append(title(entry))
    return found


def title(entry: Entry) -> str:
    """6 Apr: Lavrov flies on to Islamabad"""
    return f"{day_month(entry.day)}: {entry.title}" if entry.precise else entry.title


def companies(library: Library, kind: str, ref: str) -> tuple[Company, ...]:
    found = (Company(title, library.together(kind, ref, other)) for title, other in COMPANY[kind])
    return tuple(company for company in found if company.pairs)


def feeds(kind: str, heading: Heading, count: int) -> tuple[Feeds, ...]:
    """The feeds of a record that has enough articles."""
    if not is_followed(kind, count):
        return ()
    return (feeds_at(stem_of(kind, heading.id), heading.heading),)
