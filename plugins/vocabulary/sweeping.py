"""Every mention of some records or files, replaced by what they are called now."""

from collections.abc import Callable, Mapping
from functools import partial

from ..archive.model import AUTHORITIES, FrontMatter
from ..archive.problems import Problem
from .holdings import Holdings, Plan, RefusedError, record_path
from .links import TangledLinkError, repoint
from .sheet import Sheet, StubbornError

ARTICLE_KEYS = tuple(FrontMatter.__dataclass_fields__)
RECORD_KEYS = {kind: tuple(cls.__dataclass_fields__) for kind, cls in AUTHORITIES.items()}


def sweep(
    holdings: Holdings, plan: Plan, kind: str, new: Mapping[str, str], leave: set[str]
) -> None:
    """Write `new` ids in place of those that records of a kind had, in all files that mention
    one, besides those that are edited apart from this. What can't be edited is told at once."""
    moved = {record_path(kind, old): record_path(kind, id_) for old, id_ in new.items()}
    files = [old.rpartition("/")[2] for old in moved]
    found = list(holdings.mentions(new, files, kind))
    refused: list[Problem] = []
    for path in found:
        if path in leave:
            continue
        try:
            edit(holdings, plan, path, partial(renamed, path=path, kind=kind, new=new, moved=moved))
        except RefusedError as error:
            refused += error.problems
    if refused:
        raise RefusedError(*refused)


def edit(holdings: Holdings, plan: Plan, path: str, change: Callable[[Sheet], Sheet]) -> None:
    """Note what becomes of one file. Raises RefusedError."""
    sheet = holdings.sheet(path)
    plan.add(path, sheet.data, attempt(holdings, path, sheet, change).data)


def attempt(holdings: Holdings, path: str, sheet: Sheet, change: Callable[[Sheet], Sheet]) -> Sheet:
    """A changed sheet; where it can't be changed, RefusedError with the line."""
    try:
        return change(sheet)
    except StubbornError as error:
        problem = holdings.problem(path, "not-edited", error.message, error.line)
    except TangledLinkError as error:
        above, _, _ = sheet.text.partition(error.link)
        message = f"the link {error.link} is written in an unusual way; change it by hand"
        problem = holdings.problem(path, "not-edited", message, above.count("\n") + 1)
    raise RefusedError(problem)


def renamed(
    sheet: Sheet, path: str, kind: str, new: Mapping[str, str], moved: Mapping[str, str]
) -> Sheet:
    """A file that may mention records, by what these are called now."""
    if path.startswith("authorities/"):
        sheet = sheet.substitute(("see_also",), new)
        return sheet.substitute(("broader",), new) if kind == "tags" else sheet
    if path.startswith("articles/"):
        sheet = sheet.substitute(("source" if kind == "sources" else kind,), new)
    return relinked(sheet, path, path, moved)


def relinked(sheet: Sheet, here: str, now: str, moved: Mapping[str, str]) -> Sheet:
    """The text below with its links pointed anew, if it can have any that lead to those."""
    names = {old.rpartition("/")[2] for old in moved}
    if here == now and not any(name in sheet.body for name in names):
        return sheet
    body = repoint(sheet.body, here, now, moved)
    return sheet.with_body(body) if body != sheet.body else sheet
