"""A page as it was saved, and why one can't be had."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

MOST_BYTES = 200_000_000  # of a file, and of what it holds when inflated
PAGE_BYTES = 20_000_000  # of one page's HTML
PICTURE_BYTES = 20_000_000  # of one picture; what `archive.content` allows
SAVE_AGAIN = "save or download it again"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """A page of a file.

    `address` and `captured` are what the file says, None if it doesn't. `container` is
    "html", "mhtml" or "warc"; `member` names the page within a file that may hold several.
    `data` are the bytes that `html` was read from. `pictures` are those the file holds, by
    the addresses under which a page may name them. `archived` is the address of a copy in a
    web archive, if that is where the page was saved. `notes` tell a reviewer what was doubtful.
    """

    html: str
    address: str | None
    captured: date | None
    container: str
    member: str = ""
    data: bytes = b""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    archived: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """The pages of a file, and what else it held that was passed over, with the reason."""

    pages: tuple[SavedPage, ...]
    notes: tuple[str, ...] = ()


class ContainerError(Exception):
    """A file that can't be read as what it is."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
