"""What a reader of captures makes of one; the same for every kind of capture."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .clock import Stamp
from .ledger import Ledger
from .lines import Removed
from .marks import Mark
from .pictures import Coming
from .units import Unit


@dataclass(slots=True)
class Reading:
    """Claims on a capture's lines, the stamps in it, and how far the reading has come.

    `known` says of a name in a metadata line, or of an address, what it is if it is no
    author: "dateline", "name of the source", "source_url".
    """

    ledger: Ledger
    known: Callable[[str], str | None]
    removed: tuple[Removed, ...] = ()
    stamps: list[Stamp] = field(default_factory=list)
    forbidden: list[bool] = field(default_factory=list)  # an image each: no archives?
    units: list[Unit] = field(default_factory=list)
    title: int = -1  # the unit of the headline
    paragraphs: int = 0
    highlights: int = 0
    authors: list[str] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)  # of paragraphs
    where: dict[tuple[str, int], str] = field(default_factory=dict)  # a value's place in a page
    lang: str | None = None  # as a page says, if that isn't English
    notes: list[str] = field(default_factory=list)  # for the reviewer
    figures: list[object] = field(default_factory=list)  # what each image stands in
    pictures: dict[int, Coming] = field(default_factory=dict)  # images whose files come in
    shown: int | None = None  # lines that a page shows; those after it are its metadata
