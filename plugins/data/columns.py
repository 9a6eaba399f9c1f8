"""The columns of each table, read from the model: name, type, meaning.

A key that the model gets has its column at once. Only what the archive computes itself is
declared here.
"""

from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from plugins.archive.model import (
    AUTHORITIES,
    KINDS,
    UNPUBLISHED,
    Capture,
    Correction,
    FrontMatter,
    Image,
    Report,
    Withdrawal,
)
from plugins.archive.reading import all_metas, keys, unwrap
from plugins.archive.tables import plain_type

ARTICLES = "articles"
TABLES = (ARTICLES, *KINDS)

# Tables hold neither withdrawn articles nor drafts, so these two would say the same in each row.
NOT_IN_TABLES = frozenset({"withdrawn", "status"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: `type` is Table Schema's word for what it holds, `kind` that of the model, or
    where it isn't in the model a few words for people."""

    name: str
    type: str
    kind: Any
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What it holds, for people; a code with all that it can be. Only the codebook asks:
        finding the words takes longer than writing a table."""
        if isinstance(self.kind, str):
            return self.kind
        if self.choices:
            return f"one of {', '.join(self.choices)}"
        return plain_type(self.kind).replace("`", "")


ID = Column(
    name="id", type="string", kind="id", meaning="what other tables call it by", required=True
)
ADDRESS = Column(
    name="address",
    type="string",
    kind="address",
    meaning="its page: absolute where the archive knows its own address, else relative to the file",
    required=True,
)
FILED = Column(
    name="filed",
    type="date",
    kind="day",
    meaning="day it is filed under: of what happened, the day nearest to date",
    required=True,
)
ORIGINAL_GONE = Column(
    name="original_gone",
    type="date",
    kind="day",
    meaning="day on which nothing was found at source_url any more; absent: not known to be gone",
)


@cache
def columns(table: str) -> tuple[Column, ...]:
    """All columns of a table, in their order."""
    if table == ARTICLES:
        return ID, ADDRESS, FILED, ORIGINAL_GONE, *of_model(FrontMatter, NOT_IN_TABLES)
    return ID, ADDRESS, *of_model(AUTHORITIES[table])


@cache
def parts_of_values() -> tuple[tuple[str, tuple[Column, ...]], ...]:
    """What the members of a list of an article, or of its capture, are made of."""
    return (
        ("also", of_model(Report)),
        ("images", of_model(Image)),
        ("capture", of_model(Capture, frozenset({"file"}))),
        ("corrections", of_model(Correction)),
        ("withdrawn", of_model(Withdrawal)),
    )


def of_model(cls: type, left_out: frozenset[str] = frozenset()) -> tuple[Column, ...]:
    """The keys of a record class. One that has a value by default is always given."""
    usual = {field.name for field in fields(cls) if field.default not in (MISSING, None, ())}
    return tuple(
        Column(
            name=name,
            type=type_of(kind),
            kind=kind,
            meaning=next((meta.description for meta in all_metas(kind) if meta.description), ""),
            required=required or name in usual,
            choices=choices_of(kind),
        )
        for name, (kind, required) in keys(cls).items()
        if name not in left_out | UNPUBLISHED
    )


def type_of(kind: Any) -> str:
    bare = unwrap(kind)
    if get_origin(bare) is tuple:
        return "array"
    if get_origin(bare) is dict or (isinstance(bare, type) and is_dataclass(bare)):
        return "object"
    return {bool: "boolean", float: "number", date: "date"}.get(bare, "string")


def choices_of(kind: Any) -> tuple[str, ...]:
    bare = unwrap(kind)
    return get_args(bare) if get_origin(bare) is Literal else ()
