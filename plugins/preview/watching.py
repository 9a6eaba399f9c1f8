"""What was saved, as far as it matters: files come together that were saved together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from watchfiles import Change, DefaultFilter, watch

# Milliseconds: an editor writes a file in several strokes, git many files.
LONGEST, PAUSE = 400, 40
LOOK = 200  # milliseconds: how soon the end is noticed


@dataclass(frozen=True, slots=True)
class Saved:
    """Files that were saved together; `is_code` if any of them is part of the program."""

    paths: tuple[Path, ...]
    is_code: bool


class OfTheSite(DefaultFilter):
    """What hides, and what editors leave while they write, is no content."""

    def __call__(self, change: Change, path: str) -> bool:
        name = Path(path).name
        passing = name.startswith((".", "#", "~")) or name.endswith(("~", ".part", ".tmp"))
        return super().__call__(change, path) and not passing and name != "4913"


def saved(content: tuple[Path, ...], code: tuple[Path, ...], stop: Event) -> Iterator[Saved]:
    """All that is saved under these paths until `stop`. Folders that aren't there are left out.

    The first one says that watching has begun, and may be of no file: what is saved from then on
    is not missed.
    """
    has_begun = False
    for changes in watch(
        *(path for path in (*content, *code) if path.exists()),
        watch_filter=OfTheSite(),
        debounce=LONGEST,
        step=PAUSE,
        stop_event=stop,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        paths = tuple(sorted(Path(path) for _, path in changes))
        if paths or not has_begun:
            yield Saved(paths, any(is_below(path, code) for path in paths))
        has_begun = True


def is_below(path: Path, folders: tuple[Path, ...]) -> bool:
    return any(path == folder or folder in path.parents for folder in folders)
