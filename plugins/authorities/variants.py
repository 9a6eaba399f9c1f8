"""The addresses of other names: `people/sergei-lavrov.html` leads to the page of Sergey Lavrov.

Who guesses an address, or has it from a paper that spells otherwise, finds the record. Each
variant that plain letters can write has one, unless a record stands there. Names in other scripts
lead from the index and the search alone, for not every disk can hold such file names.
"""

from collections.abc import Iterator

from plugins.archive.authorities import fold
from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Authority
from plugins.archive.pages import View
from plugins.archive.permalinks import authority_address
from plugins.archive.site import Site

LONGEST = 100  # letters of a file name

# Of a kind: by the end of an address, the record and its variant as it is written.
Owners = dict[str, tuple[Heading, str]]


def slugs(record: Authority) -> Iterator[tuple[str, str]]:
    """Each variant as (end of an address, the variant)."""
    for variant in record.variants:
        slug = fold(variant).replace(" ", "-")
        if slug and slug.isascii() and len(slug) <= LONGEST:
            yield slug, variant


def owners(library: Library, kind: str) -> Owners:
    """Where a record or the index stands, no name leads elsewhere."""
    headings = [heading for heading, _ in library.headings(kind)]
    taken = {heading.id for heading in headings} | {"index"}
    found: Owners = {}
    for heading in headings:
        for slug, variant in slugs(library.record(kind, heading.id)):
            if slug not in taken:
                found.setdefault(slug, (heading, variant))
    return found


def variant_view(kind: str, ref: str, name: str, library: Library, _site: Site) -> View:
    heading = library.heading(kind, ref)
    return {"name": name, "heading": heading, "target": authority_address(kind, ref)}
