"""The bytes of one part of a table, in one form."""

from collections.abc import Iterator
from functools import partial

from plugins.archive.library import Library
from plugins.archive.site import Site

from .columns import ARTICLES
from .forms import FORMS
from .parts import Part
from .values import At, Row, address, article_row, record_row


def articles_table(part: Part, ending: str, library: Library, site: Site) -> bytes:
    """The articles of a year or month, oldest first. All forms of a part lie in one folder, so
    they have the same rows, and these are made once."""
    at = partial(address, part.path(ending), site=site)
    rows = library.lately(("rows", part, site), lambda: [*article_rows(library, part.name, at)])
    return FORMS[ending](ARTICLES, rows)


def records_table(
    part: Part, ids: tuple[str, ...], ending: str, library: Library, site: Site
) -> bytes:
    at = partial(address, part.path(ending), site=site)
    rows = library.lately(
        ("rows", part, site),
        lambda: [record_row(part.table, id_, library.record(part.table, id_), at) for id_ in ids],
    )
    return FORMS[ending](part.table, rows)


def article_rows(library: Library, time: str, at: At) -> Iterator[Row]:
    """`time` as 2021 or 2021-04."""
    year, _, month = time.partition("-")
    for id_ in library.filed(int(year), int(month) if month else None):
        article = library.article(id_)
        yield article_row(article, library.gone_since(article), at)
