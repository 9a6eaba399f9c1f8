"""A to Z: every record of a kind, and for every other name the record it leads to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plugins.archive.authorities import fold
from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Agent, Authority, Place, Source, Tag
from plugins.archive.pages import View
from plugins.archive.site import Site

from .letters import ALPHABET, Letter, letter_of
from .references import references
from .tree import tree

PLURAL = {
    "people": "People",
    "places": "Places",
    "organisations": "Organisations",
    "sources": "Sources",
    "tags": "Tags",
}
ABOUT = {
    "people": "Everyone a cutting names, filed by surname",
    "places": "Where it happened: cities, sites and buildings, filed by name",
    "organisations": "Every ministry, company and body a cutting names",
    "sources": "The newspapers, agencies and sites that the cuttings come from",
    "tags": "What the cuttings are about, and what kind of event they report",
}
OTHERS = "Other names lead to the one we use."
NONE = {
    "people": "Nobody is on record yet.",
    "places": "No place is on record yet.",
    "organisations": "No organisation is on record yet.",
    "sources": "No source is on record yet.",
    "tags": "No tag is in use yet.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A record as the index lists it: `role` is the line under its name."""

    id: str
    address: str
    sort: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A line of the index: a `heading`, or a `text` with whom to `see`.

    No counts: they would change with every article, and this page with them.
    """

    key: str
    heading: Filed | None = None
    text: str = ""
    lang: str | None = None
    see: Heading | None = None

    @property
    def filed(self) -> str:
        return self.heading.sort if self.heading else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The names under one letter."""

    label: str
    anchor: str
    lang: str
    names: tuple[Name, ...]


def index_view(kind: str, library: Library, _site: Site) -> View:
    headings = [heading for heading, _ in library.headings(kind)]
    groups = grouped(lines(library, headings))
    return {
        "page_title": f"{PLURAL[kind]}, A to Z",
        "section": kind,
        "heading": PLURAL[kind],
        "standfirst": f"{ABOUT[kind]}. {OTHERS}" if headings else NONE[kind],
        "letters": bar(groups),
        "groups": groups,
        "branches": tree(library, headings) if kind == "tags" else (),
    }


def lines(library: Library, headings: Iterable[Heading]) -> Iterator[Name]:
    """A line for each record and each reference to one, in no order."""
    for heading in headings:
        record = library.record(heading.kind, heading.id)
        filed = Filed(
            id=f"n-{heading.id}",
            address=heading.address,
            sort=heading.sort,
            role=line_under(record),
        )
        yield Name(key=fold(heading.sort), heading=filed)
        for text, lang in references(record, by_surname=heading.kind == "people"):
            yield Name(key=fold(text), text=text, lang=lang, see=heading)


def line_under(record: Authority) -> str:
    """What helps to tell it from others of like name; '' if nothing does."""
    if isinstance(record, Agent):
        return record.role or ""
    if isinstance(record, Tag):
        return record.scope or ""
    if isinstance(record, Place | Source):
        return record.country or ""
    return ""


def grouped(names: Iterable[Name]) -> tuple[Group, ...]:
    """Names under their letters; A to Z, then other scripts, numbers last."""
    placed = sorted(
        ((letter_of(name.filed), name) for name in names),
        key=lambda pair: (pair[0].place, pair[1].key, pair[1].filed, target(pair[1])),
    )
    return tuple(
        Group(
            label=letter.label,
            anchor=letter.anchor,
            lang=letter.lang,
            names=tuple(name for _, name in found),
        )
        for letter, found in groupby(placed, key=lambda pair: pair[0])
    )


def target(name: Name) -> str:
    """The address a line leads to, to order lines of one name."""
    link = name.heading or name.see
    return link.address if link else ""


def bar(groups: Iterable[Group]) -> tuple[Letter, ...]:
    """The letters above the names: all of A to Z, those without names without a link."""
    found = {group.anchor: group for group in groups}
    if not found:
        return ()
    latin = tuple(
        Letter(place=(0, letter), label=letter, anchor=letter if letter in found else None)
        for letter in ALPHABET
    )
    others = tuple(
        Letter(place=(1, group.label), label=group.label, anchor=group.anchor, lang=group.lang)
        for group in found.values()
        if group.anchor not in ALPHABET
    )
    return latin + others
