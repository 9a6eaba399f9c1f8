"""Which reader takes which capture. A reader is a function of text that returns a Reading."""

from collections.abc import Callable

from ..archive.problems import Problem
from .loading import Loaded, fault
from .pasted import read_pasted
from .reading import Reading

Reader = Callable[[str, Callable[[str], str | None]], Reading]
READERS: dict[str, Reader] = {"": read_pasted, ".txt": read_pasted, ".text": read_pasted}
MARKUP = ("<!doctype html", "<html", "<?xml", "mime-version:", "from: <saved by", "warc/")


def reader_of(capture: Loaded) -> Reader | Problem:
    """The reader for a capture, by its name's ending and its first words."""
    ending = capture.path.suffix.lower()
    reader = READERS.get(ending)
    if reader is None or capture.text.lstrip()[:40].lower().startswith(MARKUP):
        return fault(
            capture.path,
            1,
            "unknown-capture",
            "only plain text can be read so far; paste the page's text into a .txt file",
        )
    return reader
