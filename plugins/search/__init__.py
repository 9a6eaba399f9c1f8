"""Search: an index of plain files, and the page that reads it in the browser.

In: every article as far as it may be shown, and all authority records. Out: `search.html`,
and under `search/` classic scripts that hold the index in segments (`docs/search.md` says
how). The browser needs no server, no WebAssembly and no `fetch`, so it works from disk.
No setting matters.

The steps: `reading` takes plain data from the Library; `analysis` turns a document into
terms; `cut` makes segments; `segment` writes one; `names` writes what leads to authority
records; `index` puts all together.
"""

from collections.abc import Iterator
from functools import partial

from plugins.archive import signals
from plugins.archive.library import Library
from plugins.archive.pages import File, Page, View
from plugins.archive.site import Site

from . import index, reading

SCRIPTS = (
    "registry", "varint", "tokens", "chunks", "elements", "address", "segments", "lexicon",
    "names", "postings", "phrases", "query", "spelling", "score", "filters", "search", "snippet",
    "results", "facets", "histogram", "range", "status", "page",
)  # fmt: skip


def add_pages(library: Library) -> Iterator[Page | File]:
    """The search page, then every file of the index."""
    yield Page("search.html", "search", search_view)
    files = index.build(reading.documents(library), reading.names(library))
    for path in sorted(files):
        yield File(path, partial(stored, files[path]))


def search_view(library: Library, _site: Site) -> View:
    """Scripts in the order in which they need each other, and the ends of the archive."""
    years = [year for year, _ in library.years()]
    return {
        "scripts": [f"theme/js/search/{name}.js" for name in SCRIPTS],
        "first_year": min(years, default=""),
        "last_year": max(years, default=""),
    }


def stored(data: bytes, _library: Library, _site: Site) -> bytes:
    """Index files are made together, before any is written."""
    return data


def register() -> None:
    signals.get_pages.connect(add_pages)
