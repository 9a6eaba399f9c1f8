"""Who and what appears beside a record: how many listed articles name both of two records.

For a record with few articles the answer is counted in them when it is asked. For one with many
it is counted once, kept in `pairs`, and followed from change to change. Which of the two
it was doesn't show in the answer.
"""

import sqlite3
from collections.abc import Iterable
from operator import itemgetter

from .entries import Entry
from .rows import LISTED

# Kinds that other records' pages list as company.
COMPANY = ("organisations", "people", "tags")
FEW = 250  # articles that are gone through in less than a millisecond

Ref = tuple[str, str]


def kept(db: sqlite3.Connection, kind: str, ref: str, other: str) -> list[tuple[str, int]] | None:
    """The records of kind `other` in articles of a common record, as (id, how many); most first.
    None of a record that is not common."""
    if not is_kept(db, (kind, ref)):
        return None
    query = (
        "SELECT other_ref, n FROM pairs WHERE kind = ? AND ref = ? AND other = ? ORDER BY n DESC"
    )
    return db.execute(query, (kind, ref, other)).fetchall()


def both(db: sqlite3.Connection, one: Ref, other: Ref) -> int:
    """How many listed articles name both of two records."""
    for ref, beside in ((one, other), (other, one)):
        if is_kept(db, ref):
            query = "SELECT n FROM pairs WHERE kind = ? AND ref = ? AND other = ? AND other_ref = ?"
            row = db.execute(query, (*ref, *beside)).fetchone()
            return int(row[0]) if row else 0
    query = (
        "SELECT count(*) FROM relations a JOIN relations b ON b.id = a.id AND b.state = a.state "
        f"WHERE a.kind = ? AND a.ref = ? AND a.state = {LISTED} AND b.kind = ? AND b.ref = ?"
    )
    return int(db.execute(query, (*one, *other)).fetchone()[0])


def among(entries: Iterable[Entry], kind: str, ref: str) -> dict[str, list[tuple[str, int]]]:
    """By kind, the records in some articles and in how many of them, most first, without the
    record whose articles they are."""
    found: dict[str, dict[str, int]] = {other: {} for other in COMPANY}
    for entry in entries:
        for other, counts in found.items():
            for heading in getattr(entry, other):  # few: a Counter would take longer to call
                counts[heading.id] = counts.get(heading.id, 0) + 1
    if kind in found:
        found[kind].pop(ref, None)
    return {
        other: sorted(counts.items(), key=itemgetter(1), reverse=True)
        for other, counts in found.items()
    }


def follow(db: sqlite3.Connection, refs: Iterable[Ref], step: int) -> None:
    """An article that names `refs` came (`step` 1) or goes (-1): mend what is kept."""
    refs = set(refs)
    others = sorted(ref for ref in refs if ref[0] in COMPANY)
    for one in sorted(ref for ref in refs if is_kept(db, ref)):
        for other in others:
            if other == one:
                continue
            db.execute(
                "INSERT INTO pairs VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT DO UPDATE SET n = n + excluded.n",
                (*one, *other, step),
            )
            if step < 0:
                db.execute(
                    "DELETE FROM pairs WHERE kind = ? AND ref = ? AND other = ? "
                    "AND other_ref = ? AND n <= 0",
                    (*one, *other),
                )


def keep_common(db: sqlite3.Connection, refs: Iterable[Ref]) -> None:
    """Begin to keep the company of those among `refs` that have become common."""
    db.executemany(
        "INSERT INTO pairs SELECT ?1, ?2, b.kind, b.ref, count(*) FROM relations a "
        "CROSS JOIN relations b ON b.id = a.id AND b.state = a.state "
        f"WHERE a.kind = ?1 AND a.ref = ?2 AND a.state = {LISTED} AND b.kind IN {COMPANY} "
        "AND NOT (b.kind = ?1 AND b.ref = ?2) GROUP BY b.kind, b.ref",
        [ref for ref in sorted(set(refs)) if count(db, ref) > FEW and not is_kept(db, ref)],
    )


def is_kept(db: sqlite3.Connection, ref: Ref) -> bool:
    row = db.execute("SELECT 1 FROM pairs WHERE kind = ? AND ref = ? LIMIT 1", ref).fetchone()
    return row is not None


def count(db: sqlite3.Connection, ref: Ref) -> int:
    row = db.execute("SELECT sum(n) FROM tallies WHERE kind = ? AND ref = ?", ref).fetchone()
    return row[0] or 0
