"""Which addresses are asked now: never asked before oldest, and what is uncertain each day."""

from collections.abc import Iterable, Mapping
from datetime import date

from .answers import MISSING, UNSURE
from .state import Known


def due(urls: Iterable[str], known: Mapping[str, Known], today: date, older_than: int) -> list[str]:
    """In the order in which they are asked; `older_than` 0 asks all, today's too."""
    found = [url for url in urls if is_due(known.get(url), today, older_than)]
    return sorted(found, key=lambda url: (known[url].day if url in known else date.min, url))


def is_due(known: Known | None, today: date, older_than: int) -> bool:
    if known is None or older_than <= 0:
        return True
    # A second day tells whether it is gone, and a trouble may have passed.
    days = 1 if known.found in (MISSING, UNSURE) and not known.is_gone else older_than
    return (today - known.day).days >= days
