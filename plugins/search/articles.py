"""What the index asks of the archive.

The extracts of the newest articles are kept between builds: with each article added, their
segment is written again. Those of the many older ones would fill the store and are seldom asked.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from .documents import Document, Name
from .extracts import Extract, extract, pack, unpack
from .memory import Results

EXTRACT = "search-extract"
BATCH = 256
# Segments of fewer articles are written anew often.
SMALL = 2_048
# Names before and after.
Renamed = tuple[Sequence[Name], Sequence[Name]]


class Articles(Protocol):
    """The archive, as far as it may be shown."""

    results: Results

    def accessions(self, start: int = 0) -> Iterable[tuple[str, str, bytes]]:
        """(id, day of accession, digest of all it shows), by accession, then id; the first
        `start` left out."""

    def count(self) -> int:
        """How many there are."""

    def unchanged(self) -> int:
        """How many of the first, by accession, are those of the last build and show the same."""

    def chronology(self, ids: Collection[str]) -> list[str]:
        """These articles in the order in which they are numbered."""

    def document(self, id_: str) -> Document: ...

    def former(self, id_: str) -> Document:
        """A changed article as it was; LookupError if that is not known."""

    def body(self, id_: str) -> str: ...

    def names(self) -> Sequence[Name]:
        """The records that articles name."""

    def renamed(self) -> Renamed:
        """Those that are not as they were or where they were: before, and now."""

    def name(self, entity: str) -> Name:
        """A record that articles name; LookupError if there is none."""


def extracts(
    articles: Articles, ids: Sequence[str], shown: Sequence[bytes]
) -> Iterator[tuple[Extract, str]]:
    """Of each article its extract and its body; kept for next time if they are few."""
    is_kept = len(ids) < SMALL
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        keys = list(map(extract_key, some, shown[start : start + BATCH]))
        known = articles.results.get_many(EXTRACT, keys)
        # All are read, then all are looked at: what each of the two needs stays near the processor.
        new = {
            id_: articles.document(id_)
            for id_, key in zip(some, keys, strict=True)
            if key not in known
        }
        made = {id_: extract(document) for id_, document in new.items()}
        for id_, key in zip(some, keys, strict=True):
            if key in known:
                yield unpack(known[key]), articles.body(id_)
            else:
                if is_kept:
                    articles.results.put(EXTRACT, key, pack(made[id_]))
                yield made[id_], new[id_].body


def former(articles: Articles, id_: str) -> Extract:
    """The extract of a changed article as it was; LookupError if that is not known."""
    return extract(articles.former(id_))


def forget_others(articles: Articles, small: Iterable[tuple[str, bytes]]) -> None:
    """Keep the extracts of these articles, with what they show, and no others."""
    articles.results.keep(EXTRACT, [extract_key(id_, shown) for id_, shown in small])


def extract_key(id_: str, shown: bytes) -> bytes:
    # The id first: neighbours are then neighbours in the store, too.
    return id_.encode() + shown
