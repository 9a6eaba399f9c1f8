"""Less looking for garbage while a build runs.

Nearly all that a build lets go of is freed at once, because nothing refers to it any more. The
collector looks for what refers to itself, again and again through all that is kept: a tenth of
a build's time. It still looks, now and then.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (200_000, 50, 100)


def collect_seldom() -> None:
    gc.set_threshold(*SELDOM)


@contextmanager
def seldom_collected() -> Iterator[None]:
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
