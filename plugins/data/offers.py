"""The files that the room offers, one by one; `why` is told where changes lead to them."""

from collections.abc import Iterator
from functools import partial

from plugins.archive.pages import File, Page
from plugins.archive.permalinks import article_data_address

from .codebook import PAGE, codebook_view
from .forms import FORMS
from .package import PACKAGE, package, schema, schema_path
from .parts import Part
from .record import article_json
from .tables import articles_table, records_table


def record_file(id_: str, why: str = "") -> File:
    return File(article_data_address(id_), partial(article_json, id_), why)


def articles_files(part: Part, why: str = "") -> Iterator[File]:
    for ending in FORMS:
        yield File(part.path(ending), partial(articles_table, part, ending), why)


def records_files(part: Part, ids: tuple[str, ...], why: str = "") -> Iterator[File]:
    for ending in FORMS:
        yield File(part.path(ending), partial(records_table, part, ids, ending), why)


def schema_file(table: str) -> File:
    return File(schema_path(table), partial(schema, table))


def lists(why: str = "") -> Iterator[Page | File]:
    """What names all tables: the codebook for people, the package for programs."""
    yield Page(PAGE, "data", codebook_view, why)
    yield File(PACKAGE, package, why)
