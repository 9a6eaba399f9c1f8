"""What the index asks of the archive. The extract of a document is kept between builds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from .documents import Document, Name
from .extracts import Extract, extract, pack, unpack
from .memory import Results

EXTRACT = "search-extract"
BATCH = 256


class Articles(Protocol):
    """The archive, as far as it may be shown."""

    results: Results

    def accessions(self) -> Iterable[tuple[str, str, bytes]]:
        """(id, day of accession, digest of all it shows), by accession, then id."""

    def chronology(self, ids: Iterable[str]) -> list[str]:
        """These articles in the order in which they are numbered."""

    def document(self, id_: str) -> Document: ...

    def body(self, id_: str) -> str: ...

    def names(self) -> Sequence[Name]:
        """The records that articles name."""


def extracts(
    articles: Articles, ids: Sequence[str], shown: Sequence[bytes]
) -> Iterator[tuple[Extract, str]]:
    """Of each article its extract and its body."""
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        keys = list(map(extract_key, some, shown[start : start + BATCH]))
        known = articles.results.get_many(EXTRACT, keys)
        for id_, key in zip(some, keys, strict=True):
            if key in known:
                yield unpack(known[key]), articles.body(id_)
            else:
                yield make(articles, id_, key)


def make(articles: Articles, id_: str, key: bytes) -> tuple[Extract, str]:
    document = articles.document(id_)
    found = extract(document)
    articles.results.put(EXTRACT, key, pack(found))
    return found, document.body


def former(articles: Articles, id_: str, shown: bytes) -> Extract:
    """The extract of an article as it was; LookupError if that is not known any more."""
    data = articles.results.get(EXTRACT, extract_key(id_, shown))
    if data is None:
        raise LookupError(id_)
    return unpack(data)


def extract_key(id_: str, shown: bytes) -> bytes:
    # The id first: neighbours are then neighbours in the store, too.
    return id_.encode() + shown
