"""Authorities: a page for each person, place, organisation, source and tag, and A to Z indexes.

In: the Library. Out: `<kind>/<id>.html` for every record, named in an article or not, and
`<kind>/index.html`. A record with more than `crowding.MOST` articles is cut by the calendar:
its own page keeps the newest and leads to `<kind>/<id>/<year>.html`; a year with as many is
cut into months, `<kind>/<id>/<year>-<month>.html`. No settings.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.model import KINDS
from plugins.archive.pages import Page
from plugins.archive.permalinks import authority_address

from .index import index_view
from .listing import month_part, year_part
from .parts import month_view, year_view
from .record import record_view


def add_pages(library: Library) -> Iterator[Page]:
    for kind in KINDS:
        yield Page(f"{kind}/index.html", "authority_index", partial(index_view, kind))
        for heading, count in library.headings(kind):
            yield Page(
                authority_address(kind, heading.id),
                "authority",
                partial(record_view, kind, heading.id),
            )
            if is_crowded(count):
                yield from parts(library, kind, heading.id)


def parts(library: Library, kind: str, ref: str) -> Iterator[Page]:
    """The pages of a crowded record's years, and of its crowded years' months."""
    for year, count in library.years(kind, ref):
        make = partial(year_view, kind, ref, year)
        yield Page(year_part(kind, ref, year), "authority_year", make)
        if is_crowded(count):
            for _, month, _ in library.months(kind, ref, year):
                make = partial(month_view, kind, ref, year, month)
                yield Page(month_part(kind, ref, year, month), "authority_year", make)


def register() -> None:
    signals.get_pages.connect(add_pages)
