"""Whether a text can be rendered at all, asked before anything relies on it.

Python-Markdown takes time that grows with the square of some texts (runs of `[`, its issue
798) and runs out of stack on others. Such a text is refused by name, not waited for.
"""

import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .body import render

SECONDS = 5.0  # of this process's own time, so that a busy machine refuses nothing more
SPARE_FRAMES = 200  # the build renders from deeper down than the check does
MARKERS = r"(?:[ \t]*(?:>|(?:[-+*:]|[0-9]+[.)])[ \t])){%d}"
# A line of dashes or asterisks only is a rule, however long.
NESTED = re.compile(r"^(?!(?:[-*][ \t]*)+$)" + MARKERS % 20, re.MULTILINE)
ODD = re.compile(f"^(?:{MARKERS % 8}|(?: {{4}}|\\t){{8}})", re.MULTILINE)


class TimeIsUp(BaseException):
    """Raised from outside, wherever the work happens to be."""


def fault_of(text: str, path: str) -> str | None:
    """Why the text of content file `path` can't be rendered, or None."""
    is_odd = ODD.search(text) is not None
    if is_odd and NESTED.search(text):
        return "lists or quotations stand over 20 levels deep in one line; write fewer"
    if not is_odd and is_ordinary(text):
        return None
    try:
        with time_limit(SECONDS), spare_frames(SPARE_FRAMES):
            render(text, path)
    except TimeIsUp:
        return f"it takes over {SECONDS:g} seconds to set; remove runs of brackets, or split it"
    except RecursionError:
        return "it is nested too deeply, or one list of definitions is too long; break it up"
    return None


def is_ordinary(text: str) -> bool:
    """Short, and of few signs that may open something: then no trial is needed."""
    return (
        len(text) <= 20_000
        and all(text.count(sign) <= 100 for sign in "[<*_`|&")
        and text.count("\n:") <= 40
    )


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeIsUp after so much processor time; where no timer can be had, don't."""
    if threading.current_thread() is not threading.main_thread() or sys.platform == "win32":
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGVTALRM, stop)
    # Again and again: raised in a callback or a destructor it would be lost.
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def spare_frames(frames: int) -> Iterator[None]:
    """Less stack than there is, so that what passes here passes from deeper down, too."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(limit - frames)
    try:
        yield
    finally:
        sys.setrecursionlimit(limit)
