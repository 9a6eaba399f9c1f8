"""What is doubtful about the collection as a whole: records nobody names, captures that are not
there, the same story again."""

import sqlite3
from collections.abc import Iterator

from ..archive.holdings import taking
from ..archive.holdings.facts import accepts
from ..archive.model import AUTHORITIES, SINGULAR, Tag
from ..archive.store import decode

LOOKED_AT = ("people", "places", "organisations", "tags")

Told = tuple[str, int, str, str]  # path, line, code, message


def unused(db: sqlite3.Connection) -> Iterator[Told]:
    """Records that no article names. A tag is in use if a narrower one is there."""
    wider = {
        record.broader for record in taking.records(db, "tags").values() if isinstance(record, Tag)
    }
    rows = db.execute(
        "SELECT kind, id, record FROM records WHERE kind != 'sources' AND NOT EXISTS "
        "(SELECT 1 FROM refs WHERE refs.kind = records.kind AND ref = records.id)"
    ).fetchall()
    for kind, id_, blob in rows:
        record = decode(blob, AUTHORITIES[kind])
        if not accepts(record, "unused-record") and not (kind == "tags" and id_ in wider):
            yield (
                f"authorities/{kind}/{id_}.yaml",
                1,
                "unused-record",
                f"no article names the {SINGULAR[kind]} {record.heading}; "
                "name it where it belongs, or remove the record",
            )


def missing_captures(db: sqlite3.Connection) -> Iterator[Told]:
    """Captures that articles name and that are not here, where most are.

    They are private and need not travel with the repository: where most are away, they are kept
    elsewhere; where one in two or fewer is, it was lost.
    """
    here = {
        path.removeprefix("captures/")
        for path in taking.names_taken_in(db)
        if path.startswith("captures/")
    }
    named = db.execute(
        "SELECT id, line, capture FROM articles WHERE capture != '' ORDER BY id"
    ).fetchall()
    missing = [row for row in named if row[2] not in here]
    if 2 * len(missing) > len(named):
        return
    for id_, line, file in missing:
        yield (
            f"articles/{id_}.md",
            line,
            "missing-capture",
            f"there is no content/captures/{file}; put the original back, or import it again",
        )


def copies(db: sqlite3.Connection) -> Iterator[Told]:
    """Articles with the text of an earlier one, whole or shortened."""
    rows = db.execute(
        "SELECT one.id, other.id, share FROM pairs "
        "JOIN articles AS one ON one.number = pairs.number "
        "JOIN articles AS other ON other.number = pairs.other ORDER BY 1, 2"
    )
    for id_, other, share in rows:
        yield (
            f"articles/{id_}.md",
            1,
            "same-story",
            f"{share:.0%} of the shorter text stands in both this and articles/{other}.md; "
            "keep one of the two, or say under `accepted` that they belong side by side",
        )
