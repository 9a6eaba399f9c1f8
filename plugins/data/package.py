"""The list of all tables for programs: a Data Package, as frictionlessdata.io describes it.

It holds no count and no time, so that it changes only when a file comes or goes, or a source.
"""

import re
from typing import Any

from plugins.archive.library import Library
from plugins.archive.model import Source
from plugins.archive.site import Site

from .columns import ARTICLES, TABLES, Column, columns
from .forms import FORMS
from .parts import Part, all_parts
from .record import as_json
from .values import Row

PACKAGE = "data/datapackage.json"
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl"}
TITLES = {
    ARTICLES: "Articles",
    "people": "People",
    "places": "Places",
    "organisations": "Organisations",
    "sources": "Sources",
    "tags": "Tags",
}


def schema_path(table: str) -> str:
    return f"data/schemas/{table}.json"


def package(library: Library, site: Site) -> bytes:
    """Empty, which means not written, where there is no table yet: a package must have one."""
    resources = [resource(part, ending) for part in all_parts(library) for ending in FORMS]
    if not resources:
        return b""
    values: Row = {
        "name": slug(site.name),
        "title": f"{site.name}: the archive as data",
        "description": site.description,
        "homepage": site.absolute(""),
        "licenses": [
            {
                "name": site.licence,
                "title": f"{site.licence_name}, for the digests",
                "path": site.licence_url,
            }
        ],
        "sources": sources(library),
        "resources": resources,
    }
    return as_json({key: value for key, value in values.items() if value})


def slug(name: str) -> str:
    """A name as packages have them: small letters, digits, hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "archive"


def resource(part: Part, ending: str) -> Row:
    path = part.path(ending)
    name = f"{part.table}-{part.name}" if part.name else part.table
    return {
        "name": f"{name}.{ending}",
        "path": path.removeprefix("data/"),
        "title": f"{TITLES[part.table]}, {part.name}" if part.name else TITLES[part.table],
        "format": ending,
        "mediatype": MEDIA[ending],
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema_path(part.table).removeprefix("data/"),
    }


def sources(library: Library) -> list[Row]:
    """The newspapers, agencies and sites that the articles come from."""
    found = []
    for id_ in library.in_use("sources"):
        record = library.record("sources", id_)
        homepage = record.homepage if isinstance(record, Source) else None
        found.append({"title": record.heading} | ({"path": homepage} if homepage else {}))
    return found


def schema(table: str, _library: Library, _site: Site) -> bytes:
    """What the columns of a table are: a Table Schema."""
    assert table in TABLES
    return as_json({"fields": [field(c) for c in columns(table)], "primaryKey": ["id"]})


def field(column: Column) -> Row:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    values = {
        "name": column.name,
        "type": column.type,
        "title": column.name.replace("_", " ").capitalize(),
        "description": column.meaning,
        "constraints": constraints,
    }
    return {key: value for key, value in values.items() if value}
