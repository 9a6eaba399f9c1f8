"""Less looking for garbage while a build runs.

Nearly all that a build lets go of is freed at once, because nothing refers to it any more. The
collector looks for what refers to itself, again and again through all that is kept: a tenth of
a build's time. It still looks, now and then. When Python ends it would look through all that is
left, which the system takes back anyhow.
"""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (3_000_000, 50, 100)


def collect_seldom() -> None:
    gc.set_threshold(*SELDOM)


def collect_seldom_to_the_end() -> None:
    """For a process that does nothing after the build."""
    collect_seldom()
    atexit.register(gc.freeze)


@contextmanager
def seldom_collected() -> Iterator[None]:
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
