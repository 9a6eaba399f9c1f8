"""What the commands do, one function each: the words of a command line to a plan, and made."""

from datetime import date

from ..archive.model import KINDS, SINGULAR
from . import merging, moving, renaming, withdrawing
from .desk import Desk, fail


def rename(desk: Desk, kind: str, old: str, new: str, heading: str = "") -> int:
    """`kind` is a folder of content/authorities/, or one of what is in it: tags, tag."""
    known = kind_of(kind)
    if known is None:
        return unknown_kind(kind)
    return desk.change(lambda holdings: renaming.rename(holdings, known, old, new, heading.strip()))


def merge(desk: Desk, kind: str, keep: str, others: str) -> int:
    """`others` are ids with commas or blanks between."""
    known = kind_of(kind)
    if known is None:
        return unknown_kind(kind)
    ids = others.replace(",", " ").split()
    return desk.change(lambda holdings: merging.merge(holdings, known, keep, ids))


def move(desk: Desk, article: str, new: str) -> int:
    return desk.change(lambda holdings: moving.move(holdings, article, new))


def withdraw(desk: Desk, article: str, reason: str, today: date, *, keep_text: bool = False) -> int:
    return desk.change(
        lambda holdings: withdrawing.withdraw(holdings, article, reason, today, keep_text=keep_text)
    )


def kind_of(word: str) -> str | None:
    """ "people" of people or person."""
    return next((kind for kind in KINDS if word in (kind, SINGULAR[kind])), None)


def unknown_kind(word: str) -> int:
    return fail(f"cuttings: {word}: no kind of record; write one of {', '.join(KINDS)}")
