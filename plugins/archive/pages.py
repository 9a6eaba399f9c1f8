"""Files of the site: where they stand and what makes them.

`make` is a module-level function or a `functools.partial` of one, so that it can be sent
to a worker process; it is called only when the file may have to be written. `why` is the
reason for that, for whoever asks (`inv build --explain`): in words of `Changes.why` where
changes lead to the file, empty where all of the site is looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
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
    why: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class File:
    """Any other file: `make` gives its bytes. Without any, the file is not written."""

    path: str
    make: "Callable[[Library, Site], bytes]"
    why: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files under one folder that come into being together: `make` gives (path, bytes) of each.

    `key` stands for all that they are made from; the same key means the same files.
    """

    folder: str
    key: bytes
    make: "Callable[[Library, Site], Iterator[tuple[str, bytes]]]"
    why: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Gone:
    """A file or, with a slash at its end, a folder that is no longer part of the site."""

    path: str
    why: str = field(default="", compare=False)


Offer = Page | File | Bundle | Gone
