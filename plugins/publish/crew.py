"""Files made by many processes: workers have some in hand, the rest of the plan waits.

What is in flight stays small, however large the site. Bundles are made by the process that
writes the store, because they keep what they find out for the next build; between two of their
files it sees to it that the workers have something to do. When it has no bundle left it takes its
share from the plan's other end: so it is one of the build's processes, and not one more, and each
has what it keeps between pages for rooms of its own. At last it makes what no worker has begun.
"""

import sqlite3
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from ..archive.handout import read_handout, write_handout
from ..archive.library import Library
from ..archive.pages import Bundle, File, Offer, Page
from ..archive.site import Site
from ..archive.store import connect
from .making import Made, Maker
from .render import Renderer
from .templates import Look

SIZE = 96  # offers a worker gets at once
AHEAD = 48  # such batches in flight for each worker: a bundle's first file may take a second


@dataclass(frozen=True, slots=True)
class Job:
    """What is needed to make any file of the site."""

    root: Path
    is_new: bool
    store: Path
    content: Path
    site: Site
    look: Look


def in_workers(
    executor: Executor, workers: int, job: Job, rooms: Iterable[Iterator[Offer]], maker: Maker
) -> Iterator[Made]:
    """Make what all rooms offer by `workers` of `executor` and by `maker`, bundles by `maker`; in
    no order."""
    handout = write_handout(job.store.parent, job)
    crew = Crew(executor, handout, deque(rooms), workers * AHEAD)
    try:
        crew.feed()
        while crew.waiting or crew.bundles:
            if crew.bundles:
                for made in maker.steps(crew.bundles.popleft()):
                    if made is not None:
                        yield made
                    yield from crew.finished()
            elif some := crew.share() or crew.taken_back():
                yield from maker.make_all(some)
                yield from crew.finished()
            else:
                yield from crew.finished(patient=True)
    finally:
        for future in crew.waiting:
            future.cancel()
        handout.unlink(missing_ok=True)


@dataclass(slots=True)
class Crew:
    """What the workers have in hand, in the order that it was given out, and the bundles that were
    met on the way."""

    executor: Executor
    handout: Path
    rooms: deque[Iterator[Offer]]
    most: int
    waiting: dict[Future[list[Made]], list[Page | File]] = field(default_factory=dict)
    ended: deque[Future[list[Made]]] = field(default_factory=deque)
    bundles: deque[Bundle] = field(default_factory=deque)

    def feed(self) -> None:
        while len(self.waiting) < self.most and self.rooms:
            if not (some := list(islice(self.rooms[0], SIZE))):
                self.rooms.popleft()
            elif rest := self.without_bundles(some):
                future = self.executor.submit(make_in_worker, self.handout, rest)
                self.waiting[future] = rest
                future.add_done_callback(self.ended.append)

    def share(self) -> list[Page | File]:
        """The next of the last room; nothing when all is given out."""
        while self.rooms:
            if not (some := list(islice(self.rooms[-1], SIZE))):
                self.rooms.pop()
            elif rest := self.without_bundles(some):
                return rest
        return []

    def without_bundles(self, offers: list[Offer]) -> list[Page | File]:
        """Of a whole site nothing is offered as gone."""
        self.bundles += [offer for offer in offers if isinstance(offer, Bundle)]
        return [offer for offer in offers if isinstance(offer, Page | File)]

    def taken_back(self) -> list[Page | File]:
        """What was given out last, unless a worker has begun with it; then nothing. Only when there
        is nothing else: a worker had better go on with what it has begun."""
        future = next(reversed(self.waiting), None)
        if future is None or not future.cancel():
            return []
        return self.waiting.pop(future)

    def finished(self, *, patient: bool = False) -> Iterator[Made]:
        """What has been made since; `patient` waits until something has."""
        if patient:
            wait(self.waiting, return_when=FIRST_COMPLETED)
        done = []
        while self.ended:
            future = self.ended.popleft()
            if self.waiting.pop(future, None) is not None:  # else it was taken back
                done.append(future)
        if done:
            self.feed()
        for future in done:
            yield from future.result()


class Open(threading.local):
    """What a worker has open, for the build that it works for. A thread's own: an executor may
    have threads instead of processes."""

    handout: Path | None = None
    maker: Maker
    db: sqlite3.Connection


_open = Open()


def make_in_worker(handout: Path, offers: Sequence[Page | File]) -> list[Made]:
    maker = maker_of(handout)
    return maker.make_all(offers)


def maker_of(handout: Path) -> Maker:
    """The worker's own Maker, kept for all its tasks of one build."""
    if _open.handout != handout:
        if _open.handout is not None:
            _open.db.close()
        job: Job = read_handout(handout)
        _open.db = connect(job.store, read_only=True)
        library = Library(_open.db, folder=job.content)
        renderer = Renderer.of(job.look, library, job.site, read_only=True)
        _open.maker = Maker(job.root, renderer, job.is_new)
        _open.handout = handout
    return _open.maker
