"""The declarations of the model, written out for editors and for people.

Out: a JSON Schema of an article's front matter and of each kind of authority record, and the
tables of `docs/front-matter.md`. All of it is made from `model.py`; `inv docs` writes it, and a
test fails when it is out of date.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from .days import MOMENT_PATTERN, SPAN_PATTERN, Moment, Span
from .model import AUTHORITIES, SINGULAR, FrontMatter
from .tables import fill_tables

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PAGE = "front-matter.md"
TYPES: dict[type, dict[str, object]] = {
    Moment: {
        "type": "string",
        "pattern": MOMENT_PATTERN,
        "examples": ["2021-04-06", "2021-04-06T15:28:00+05:30"],
    },
    # An editor takes a lone year for a number; the archive reads every value as text.
    Span: {
        "type": ["string", "integer"],
        "pattern": SPAN_PATTERN,
        "minimum": 1000,
        "maximum": 9999,
        "examples": ["2021-04-06", "2021-04", "2021", "2021-04-05/2021-04-06"],
    },
}


def schema_of(cls: type, title: str) -> dict[str, Any]:
    """The JSON Schema of a record class; unknown keys are errors at every level."""
    made = msgspec.json.schema(cls, schema_hook=TYPES.__getitem__)
    definitions = dict(sorted(made["$defs"].items()))
    for definition in definitions.values():
        definition["additionalProperties"] = False
    own = definitions.pop(cls.__name__)
    schema = {"$schema": DRAFT, **own, "title": title}
    return {**schema, "$defs": definitions} if definitions else schema


def render(page: str) -> dict[str, str]:
    """Every generated file of docs/ by name; `page` is the text of front-matter.md as it is."""
    schemas = {"article.schema.json": schema_of(FrontMatter, "Front matter of an article")}
    for kind, cls in AUTHORITIES.items():
        title = f"Authority record of a {SINGULAR[kind]}".replace(" a o", " an o")
        schemas[f"authority-{kind}.schema.json"] = schema_of(cls, title)
    files = {
        name: json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }
    return {**files, PAGE: fill_tables(page)}


def write_docs(folder: Path) -> None:
    """Write the schemas into `folder` and the tables into its front-matter.md."""
    page = (folder / PAGE).read_text(encoding="utf-8")
    for name, text in render(page).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
