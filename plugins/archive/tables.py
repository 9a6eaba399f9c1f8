"""The keys of records as Markdown tables: key, whether it must be given, type, meaning.

A page holds each table between `<!-- keys of a place -->` and `<!-- end -->`, so that the
sentences around it are written by hand.
"""

import re
from dataclasses import is_dataclass
from datetime import date
from typing import Any, Literal, get_args, get_origin

from . import model
from .days import Moment, Span
from .reading import all_metas, alternatives, keys, unwrap

# By name: the class, and the class whose keys are left out because another table has them.
TABLES: dict[str, tuple[type, type | None]] = {
    "article": (model.FrontMatter, None),
    "report": (model.Report, None),
    "image": (model.Image, None),
    "capture": (model.Capture, None),
    "correction": (model.Correction, None),
    "withdrawal": (model.Withdrawal, None),
    "record": (model.Authority, None),
    "person or organisation": (model.Agent, model.Authority),
    "place": (model.Place, model.Authority),
    "source": (model.Source, model.Authority),
    "tag": (model.Tag, model.Authority),
    "page": (model.PageMatter, None),
}
PLACE = re.compile(r"(<!-- (?:keys|codes) of an? ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)
PLAIN = {Moment: "day or time", Span: "day, month, year or range", date: "day", float: "number"}
NAMED = {
    model.Url: "web address",
    model.Language: "language code",
    model.Sha256: "64 hexadecimal digits",
    model.Address: "address on the site",
    model.FileName: "file name",
    model.Wikidata: "Wikidata identifier",
    model.Zone: "time zone",
    model.Domain: "domain",
    model.Line: "one line",
    model.Lines: "text",
}
MANY_CHOICES = 8


def fill_tables(page: str) -> str:
    """The page with every table made anew."""
    return PLACE.sub(lambda place: f"{place[1]}{table(place[2])}{place[3]}", page)


def table(name: str) -> str:
    if name == "right":
        return rights_list()
    cls, base = TABLES[name]
    left_out = keys(base) if base else {}
    rows = [row(key, *about) for key, about in keys(cls).items() if key not in left_out]
    return "".join(("| key | required | type | meaning |\n|---|---|---|---|\n", *rows))


def row(key: str, kind: Any, required: bool) -> str:
    meaning = next((meta.description for meta in all_metas(kind) if meta.description), "")
    return f"| `{key}` | {'yes' if required else ''} | {plain_type(kind)} | {meaning} |\n"


def plain_type(kind: Any) -> str:
    """A type in a few words for people: "list of web addresses", "`true` or `false`"."""
    bare = unwrap(kind)
    if get_origin(bare) is tuple:
        return f"list of {plural(plain_type(get_args(bare)[0]))}"
    if get_origin(bare) is dict:
        return f"{plural(plain_type(get_args(bare)[0]))}, each with a list"
    if get_origin(bare) is Literal:
        choices = [f"`{choice}`" for choice in get_args(bare)]
        return "a code, see below" if len(choices) > MANY_CHOICES else " or ".join(choices)
    if bare is bool:
        return "`true` or `false`"
    if is_dataclass(bare) and isinstance(bare, type):
        return f"{bare.__name__.lower()}, see below"
    named = [words for annotated, words in NAMED.items() if annotated in alternatives(kind)]
    return PLAIN.get(bare) or (named[0] if named else "id")


def plural(words: str) -> str:
    special = {
        "one line": "lines",
        "web address": "web addresses",
        "address on the site": "addresses on the site",
    }
    noun, comma, rest = words.partition(",")
    return special.get(noun, f"{noun}s") + comma + rest


def rights_list() -> str:
    """The codes of `rights`; the last one is for images only."""
    return "".join(f"- `{code}`\n" for code in get_args(model.ImageRights))
