"""`python indexing.py whole|added STORE CONTENT FOLDER`: what the index alone costs.

A program of its own, because its peak memory is measured. It takes the texts from the store of
a build, as the build does once they are set, and writes the files of the index into FOLDER.

    whole   everything: processor seconds; nothing that an earlier build kept helps
    added   what CONTENT has that the store doesn't: seconds by the clock; STORE is a copy
"""

import json
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from time import perf_counter, process_time
from typing import cast

from plugins.archive.content import Content
from plugins.archive.intake import Checks, take_in
from plugins.archive.library import Library
from plugins.archive.pages import Bundle, File, Offer
from plugins.archive.problems import Problem
from plugins.archive.results import Results
from plugins.archive.site import Site
from plugins.archive.store import connect, open_store
from plugins.publish.garbage import seldom_collected
from plugins.publish.tree import put_file
from plugins.search import add_pages, add_touched

# The index shows nothing of the settings.
SITE = cast(Site, None)


def main() -> None:
    job, *paths = sys.argv[1:]
    with seldom_collected():
        print(json.dumps(JOBS[job](*map(Path, paths))))


def whole(store: Path, content: Path, folder: Path) -> dict[str, float]:
    library = Library(connect(store, read_only=True), folder=content)
    library.results = Results(open_store(folder / "results.sqlite"))
    started = process_time()
    library.results.db.execute("BEGIN")
    write(folder, add_pages(library), library)
    library.results.db.execute("COMMIT")
    seconds = process_time() - started
    return {"articles": library.count(), "seconds": seconds}


def added(store: Path, content: Path, folder: Path) -> dict[str, float]:
    """The store is as before when the program has ended: nothing is committed."""
    with closing(connect(store)) as db:
        changes = take_in(db, content, Checks(articles=fine, records=fine))
        assert changes, "nothing was added"
        library = Library(db, folder=content)
        started = perf_counter()
        written = write(folder, add_touched(library, changes), library)
        return {"seconds": perf_counter() - started, "files": written}


def fine(_content: Content) -> tuple[Problem, ...]:
    """The articles were checked when the site was built."""
    return ()


def write(folder: Path, offers: Iterable[Offer], library: Library) -> int:
    """Make the files of the index in `folder`, as a build does in a new tree; how many."""
    folder.mkdir(exist_ok=True)
    count = 0
    for offer in offers:
        if isinstance(offer, Bundle):
            made = offer.make(library, SITE)
        elif isinstance(offer, File):
            made = iter([(offer.path, offer.make(library, SITE))])
        else:
            continue
        for path, data in made:
            put_file(folder, path, data)
            count += 1
    return count


JOBS = {"whole": whole, "added": added}

if __name__ == "__main__":
    main()
