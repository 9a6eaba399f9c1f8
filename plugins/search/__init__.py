"""Search: an index of plain files, and the page that reads it in the browser.

In: every article as far as it may be shown, and all authority records. Out: `search.html`,
and under `search/` classic scripts that hold the index in segments (`docs/search.md` says
how). The browser needs no server, no WebAssembly and no `fetch`, so it works from disk.
No setting matters.

The steps: `reading` takes plain data from the Library; `extracts` and `analysis` turn a
document into what the index keeps of it; `cut` makes segments; `segment` writes one, `revise`
rewrites a little of one; `names` tells what a record is called, `naming` writes what leads to
records, `renaming` rewrites a little of that. `segment_files` and `name_files` say which of these a
change needs, `index` puts them together.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from plugins.archive import signals
from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.pages import Bundle, File, Gone, Offer, Page, View
from plugins.archive.reasons import say
from plugins.archive.site import Site

from . import answers, index, name_files, segment_files
from .reading import Reading

UNKNOWN = "the index in place is not known"


def add_pages(library: Library) -> Iterator[Offer]:
    """The search page, then every file of the index."""
    yield Page("search.html", "search", search_view)
    yield from map(offer, index.whole(Reading(library)))


def add_touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """The page, whose years may be others, and the files that changes can have changed."""
    articles = Reading(library, changes)
    before = index.published(articles)
    if before is None:
        yield Gone(f"{answers.ROOT}/", UNKNOWN)
        yield from (replace(each, why=UNKNOWN) for each in add_pages(library))
        return
    if not changes:
        return
    yield Page("search.html", "search", search_view, changes.why.anything)
    told = cache(partial(segment_of, changes))  # an edit has the same for many files
    for answer in index.change(articles, before):
        if isinstance(answer, answers.Names) or answer.path.startswith(answers.NAMES_PATH):
            yield offer(answer, names_of(changes))
        elif isinstance(answer, answers.Ready):
            yield offer(answer, told(answer.segment.ids))
        else:
            yield offer(answer, told(answer.ids))


def segment_of(changes: Changes, ids: tuple[str, ...]) -> str:
    """The changed ones of a segment's articles; any change may move articles between segments."""
    return say(changes.why.among("segment of", ids)) or changes.why.anything


def names_of(changes: Changes) -> str:
    """Records that changed, or are named for the first time or no longer."""
    return changes.why.records_of() or changes.why.anything


def offer(answer: answers.Answer, why: str = "") -> Offer:
    """An answer of the index in the words of the archive."""
    match answer:
        case answers.Segment():
            key = answer.version.encode()
            return Bundle(answer.path, key, partial(write_segment, answer), why)
        case answers.Ready():
            key = answer.segment.version.encode()
            return Bundle(answer.path, key, partial(ready, answer.files), why)
        case answers.Names():
            key = answer.version.encode()
            return Bundle(answers.NAMES_PATH, key, partial(write_names, answer), why)
        case answers.Made():
            return File(answer.path, partial(stored, answer.data), why)
        case answers.Left():
            return Gone(answer.path, why)


def write_segment(
    segment: answers.Segment, library: Library, _site: Site
) -> Iterator[tuple[str, bytes]]:
    yield from segment_files.whole(Reading(library), segment)


def ready(
    files: tuple[answers.Made, ...], _library: Library, _site: Site
) -> Iterator[tuple[str, bytes]]:
    """Files that were made while the manifest was."""
    yield from ((file.path, file.data) for file in files)


def write_names(names: answers.Names, library: Library, _site: Site) -> Iterator[tuple[str, bytes]]:
    yield from name_files.whole(Reading(library), names.version)


def stored(data: bytes, _library: Library, _site: Site) -> bytes:
    """A file that was made while its place was looked for."""
    return data


def search_view(library: Library, _site: Site) -> View:
    """The ends of the archive."""
    years = [year for year, _ in library.years()]
    return {"first_year": min(years, default=""), "last_year": max(years, default="")}


def register() -> None:
    signals.get_pages.connect(add_pages)
    signals.get_touched.connect(add_touched)
