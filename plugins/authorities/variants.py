"""The addresses of other names: `people/sergei-lavrov.html` leads to the page of Sergey Lavrov.

Who guesses an address, or has it from a paper that spells otherwise, finds the record. The names
that the index has references for have one, as far as plain letters can write them and no record
stands there. Names in other scripts lead from the index and the search alone, for not every disk
can hold such file names.
"""

from collections.abc import Iterator

from plugins.archive.authorities import fold
from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Authority
from plugins.archive.pages import View
from plugins.archive.permalinks import authority_address
from plugins.archive.site import Site

from .references import names_apart

LONGEST = 100  # letters of a file name

# Of a kind: by the end of an address, the record and its other name as it is written.
Owners = dict[str, tuple[Heading, str]]


def slugs(kind: str, record: Authority) -> Iterator[tuple[str, str]]:
    """Each other name as (end of an address, the name)."""
    for name, _, lang in names_apart(record, by_surname=kind == "people"):
        slug = fold(name).replace(" ", "-")
        if slug and slug.isascii() and len(slug) <= LONGEST and lang is None:
            yield slug, name


def owners(library: Library, kind: str) -> Owners:
    """Where a record or the index stands, or stood before it was called otherwise, no name leads
    elsewhere."""
    records = [(heading, library.record(kind, heading.id)) for heading, _ in library.headings(kind)]
    taken = {heading.id for heading, _ in records} | {"index"}
    taken |= {old for _, record in records for old in record.former}
    found: Owners = {}
    for heading, record in records:
        for slug, name in slugs(kind, record):
            if slug not in taken:
                found.setdefault(slug, (heading, name))
    return found


def variant_view(kind: str, ref: str, name: str, library: Library, _site: Site) -> View:
    heading = library.heading(kind, ref)
    return {"name": name, "heading": heading, "target": authority_address(kind, ref)}
