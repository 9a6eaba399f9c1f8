"""The page that says which tables there are and what each column means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plugins.archive.days import month_name
from plugins.archive.library import Library
from plugins.archive.model import KINDS, Authority
from plugins.archive.pages import View
from plugins.archive.site import Site

from .columns import ADDRESS, ARTICLES, ID, Column, columns, of_model, parts_of_values
from .forms import FORMS
from .package import PACKAGE, TITLES
from .parts import Part, all_parts

PAGE = "data/index.html"
HEADING = "The archive as data"
NAMES = {"csv": "CSV", "jsonl": "JSON Lines"}
# What `text` says of an article, and so what there is of its text.
TEXTS = (
    ("full", "the report whole, as it was printed"),
    ("excerpt", "some of the report's own sentences, and no more"),
    ("digest", "what the report says, in this archive's own words"),
    ("metadata", "the record alone: no text is shown, and no highlights"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A part of a table: pairs (name of a form, output path)."""

    label: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some parts, or some columns, under one heading; `anchor` is its id where it has one."""

    label: str
    rows: tuple[Row, ...] = ()
    columns: tuple[Column, ...] = ()
    anchor: str = ""


def codebook_view(library: Library, site: Site) -> View:
    parts = all_parts(library)
    return {
        "page_title": HEADING,
        "section": "data",
        "articles": tuple(by_decade(part for part in parts if part.table == ARTICLES)),
        "records": tuple(by_kind(part for part in parts if part.table != ARTICLES)),
        "package": PACKAGE if parts else None,
        "tables": tuple(tables()),
        "values": tuple(Group(label=name, columns=found) for name, found in parts_of_values()),
        "texts": TEXTS,
        "address": site.absolute(PAGE) or PAGE,
    }


def by_decade(parts: Iterable[Part]) -> Iterator[Group]:
    for decade, some in groupby(parts, key=lambda part: part.name[:3]):
        yield Group(label=f"{decade}0s", rows=tuple(row(part, time(part.name)) for part in some))


def time(name: str) -> str:
    """2021-04 as April 2021"""
    year, _, month = name.partition("-")
    return f"{month_name(int(month))} {year}" if month else str(int(year))


def by_kind(parts: Iterable[Part]) -> Iterator[Group]:
    for kind, some in groupby(parts, key=lambda part: part.table):
        rows = tuple(row(part, f"Ids in {part.name}…" if part.name else "All") for part in some)
        yield Group(label=TITLES[kind], rows=rows)


def row(part: Part, label: str) -> Row:
    files = tuple((NAMES[ending], part.path(ending)) for ending in FORMS)
    return Row(label=label, files=files)


def tables() -> Iterator[Group]:
    """The columns of articles, of all records, and those that only one kind of record has."""
    yield Group(label="Articles", columns=columns(ARTICLES), anchor="articles")
    shared = (ID, ADDRESS, *of_model(Authority))
    yield Group(label="Records of every kind", columns=shared, anchor="records")
    known = {column.name for column in shared}
    for kind in KINDS:
        own = tuple(column for column in columns(kind) if column.name not in known)
        yield Group(label=f"{TITLES[kind]} besides", columns=own, anchor=kind)
