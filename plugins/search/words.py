"""The lexicon of a segment as files: every form and every term, with the documents of each term.

One sorted key space holds both, so that a form and its term are near each other and usually
come in one file. A record is four fields; empty ones at its end are left out:

    key        the first character counts what it shares with the key before it
    documents  that hold this very form (empty: a term, or the spelling of another country)
    terms      that the form stands for, with commas; empty when it was met and is its own term,
               and when the key is a term only
    postings   number of documents, then the postings; those of a long list in pages, with spaces

Fields end with a space, records with `<`: neither occurs in a key or in a number.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from . import chunks
from .chunks import name, shared_start, units
from .lexicon import Record
from .varint import LAST, encode

Keyed = tuple[str, Record]


def runs(records: Iterable[Keyed], scale: int = 1) -> Iterator[tuple[str, list[Keyed]]]:
    """Sorted records, a file at a time, with its lead."""
    return chunks.runs(records, itemgetter(0), lambda keyed: size(*keyed), scale)


def size(key: str, record: Record) -> int:
    return len(key) + len(line(key, record))


def file(lead: str) -> str:
    """The file with this lead."""
    return f"words-{name(lead)}"


def text(run: Iterable[Keyed]) -> str:
    """What a file of the lexicon says."""
    return "<".join(front_coded(run))


def front_coded(run: Iterable[Keyed]) -> Iterator[str]:
    before = ""
    for key, record in run:
        shared = shared_start(before, key)[: LAST // 2]
        before = key
        yield f"{encode(units(shared))}{key[len(shared) :]} {line(key, record)}".rstrip()


def line(key: str, record: Record) -> str:
    """A record without its key."""
    if not record.line:
        met = encode(record.met) if record.met else ""
        own = met and record.terms.keys() <= {key}
        terms = ",".join(sorted(record.terms)) if record.terms and not own else ""
        record.line = f"{met} {terms} {documents(record)}"
    return record.line


def documents(record: Record) -> str:
    return encode(record.count) + record.written if record.count else ""


# In the store a record also says how many documents lead to each of its terms.


def pack(run: Iterable[Keyed]) -> bytes:
    """A file's records, as bytes for the store."""
    return "\n".join(
        "\t".join(
            (
                key,
                str(record.met),
                pack_terms(record.terms) if record.terms else "",
                str(record.count),
                record.written,
            )
        )
        for key, record in run
    ).encode()


def pack_terms(terms: Mapping[str, int]) -> str:
    return " ".join([f"{term} {many}" for term, many in sorted(terms.items())])


def unpack(data: bytes) -> list[Keyed]:
    """What `pack` was given."""
    return [unpack_record(*row.split("\t")) for row in data.decode().split("\n")]


def unpack_record(key: str, seen: str, terms: str, count: str, written: str) -> Keyed:
    parts = terms.split(" ") if terms else []
    counts = dict(zip(parts[::2], map(int, parts[1::2]), strict=True))
    return key, Record(int(seen), counts, int(count), written)
