"""YAML values into records of the model; every fault becomes a Problem with its line."""

import types
from collections.abc import Hashable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from .days import Moment, Span
from .frontmatter import Path, Value
from .model import (
    Address,
    Domain,
    FileName,
    FormerId,
    Language,
    Line,
    Lines,
    Sha256,
    Url,
    Wikidata,
    Zone,
)

Record = TypeVar("Record", bound=Hashable)
Fault = tuple[Path, str, str]  # where, code, message

# What to write instead, for the types that a pattern describes.
REMEDIES = {
    Wikidata: "write the identifier as Q58217",
    Zone: "write an IANA time zone such as Asia/Kolkata",
    Domain: "write a domain such as livemint.com",
    Url: "write a full address that begins with http:// or https://",
    Sha256: "write the 64 hexadecimal digits of the SHA-256 digest",
    Language: "write a language code such as en, hi or pt-BR",
    Line: "write one line of text, not empty",
    Lines: "write some text, or remove the key",
    FormerId: "write an id in small letters, digits and single hyphens, not index",
    Address: "write an older address as articles/2021/name.html",
    FileName: "write a file name of letters, digits, dots, dashes and underscores",
}


def custom(kind: type, value: object) -> object:
    """msgspec's hook for the two types that it doesn't know."""
    if kind not in (Moment, Span):
        raise NotImplementedError(kind)
    if not isinstance(value, str):
        raise ValueError("write one date here, not a list or a mapping")
    return kind.parse(value)


def read_record(cls: type[Record], values: dict[str, Value]) -> tuple[Record | None, list[Fault]]:
    """Make a `cls` of `values`, or say everything that is wrong with them.

    The common case is one call; what fails is walked key by key. msgspec passes over
    unknown keys of a dataclass, so values with mappings inside are always walked.
    """
    flat = values.keys() <= keys(cls).keys() and not any(map(has_mapping, values.values()))
    found = [] if flat else list(faults(cls, values, ()))
    if found:
        return None, found
    given = {key: value for key, value in values.items() if value is not None}
    try:
        return msgspec.convert(given, cls, strict=False, dec_hook=custom), []
    except (msgspec.ValidationError, ValueError) as error:
        found = list(faults(cls, values, ()))
        return None, found or [((), "bad-value", str(error))]


def has_mapping(value: Value) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and any(isinstance(item, dict) for item in value)
    )


@cache
def keys(cls: type) -> dict[str, tuple[Any, bool]]:
    """The declared keys of a record class: type, and whether it must be given."""
    hints = get_type_hints(cls, include_extras=True)
    return {field.name: (hints[field.name], required(field)) for field in fields(cls)}


def required(field: "Field[Any]") -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def faults(cls: type, values: Value, path: Path) -> Iterator[Fault]:
    if not isinstance(values, dict):
        yield path, "bad-value", f"write `key: value` lines: {', '.join(keys(cls))}"
        return
    known = keys(cls)
    for key, value in values.items():
        if key not in known:
            yield (*path, key), "unknown-key", unknown(key, list(known))
        elif value is None and known[key][1]:
            yield (*path, key), f"missing-{key}", f"`{key}` is empty; fill it in"
        elif value is not None:
            yield from value_faults(known[key][0], value, (*path, key))
    for key, (_, needed) in known.items():
        if needed and key not in values:
            yield path, f"missing-{key}", f"`{key}` is missing; add it"


def unknown(key: str, known: list[str]) -> str:
    near = get_close_matches(key.lower(), known, n=1, cutoff=0.5)
    remedy = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(known)}"
    return f"unknown key `{key}`; {remedy}"


def value_faults(kind: Any, value: Value, path: Path) -> Iterator[Fault]:
    """The faults of one value; a list is gone through item by item."""
    bare = unwrap(kind)
    origin = get_origin(bare)
    if origin is tuple:
        if not isinstance(value, list):
            yield path, "bad-value", "write a list here, one item a line after a dash"
            return
        for index, item in enumerate(value):
            if item is None:
                yield (*path, index), "bad-value", "this item is empty; fill it in or remove it"
            else:
                yield from value_faults(get_args(bare)[0], item, (*path, index))
        yield from scalar_faults(kind, value, path, only_length=True)
    elif origin is dict:
        if not isinstance(value, dict):
            yield path, "bad-value", "write `key: value` lines here"
            return
        for key, item in value.items():
            yield from value_faults(get_args(bare)[0], key, (*path, key))
            yield from value_faults(get_args(bare)[1], item, (*path, key))
    elif is_dataclass(bare) and isinstance(bare, type):
        yield from faults(bare, value, path)
    else:
        yield from scalar_faults(kind, value, path)


