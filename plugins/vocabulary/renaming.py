"""Another id for a record: its file's name, and every mention."""

from ..archive.authorities import fold
from ..archive.model import SINGULAR, Authority
from .holdings import Holdings, Plan, RefusedError, is_id, record_path
from .sheet import Sheet
from .sweeping import RECORD_KEYS, attempt, sweep


def rename(holdings: Holdings, kind: str, old: str, new: str, heading: str = "") -> Plan:
    """The change that gives the record `old` the id `new`, and a heading if there is one. Where
    that was done, mentions of `old` that came since are all that is left."""
    plan = Plan(
        subject=f"Rename the {SINGULAR[kind]} {old} to {new}",
        nothing=f"{kind}/{old} is {new} everywhere; nothing was changed",
        kinds=(kind,),
    )
    records = holdings.records(kind)
    here, there = record_path(kind, old), record_path(kind, new)
    again = here not in holdings.names and new in records and old in records[new].former
    if not again:
        holdings.record(kind, old, records)
        refuse_id(holdings, kind, old, new)
    path = there if again else here
    sheet = holdings.sheet(path)
    after = attempt(
        holdings, path, sheet, lambda sheet: relabelled(sheet, plan, kind, old, new, heading)
    )
    if not again and not holdings.has(there, after.data):
        refuse_taken(holdings, kind, old, new, records)
    plan.add(there, sheet.data, after.data, "" if again else here)
    sweep(holdings, plan, kind, {old: new}, {path})
    return plan


def refuse_id(holdings: Holdings, kind: str, old: str, new: str) -> None:
    if not is_id(new):
        message = f'"{new}" is no id; write small letters, digits and single hyphens'
        raise RefusedError(holdings.problem(record_path(kind, old), "bad-id", message))


def refuse_taken(
    holdings: Holdings, kind: str, old: str, new: str, records: dict[str, Authority]
) -> None:
    path = record_path(kind, new)
    if path in holdings.names:
        message = f"there is such a record already; `inv merge {kind} {new} {old}` makes them one"
        raise RefusedError(holdings.problem(path, "id-taken", message))
    for id_, record in sorted(records.items()):
        if new in record.former and id_ != old:
            message = f"{kind}/{new}.html leads to this record; choose another id"
            raise RefusedError(holdings.problem(record_path(kind, id_), "id-taken", message))


def relabelled(sheet: Sheet, plan: Plan, kind: str, old: str, new: str, heading: str) -> Sheet:
    """The record's own file: the old id, and the old heading as a variant."""
    order = RECORD_KEYS[kind]
    former = sheet.values.get("former")
    known = former if isinstance(former, list) else []
    if new in known and old not in known:
        sheet = sheet.substitute(("former",), {new: old})
    elif old not in known:
        sheet = sheet.append(("former",), [old], order)
    before = str(sheet.values.get("heading"))
    if not heading or heading == before:
        return sheet
    variants = sheet.values.get("variants")
    others = variants if isinstance(variants, list) else []
    sheet = sheet.set(("heading",), heading)
    if heading in others:
        sheet = sheet.set(("variants", others.index(heading)), before)
    elif fold(before) not in {fold(str(name)) for name in (heading, *others)}:
        sheet = sheet.append(("variants",), [before], order)
    if sort := sheet.values.get("sort"):
        plan.notes.append(
            f'`sort` is still "{sort}"; correct it if the new heading files otherwise'
        )
    return sheet
