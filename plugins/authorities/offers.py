"""The pages that the room offers, one by one; `why` is told where changes lead to them."""

from collections.abc import Iterator
from functools import partial

from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.pages import Page
from plugins.archive.permalinks import authority_address

from .index import index_view
from .listing import month_part, year_part
from .parts import month_view, year_view
from .record import index_address, record_view
from .variants import variant_view


def index_page(kind: str, why: str = "") -> Page:
    return Page(index_address(kind), "authority_index", partial(index_view, kind), why)


def record_page(kind: str, ref: str, why: str = "") -> Page:
    return Page(authority_address(kind, ref), "authority", partial(record_view, kind, ref), why)


def variant_page(kind: str, slug: str, ref: str, name: str, why: str = "") -> Page:
    """Where another name of a record leads to it."""
    make = partial(variant_view, kind, ref, name)
    return Page(authority_address(kind, slug), "variant", make, why)


def year_page(kind: str, ref: str, year: int, why: str = "") -> Page:
    make = partial(year_view, kind, ref, year)
    return Page(year_part(kind, ref, year), "authority_year", make, why)


def month_page(kind: str, ref: str, year: int, month: int, why: str = "") -> Page:
    make = partial(month_view, kind, ref, year, month)
    return Page(month_part(kind, ref, year, month), "authority_year", make, why)


def parts(library: Library, kind: str, ref: str, why: str = "") -> Iterator[Page]:
    """The pages of a crowded record's years, and of its crowded years' months."""
    for year, _ in library.years(kind, ref):
        yield from year_parts(library, kind, ref, year, why)


def year_parts(library: Library, kind: str, ref: str, year: int, why: str = "") -> Iterator[Page]:
    yield year_page(kind, ref, year, why)
    months = library.months(kind, ref, year)
    if is_crowded(sum(count for _, _, count in months)):
        for _, month, _ in months:
            yield month_page(kind, ref, year, month, why)
