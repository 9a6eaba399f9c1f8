"""The catalogue card beside a record's articles: what the record says, row by row.

What is not known has no row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.archive.entries import Heading
from plugins.archive.languages import language_name
from plugins.archive.library import Library
from plugins.archive.model import Agent, Authority, Place, Source, Tag

WIKIDATA = "https://www.wikidata.org/wiki/"
BESIDE = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is no record's, with the attribute names of a Heading."""

    address: str
    heading: str


@dataclass(frozen=True, slots=True)
class Row:
    """A term and what stands beside it; `lang` where that is in another language."""

    term: str
    items: tuple[str | Heading | Link, ...]
    lang: str = ""


def standfirst(record: Authority) -> str:
    """The sentence under a record's heading: its role, its scope or its note; '' if none."""
    text = ""
    if isinstance(record, Agent):
        text = record.role or ""
    elif isinstance(record, Tag):
        text = record.scope or ""
    text = text or record.note or ""
    return text if not text or text.endswith((".", "!", "?", "।", "…")) else f"{text}."


def card(library: Library, kind: str, ref: str) -> tuple[Row, ...]:
    record = library.record(kind, ref)
    rows = (*names(record), *facts(record), *relations(library, kind, ref, record))
    return tuple(row for row in rows if row.items)


def names(record: Authority) -> Iterator[Row]:
    yield Row("Also written", record.variants)
    for lang, forms in record.scripts.items():
        yield Row(f"In {language_name(lang)}", forms, lang)


def facts(record: Authority) -> Iterator[Row]:
    if isinstance(record, Agent | Place | Source) and record.country:
        yield Row("Country", (record.country,))
    if isinstance(record, Place) and record.lat is not None and record.lon is not None:
        yield Row("Position", (position(record.lat, record.lon),))
    if isinstance(record, Source) and record.homepage:
        host = urlsplit(record.homepage).hostname or record.homepage
        yield Row("Home page", (Link(record.homepage, host.removeprefix("www.")),))
    if record.note and not standfirst(record).startswith(record.note):
        yield Row("Note", (record.note,))
    if record.wikidata:
        yield Row("Wikidata", (Link(WIKIDATA + record.wikidata, record.wikidata),))


def relations(library: Library, kind: str, ref: str, record: Authority) -> Iterator[Row]:
    if isinstance(record, Tag):
        yield Row("Narrower", library.narrower(ref))
        if record.broader:
            yield Row("Part of", (library.heading(kind, record.broader),))
            siblings = (tag for tag in library.narrower(record.broader) if tag.id != ref)
            yield Row("Beside it", tuple(siblings)[:BESIDE])
    yield Row("See also", tuple(library.heading(kind, id_) for id_ in record.see_also))


def position(lat: float, lon: float) -> str:
    """55.752° N, 37.6175° E"""
    north = f"{abs(lat):.4f}".rstrip("0").rstrip(".")
    east = f"{abs(lon):.4f}".rstrip("0").rstrip(".")
    return f"{north}° {'N' if lat >= 0 else 'S'}, {east}° {'E' if lon >= 0 else 'W'}"
