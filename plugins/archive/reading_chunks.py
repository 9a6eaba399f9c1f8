"""Articles read, checked and rendered some at a time, in this process or in others."""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .content import Content, read_file
from .handout import read_handout, write_handout
from .model import Authority
from .problems import Problem
from .rows import Rows, rows_of_all

SIZE = 50
AHEAD = 24  # chunks given out and not yet taken back: what is in flight stays small,
MOST = 96  # with those that were read here while an older one was waited for

Records = dict[str, dict[str, Authority]]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read some articles as if the whole folder lay before one."""

    folder: Path
    paths: set[str]
    images: set[str]
    captures: set[str]
    check: Callable[[Content], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some articles: what is wrong with them, or their rows, and the digest of each file."""

    problems: tuple[Problem, ...]
    rows: tuple[Rows, ...] = ()
    digests: tuple[tuple[str, bytes], ...] = ()


def here(
    reading: Reading,
    paths: Sequence[tuple[str, str]],
    db: sqlite3.Connection,
    records: Callable[[], Records],
) -> Iterator[Chunk]:
    for some in batches(paths):
        yield read_chunk(reading, some, db, records)


def read_chunk(
    reading: Reading,
    paths: Sequence[tuple[str, str]],
    db: sqlite3.Connection | None,
    records: Callable[[], Records],
) -> Chunk:
    """Read and check the articles at `paths` (path, kind); render those that are right."""
    content = Content(
        reading.folder, paths=reading.paths, images=reading.images, captures=reading.captures
    )
    for path, kind in paths:
        read_file(content, path.rstrip("/"), kind)
    problems = reading.check(content)
    if problems:
        # Said again with all names at hand: what a wrong id may have meant.
        content.authorities = records()
        return Chunk(reading.check(content))
    articles = [article for _, article in sorted(content.articles.items())]
    rows = rows_of_all(articles, lambda key: db is not None and has_body(db, key))
    return Chunk((), rows, tuple(content.digests.items()))


def has_body(db: sqlite3.Connection, key: bytes) -> bool:
    return db.execute("SELECT 1 FROM bodies WHERE key = ?", (key,)).fetchone() is not None


# Workers


@contextmanager
def elsewhere(
    executor: Executor,
    cache: Path,
    reading: Reading,
    paths: Sequence[tuple[str, str]],
    records: Callable[[], Records],
) -> Iterator[Iterator[Chunk]]:
    """Chunks in order, read by the workers of `executor`, who begin at once, and here as long as
    the next one is not there."""
    handout = write_handout(cache, reading)
    left = batches(paths)
    waiting: deque[Turn] = deque()

    def submit() -> None:
        for some in islice(left, 1):
            waiting.append(Turn(some, executor.submit(read_in_worker, handout, some)))

    def help_out() -> bool:
        """Read the next chunk that nobody has begun; False where there is none."""
        for turn in waiting:
            if turn.chunk is None and turn.future.cancel():
                turn.chunk = read_chunk(reading, turn.paths, None, records)
                submit()
                return True
        return False

    def chunks() -> Iterator[Chunk]:
        while waiting:
            first = waiting[0]
            while first.chunk is None and not first.future.done() and len(waiting) < MOST:
                if not help_out():
                    break
            waiting.popleft()
            chunk = first.chunk or first.future.result()
            submit()
            # Workers don't have the names that a wrong id is compared with.
            yield read_chunk(reading, first.paths, None, records) if chunk.problems else chunk

    try:
        for _ in range(AHEAD):
            submit()
        yield chunks()
    finally:
        for turn in waiting:
            turn.future.cancel()
        handout.unlink(missing_ok=True)


@dataclass(slots=True)
class Turn:
    """A chunk that was given out, or read here meanwhile."""

    paths: list[tuple[str, str]]
    future: Future[Chunk]
    chunk: Chunk | None = None


def read_in_worker(handout: Path, paths: Sequence[tuple[str, str]]) -> Chunk:
    # Without the store's texts: another process is writing there.
    return read_chunk(read_handout(handout), paths, None, dict)


def batches(paths: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    left = iter(paths)
    while some := list(islice(left, SIZE)):
        yield some
