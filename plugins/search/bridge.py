"""What the core will offer for builds that cost what a change costs, until it does.

To be deleted with the arrival of `Bundle`, `Gone`, `library.accessions` and `library.results`;
the notes say what then goes where.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from plugins.archive.library import Library
from plugins.archive.pages import File, Page
from plugins.archive.site import Site

Make = Callable[[Library, Site], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Bundle:
    """-> archive/pages.py"""

    folder: str
    make: Make


@dataclass(frozen=True, slots=True)
class Gone:
    """-> archive/pages.py"""

    path: str


class Forgetful:
    """-> library.results"""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, bytes], bytes] = {}

    def get(self, kind: str, key: bytes) -> bytes | None:
        return self.rows.get((kind, key))

    def put(self, kind: str, key: bytes, data: bytes) -> None:
        pass

    def get_many(self, _kind: str, _keys: list[bytes]) -> Mapping[bytes, bytes]:
        return {}

    def keep(self, kind: str, keys: list[bytes]) -> None:
        pass


def accessions(library: Library) -> Iterator[tuple[str, str, bytes]]:
    """-> library.accessions"""
    rows = library.db.execute(
        "SELECT id, added, record, plain FROM articles WHERE listed ORDER BY added, id"
    )
    for id_, added, record, plain in rows:
        yield id_, added, sha256(record + plain.encode()).digest()[:16]


def files(offers: Iterator[Page | File | Bundle | Gone], library: Library) -> Iterator[Page | File]:
    """Bundles as files, made at once. -> publish runs a bundle itself"""
    for each in offers:
        if isinstance(each, Bundle):
            # No index file needs to know what the site is called.
            made = each.make(library, None)  # type: ignore[arg-type]
            yield from (File(path, partial(same, data)) for path, data in made)
        elif not isinstance(each, Gone):
            yield each


def same(data: bytes, _library: Library, _site: Site) -> bytes:
    return data
