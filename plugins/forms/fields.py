"""A key of the model as a field of a form.

A form is stricter than it need be nowhere, and where it can't say what the model says (a day or a
time with its offset, say) it takes text and holds it to the model's pattern.
"""

from collections.abc import Iterator
from dataclasses import is_dataclass
from datetime import date
from typing import Any, Literal, get_args, get_origin

from ..archive.days import MOMENT_PATTERN, SPAN_PATTERN, Moment, Span
from ..archive.model import KINDS, Lines
from ..archive.reading import REMEDIES, all_metas, alternatives, keys, unwrap

Field = dict[str, Any]
PATTERNS = {
    # A field for days would fill in an empty one where nobody chose any.
    date: ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "write a day as 2021-04-06"),
    Moment: (MOMENT_PATTERN, "write a day as 2021-04-06 or a time as 2021-04-06T15:28:00+05:30"),
    Span: (SPAN_PATTERN, "write a day, a month (2021-04), a year, or two of them with a / between"),
}


def fields(
    cls: type, languages: tuple[str, ...], *, relations: dict[str, str], is_optional: bool = False
) -> Iterator[Field]:
    """The fields of a record class. `relations` says which keys name records, and of what kind;
    within something that may be left out (`is_optional`) nothing can be asked for."""
    for name, (kind, required) in keys(cls).items():
        made = field(name, kind, languages, relations)
        yield {**made, "required": required and not is_optional}


def field(name: str, kind: Any, languages: tuple[str, ...], relations: dict[str, str]) -> Field:
    """One field; `hint` is what the model says of the key."""
    hint = next((meta.description for meta in all_metas(kind) if meta.description), "")
    own = {"name": name, "label": name.replace("_", " ").capitalize()}
    if hint:
        own["hint"] = hint
    bare = unwrap(kind)
    if name in relations:
        return {**own, **relation(relations[name], is_list=get_origin(bare) is tuple)}
    if get_origin(bare) is tuple:
        return {**own, **listed(get_args(bare)[0], languages, relations)}
    if get_origin(bare) is dict:
        item = {"widget": "list", "required": False, "collapsed": True}
        names = [{**item, "name": code, "label": code} for code in languages]
        return {**own, "widget": "object", "collapsed": True, "fields": names}
    if is_dataclass(bare) and isinstance(bare, type):
        inner = list(fields(bare, languages, relations=relations, is_optional=True))
        return {**own, "widget": "object", "collapsed": True, "fields": inner}
    return {**own, **single(name, kind, bare)}


def listed(item: Any, languages: tuple[str, ...], relations: dict[str, str]) -> Field:
    bare = unwrap(item)
    if is_dataclass(bare) and isinstance(bare, type):
        inner = list(fields(bare, languages, relations=relations))
        # Without a default the form would begin with an item, made of the defaults within.
        return {"widget": "list", "collapsed": True, "default": [], "fields": inner}
    one = {"name": "item", "label": "Item", **single("item", item, bare)}
    return {"widget": "list", "collapsed": True, "field": one}


def single(name: str, kind: Any, bare: Any) -> Field:
    """A field for one value."""
    if get_origin(bare) is Literal:
        return {"widget": "select", "options": list(get_args(bare))}
    if bare is bool:
        return {"widget": "boolean", "default": False}
    if bare is float:
        bounds = next(meta for meta in all_metas(kind) if meta.ge is not None)
        return {
            "widget": "number", "value_type": "float", "step": 0.0001,
            "min": bounds.ge, "max": bounds.le,
        }  # fmt: skip
    if name == "added":  # today, unless the curator says otherwise; no other day is
        return {
            "widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD",
            "time_format": False, "default": "{{now}}",
        }  # fmt: skip
    widget = {"widget": "text" if Lines in alternatives(kind) else "string"}
    pattern = PATTERNS.get(bare) or pattern_of(kind)
    return {**widget, "pattern": list(pattern)} if pattern else widget


def pattern_of(kind: Any) -> tuple[str, str] | None:
    """The pattern of an annotated type and what to write, as `inv check` says it. For a line or
    a text the widget is enough."""
    named = [one for one in alternatives(kind) if REMEDIES[one] not in PLAIN]
    if not named:
        return None
    pattern = next(meta.pattern for meta in all_metas(named[0]) if meta.pattern)
    return pattern, REMEDIES[named[0]]


PLAIN = frozenset({"write one line of text, not empty", "write some text, or remove the key"})


def relation(kind: str, *, is_list: bool) -> Field:
    """A choice among the records of a kind, by any of their names."""
    assert kind in KINDS
    return {
        "widget": "relation",
        "collection": kind,
        "value_field": "{{slug}}",
        "search_fields": ["heading", "variants.*"],
        "display_fields": ["heading"],
        "options_length": 50,
        **({"multiple": True} if is_list else {}),
    }