def scalar_faults(
    kind: Any, value: Value, path: Path, *, only_length: bool = False
) -> Iterator[Fault]:
    if only_length:
        limit = next((m.max_length for m in metas(kind) if m.max_length is not None), None)
        if isinstance(value, list) and limit is not None and len(value) > limit:
            yield path, "too-many", f"{len(value)} items; at most {limit} are allowed"
        return
    if value is None:
        yield path, "bad-value", "this is empty; fill it in or remove it"
        return
    try:
        msgspec.convert(value, kind, strict=False, dec_hook=custom)
    except (msgspec.ValidationError, ValueError) as error:
        yield path, *explain(kind, value, error)


def explain(kind: Any, value: Value, error: Exception) -> tuple[str, str]:
    """A code and a message in a curator's words."""
    bare = unwrap(kind)
    if not isinstance(value, str):
        return "bad-value", "write one value here, not a list or a mapping"
    limit = next((m.max_length for m in all_metas(kind) if m.max_length is not None), None)
    if limit is not None and len(value) > limit:
        return "too-long", f"{len(value)} characters; at most {limit} are allowed"
    shown = repr(value) if len(value) < 60 else "this value"
    if bare in (Moment, Span, date):
        return "bad-date", f"{shown} is no date; {date_remedy(bare, value, error)}"
    return "bad-value", f"{shown}: {remedy(kind, value, error)}"


def remedy(kind: Any, value: str, error: Exception) -> str:
    """What to write instead of a value that is no date."""
    bare = unwrap(kind)
    if not value.strip():
        return "this is empty; fill it in or remove it"
    if get_origin(bare) is Literal:
        choices = [str(choice) for choice in get_args(bare)]
        near = get_close_matches(value, choices, n=1, cutoff=0.6)
        return f"did you mean {near[0]}?" if near else f"write one of {', '.join(choices)}"
    if bare is bool:
        return "write true or false"
    if bare is float:
        bounds = next(m for m in all_metas(kind) if m.ge is not None)
        return f"write a number from {bounds.ge} to {bounds.le}"
    named = alternatives(kind)
    return REMEDIES[named[0]] if named else str(error).split(" - at")[0]


def date_remedy(bare: Any, value: str, error: Exception) -> str:
    if bare is date:
        try:
            date.fromisoformat(value)
        except ValueError as cause:
            return f"{plain_cause(cause)}write a day as 2021-04-06"
    try:
        bare.parse(value)
    except ValueError as cause:
        text = str(cause)
        return text if text.startswith(("write", "the range")) else f"{text}; mend it"
    return str(error)


def plain_cause(cause: ValueError) -> str:
    text = str(cause)
    return "" if "isoformat" in text else f"{text}; "


def unwrap(kind: Any) -> Any:
    """The bare type inside Annotated and `| None`."""
    if get_origin(kind) is Annotated:
        return unwrap(get_args(kind)[0])
    if get_origin(kind) in (Union, types.UnionType):
        return unwrap(next(arg for arg in get_args(kind) if arg is not type(None)))
    return kind


def metas(kind: Any) -> Iterator[msgspec.Meta]:
    if get_origin(kind) is Annotated:
        yield from (m for m in get_args(kind)[1:] if isinstance(m, msgspec.Meta))
        yield from metas(get_args(kind)[0])


def alternatives(kind: Any) -> list[Any]:
    """The annotated types that a declaration is made of, the bare ones left out.

    `Annotated[Url, Meta(description=...)]` is flattened by Python, so a type counts as
    `Url` when it carries the constraints of `Url`.
    """
    wanted = [m for m in all_metas(kind) if m.pattern or m.max_length]
    return [named for named in REMEDIES if set(all_patterns(named)) & {m.pattern for m in wanted}]


def all_metas(kind: Any) -> Iterator[msgspec.Meta]:
    if get_origin(kind) is Annotated:
        yield from (m for m in get_args(kind)[1:] if isinstance(m, msgspec.Meta))
    for arg in get_args(kind):
        if not isinstance(arg, msgspec.Meta | str):
            yield from all_metas(arg)


def all_patterns(kind: Any) -> list[str]:
    return [m.pattern for m in all_metas(kind) if m.pattern]
