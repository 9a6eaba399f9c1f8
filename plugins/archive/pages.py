"""A file of the site: where it stands and what makes it.

`make` is a module-level function or a `functools.partial` of one, so that it can be sent
to a worker process; it is called only when the file has to be written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .library import Library
    from .site import Site

View = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Page:
    """An HTML page: `make` gives its template what it shows."""

    path: str
    template: str
    make: "Callable[[Library, Site], View]"


@dataclass(frozen=True, slots=True)
class File:
    """Any other file: `make` gives its bytes. Without any, the file is not written."""

    path: str
    make: "Callable[[Library, Site], bytes]"
