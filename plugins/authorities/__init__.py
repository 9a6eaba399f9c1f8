"""Authorities: a page for each person, place, organisation, source and tag, and A to Z indexes.

In: the Library. Out: `<kind>/<id>.html` for every record, named in an article or not, a redirect to
it at the address of each other name, and `<kind>/index.html`. A record with more than
`crowding.MOST` articles is cut by the calendar: its own page keeps the newest and leads to
`<kind>/<id>/<year>.html`; a year with as many is cut into months,
`<kind>/<id>/<year>-<month>.html`. Each of these redirects from the ids that the record had before,
its `former`. No settings.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.model import KINDS
from plugins.archive.pages import Offer

from .former import with_former
from .offers import index_page, record_page, variant_page, year_parts
from .touched import touched
from .variants import owners


def add_pages(library: Library) -> Iterator[Offer]:
    """Parts of lists come by year, those of all records together: they show the same articles,
    which are then at hand."""
    crowded = []
    for kind in KINDS:
        yield index_page(kind)
        for heading, count in library.headings(kind):
            yield from with_former(library, kind, heading.id, [record_page(kind, heading.id)])
            if is_crowded(count):
                crowded += [(year, kind, heading.id) for year, _ in library.years(kind, heading.id)]
        for slug, (heading, name) in sorted(owners(library, kind).items()):
            yield variant_page(kind, slug, heading.id, name)
    for year, kind, ref in sorted(crowded):
        yield from with_former(library, kind, ref, year_parts(library, kind, ref, year))


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
