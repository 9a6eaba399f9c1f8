"""Data: the archive as tables, for spreadsheets and programs.

In: every article and record of the Library, as far as it may be shown. Out: a `.json` beside each
article's page; under `data/` CSV and JSON Lines of the articles by the year they are filed under
(by month where a year is crowded) and of the records in use by kind (by how their ids begin,
where they are many), `datapackage.json` and `schemas/` that describe them to programs, and
`index.html`, which does so to people. The only text of articles is in the files beside their
pages. `DIGEST_LICENCE` is named in all that describes. `export` and what it needs make one SQLite
file of it all, on request; no build does.
"""

from collections.abc import Iterator

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.model import KINDS
from plugins.archive.pages import Offer

from .columns import TABLES
from .offers import articles_files, lists, record_file, records_files, schema_file
from .parts import Part, article_parts, record_parts
from .touched import touched


def add_pages(library: Library) -> Iterator[Offer]:
    for id_ in library.articles():
        yield record_file(id_)
    for id_ in library.withdrawn():
        yield record_file(id_)
    for part in article_parts(library):
        yield from articles_files(part)
    for kind in KINDS:
        for name, ids in record_parts(library, kind).items():
            yield from records_files(Part(kind, name), ids)
    for table in TABLES:
        yield schema_file(table)
    yield from lists()


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    return touched(library, changes)


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
