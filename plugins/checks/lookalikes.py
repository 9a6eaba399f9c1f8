"""Records that look like one: people written in two ways, tags a letter apart.

Pairs are kept from check to check. Names are compared within blocks, so what changed is compared
with those it shares a block with, and no other.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..archive.authorities import names
from ..archive.holdings.facts import accepts
from ..archive.model import SINGULAR, Authority, Tag
from ..archive.names import alike, close
from ..archive.names.alike import Alike

# Places and bodies are called alike by nature ("Bank of ..."): of them a letter in ten may differ.
NEAR = 0.9
MANY = 500  # of more changed records all pairs are looked for anew, which costs no more

Records = Mapping[str, Authority]
Headings = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Way:
    """How the records of a kind are compared: the pairs among `headings` (with `about`, those with
    one of these ids); the blocks of a record, with how many of its names are in each; and whether
    so many names of so many records in a block are compared at all. `least` is the lowest score
    that is told."""

    pairs: Callable[[Headings, Collection[str] | None], Iterator[Alike]]
    blocks: Callable[[str, Sequence[str]], Counter[str]]
    tells: Callable[[str, int, int], bool]
    least: float = 0


WAYS = {
    "people": Way(alike.alike, alike.blocks, alike.tells),
    "places": Way(close.close, close.blocks, close.tells, NEAR),
    "organisations": Way(close.close, close.blocks, close.tells, NEAR),
    "tags": Way(close.close, close.blocks, close.tells),
}


def headings(records: Records) -> dict[str, list[str]]:
    return {id_: texts(record) for id_, record in sorted(records.items())}


def texts(record: Authority) -> list[str]:
    return [name.text for name in names(record)]


def kept(db: sqlite3.Connection, kind: str, records: Records, changed: set[str]) -> list[Alike]:
    """Pairs of one kind that look alike, whether somebody has said that they are two or not.

    `records`: all of the kind. `changed`: ids of those that came, went or became other ones since
    the pairs were kept.
    """
    if kind in WAYS:
        look_again(db, kind, records, changed)
    rows = db.execute(
        "SELECT first, second, score, why FROM lookalikes WHERE kind = ? ORDER BY first, second",
        (kind,),
    )
    return [Alike(*row) for row in rows]


def look_again(db: sqlite3.Connection, kind: str, records: Records, changed: set[str]) -> None:
    if len(changed) > MANY:
        db.execute("DELETE FROM blocks WHERE kind = ?", (kind,))
        db.execute("DELETE FROM lookalikes WHERE kind = ?", (kind,))
        put_into_blocks(db, kind, records, records)
        keep(db, kind, WAYS[kind].pairs(headings(records), None))
        return
    about = changed | turned(db, kind, records, changed)
    for id_ in about:
        db.execute("DELETE FROM lookalikes WHERE kind = ? AND first = ?", (kind, id_))
        db.execute("DELETE FROM lookalikes WHERE kind = ? AND second = ?", (kind, id_))
    near = {id_: records[id_] for id_ in members(db, kind, blocks_of(db, kind, about))}
    keep(db, kind, WAYS[kind].pairs(headings(near), about))


def keep(db: sqlite3.Connection, kind: str, pairs: Iterator[Alike]) -> None:
    db.executemany(
        "INSERT INTO lookalikes VALUES (?, ?, ?, ?, ?)",
        (
            (kind, one.first, one.second, one.score, one.why)
            for one in pairs
            if one.score >= WAYS[kind].least
        ),
    )


# Blocks


def turned(db: sqlite3.Connection, kind: str, records: Records, changed: set[str]) -> set[str]:
    """Put changed records into their blocks; all in those that tell something now and didn't
    before, or the other way round."""
    came = changed & records.keys()
    blocks = WAYS[kind].blocks
    touched = blocks_of(db, kind, changed)
    touched |= {block for id_ in came for block in blocks(id_, texts(records[id_]))}
    before = {block for block in touched if says_something(db, kind, block)}
    for id_ in changed:
        db.execute("DELETE FROM blocks WHERE kind = ? AND id = ?", (kind, id_))
    put_into_blocks(db, kind, records, came)
    after = {block for block in touched if says_something(db, kind, block)}
    return members(db, kind, before ^ after)


def put_into_blocks(
    db: sqlite3.Connection, kind: str, records: Records, ids: Collection[str]
) -> None:
    counted: Iterator[tuple[str, Counter[str]]] = (
        (id_, WAYS[kind].blocks(id_, texts(records[id_]))) for id_ in ids
    )
    db.executemany(
        "INSERT INTO blocks VALUES (?, ?, ?, ?)",
        ((kind, block, id_, number) for id_, found in counted for block, number in found.items()),
    )


def blocks_of(db: sqlite3.Connection, kind: str, ids: Collection[str]) -> set[str]:
    query = "SELECT block FROM blocks WHERE kind = ? AND id = ?"
    return {block for id_ in ids for (block,) in db.execute(query, (kind, id_))}


def members(db: sqlite3.Connection, kind: str, blocks: Collection[str]) -> set[str]:
    query = "SELECT id FROM blocks WHERE kind = ? AND block = ?"
    return {id_ for block in blocks for (id_,) in db.execute(query, (kind, block))}


def says_something(db: sqlite3.Connection, kind: str, block: str) -> bool:
    names_, records = db.execute(
        "SELECT total(names), count(*) FROM blocks WHERE kind = ? AND block = ?", (kind, block)
    ).fetchone()
    return WAYS[kind].tells(block, int(names_), records)


def are_told_apart(pair: Alike, records: Mapping[str, Authority]) -> bool:
    """Whether a record says that it knows the other: as a related one, as a wider one, or that the
    likeness was looked at."""
    return knows(records[pair.first], pair.second) or knows(records[pair.second], pair.first)


def knows(one: Authority, other: str) -> bool:
    wider = one.broader if isinstance(one, Tag) else None
    return other in one.see_also or other == wider or accepts(one, "alike-records", other)


def told(kind: str, pair: Alike) -> tuple[str, str]:
    """Where it is told, and in which words."""
    return (
        f"authorities/{kind}/{pair.second}.yaml",
        f"{pair.first} looks like the same {SINGULAR[kind]}: {pair.why}; "
        "make one record of the two, or name one under `see_also` of the other",
    )
