"""A change as a diff, in the form that git has."""

from collections.abc import Iterator
from difflib import unified_diff

from .holdings import Change, Plan

NO_END = "\x00"  # marks a last line that has no end; no content file holds this sign
COLOURS = {"+": "32", "-": "31", "@": "36"}


def diff(plan: Plan, root: str) -> Iterator[str]:
    """The lines of the diff; `root` is the content folder's name."""
    for change in sorted(plan.changes, key=lambda change: change.path):
        before, after = f"{root}/{change.was or change.path}", f"{root}/{change.path}"
        yield f"diff --git a/{before} b/{after}"
        if change.was:
            yield f"rename from {before}"
            yield f"rename to {after}"
        elif change.after is None:
            yield "deleted file"
        yield from rows(change, before, after)


def rows(change: Change, before: str, after: str) -> Iterator[str]:
    old, new = lines(change.before), lines(change.after)
    name = "/dev/null" if change.after is None else f"b/{after}"
    for row in unified_diff(old, new, f"a/{before}", name, lineterm=""):
        yield row.removesuffix(NO_END)
        if row.endswith(NO_END):
            yield "\\ No newline at end of file"


def lines(data: bytes | None) -> list[str]:
    """Lines without their ends; a last one that has none is marked."""
    text = (data or b"").decode("utf-8", "replace")
    found = [row.removesuffix("\r") for row in text.split("\n")]
    last = found.pop()
    return [*found, f"{last}{NO_END}"] if last else found


def coloured(row: str) -> str:
    colour = COLOURS.get(row[:1])
    if row.startswith(("diff ", "rename ", "deleted ", "--- ", "+++ ")):
        return f"\x1b[1m{row}\x1b[0m"
    return f"\x1b[{colour}m{row}\x1b[0m" if colour else row


def summary(plan: Plan) -> str:
    """How many files change how: 1 renamed, 1 removed, 12 changed."""
    renamed = sum(1 for change in plan.changes if change.was)
    gone = sum(1 for change in plan.changes if change.after is None)
    counts = (
        (renamed, "renamed"),
        (gone, "removed"),
        (len(plan.changes) - renamed - gone, "changed"),
    )
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    files = "1 file" if len(plan.changes) == 1 else f"{len(plan.changes)} files"
    return f"{files}: {told}"
