"""Several records of one person, place, organisation, source or tag, made one.

The kept record gets what it lacks: names, names in other scripts, related records, and each
single value that it has none of. Where both say something else, the kept one's word stands,
and the other is told so that nothing is lost unseen.
"""

from collections.abc import Iterable, Sequence

from ..archive.authorities import fold
from ..archive.frontmatter import Value
from ..archive.model import SINGULAR
from .holdings import Holdings, Plan, RefusedError, record_path
from .sheet import Sheet
from .sweeping import RECORD_KEYS, attempt, sweep

LISTS = ("variants", "scripts", "see_also", "former", "domains")
# They stand for what is called by its own name: with another heading they say nothing.
OWN = ("heading", "sort")


def merge(holdings: Holdings, kind: str, keep: str, others: Sequence[str]) -> Plan:
    """The change that makes the records `others` one with `keep`. Where that was done for some,
    mentions that came since are all that is left of them."""
    plan = Plan(
        subject=f"Merge the {SINGULAR[kind]} {', '.join(others)} into {keep}",
        nothing=f"{', '.join(others)}: merged into {kind}/{keep} before; nothing was changed",
        kinds=(kind,),
    )
    records = holdings.records(kind)
    holdings.record(kind, keep, records)
    if not others or keep in others or len(set(others)) < len(others):
        message = "name the record that is kept, then each other one once"
        raise RefusedError(holdings.problem(record_path(kind, keep), "bad-id", message))
    known: Iterable[str] = records[keep].former if keep in records else ()
    for other in others:
        if other not in known or record_path(kind, other) in holdings.names:
            holdings.record(kind, other, records)
    there = [other for other in others if record_path(kind, other) in holdings.names]
    path, sheet = record_path(kind, keep), holdings.sheet(record_path(kind, keep))
    sheets = {other: holdings.sheet(record_path(kind, other)) for other in there}
    after = attempt(
        holdings, path, sheet, lambda sheet: united(sheet, plan, kind, keep, sheets, others)
    )
    plan.add(path, sheet.data, after.data)
    for other, gone in sheets.items():
        plan.add(record_path(kind, other), gone.data, None)
    leave = {path, *(record_path(kind, other) for other in there)}
    sweep(holdings, plan, kind, dict.fromkeys(others, keep), leave)
    return plan


def united(
    sheet: Sheet,
    plan: Plan,
    kind: str,
    keep: str,
    sheets: dict[str, Sheet],
    others: Sequence[str],
) -> Sheet:
    """The kept record's file."""
    sheet = sheet.substitute(("see_also",), {}, without=[keep, *others])
    above = without_circle(sheet, keep, sheets)
    if above != sheet.values.get("broader"):
        sheet = sheet.set(("broader",), above) if above else sheet.remove(("broader",))
    for other, from_ in sheets.items():
        sheet = taken_over(sheet, plan, kind, keep, other, from_.values, others)
    return sheet


def without_circle(sheet: Sheet, keep: str, sheets: dict[str, Sheet]) -> str:
    """The wider tag, where that is one of those that are merged: then it is the one above it."""
    above = str(sheet.values.get("broader") or "")
    for _ in sheets:
        if above in sheets:
            above = str(sheets[above].values.get("broader") or "")
    return "" if above == keep else above


def taken_over(
    sheet: Sheet,
    plan: Plan,
    kind: str,
    keep: str,
    other: str,
    values: dict[str, Value],
    gone: Sequence[str],
) -> Sheet:
    """The kept record with what another says besides."""
    order = RECORD_KEYS[kind]
    names = [str(values.get("heading") or ""), *texts(values.get("variants"))]
    sheet = sheet.append(("variants",), new_names(sheet.values, names), order)
    scripts = values.get("scripts")
    for lang, forms in (scripts if isinstance(scripts, dict) else {}).items():
        fresh = new_names(sheet.values, texts(forms))
        if fresh and isinstance(sheet.values.get("scripts"), dict):
            sheet = sheet.append(("scripts", lang), fresh)
        elif fresh:
            sheet = sheet.set(("scripts",), {lang: fresh}, order)
    related = [ref for ref in texts(values.get("see_also")) if ref not in (keep, *gone)]
    for key, more in (
        ("see_also", related),
        ("former", [other, *texts(values.get("former"))]),
        ("domains", texts(values.get("domains"))),
    ):
        there = texts(sheet.values.get(key))
        sheet = sheet.append((key,), [text for text in more if text not in there], order)
    is_placed = bool({"lat", "lon"} & sheet.values.keys())
    for key in order:
        mine, theirs = sheet.values.get(key), values.get(key)
        if key in (*LISTS, *OWN) or not isinstance(theirs, str) or theirs == mine:
            continue
        if key == "broader" and theirs in (keep, *gone):
            continue
        if mine is None and not (is_placed and key in ("lat", "lon")):
            sheet = sheet.set((key,), theirs, order)
        else:
            plan.notes.append(f"`{key}` stays {shown(mine)}; {other} had {shown(theirs)}")
    return sheet


def new_names(values: dict[str, Value], names: Iterable[str]) -> list[str]:
    """Those that a record doesn't have, in whatever spelling of case and accents."""
    scripts = values.get("scripts")
    forms = scripts.values() if isinstance(scripts, dict) else ()
    there = [str(values.get("heading")), *texts(values.get("variants"))]
    known = {fold(name) for name in (*there, *(text for part in forms for text in texts(part)))}
    found = []
    for name in names:
        if name and fold(name) not in known:
            known.add(fold(name))
            found.append(name)
    return found


def texts(value: Value) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def shown(value: Value) -> str:
    return f'"{value}"' if value is not None else "empty"
