"""Who makes what when there are workers: they, or the process that gives out the work."""

from concurrent.futures import Executor, Future
from functools import partial
from pathlib import Path
from threading import Timer

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.archive.pages import Bundle, File
from plugins.archive.site import Site
from plugins.publish.crew import AHEAD, SIZE, Job, in_workers
from plugins.publish.making import Made, Maker
from plugins.publish.render import Renderer
from plugins.publish.templates import Look
from tests.building import GOOD, ROOT
from tests.sites import SITE

LOOK = Look(theme=ROOT / "theme", options={"autoescape": True})
BATCHES = 2 * AHEAD
LAST = (BATCHES - 4) * SIZE  # where the last room begins
BUNDLES = {"search/", "other/"}


class Waiting(Executor):
    """Workers who are still on their way. `begun` batches were begun all the same, by one who
    takes a while."""

    def __init__(self, begun: int = 0) -> None:
        self.begun = begun
        self.given: list[Future[list[Made]]] = []

    def submit(self, _work, _handout, offers):
        future = Future()
        self.given.append(future)
        if len(self.given) <= self.begun:
            future.set_running_or_notify_cancel()
            Timer(0.2, future.set_result, [[theirs(offer) for offer in offers]]).start()
        return future


def theirs(offer: File) -> Made:
    return Made(offer.path, b"", written=True, why="a worker")


def a_file(number: int, _library: Library, _site: Site) -> bytes:
    return str(number).encode()


def two_files(_library: Library, _site: Site):
    yield "search/a.js", b"a"
    yield "search/b.js", b"b"


def no_files(_library: Library, _site: Site):
    yield from ()


@pytest.fixture
def made(tmp_path: Path):
    """What comes of a long plan in three rooms, by path."""
    root, cache = tmp_path / "site", tmp_path / "cache"
    root.mkdir()
    cache.mkdir()
    library = Library.of(read_content(GOOD))
    job = Job(root, True, cache / "store.sqlite", GOOD, SITE, LOOK)  # new
    maker = Maker(root, Renderer.of(LOOK, library, SITE), is_new=True)
    offers = [File(f"{number}.txt", partial(a_file, number)) for number in range(BATCHES * SIZE)]
    plan = [
        [*offers[:SIZE], Bundle("search/", b"key", two_files), *offers[SIZE : 2 * SIZE]],
        offers[2 * SIZE : LAST],
        [*offers[LAST:], Bundle("other/", b"key", no_files)],
    ]

    def made(executor: Executor) -> dict[str, Made]:
        found = list(in_workers(executor, 1, job, map(iter, plan), maker))
        assert len(found) == sum(map(len, plan)), "each once"
        assert not list(cache.iterdir())
        return {one.path: one for one in found}

    made.root = root
    return made


def test_what_no_worker_begins_is_made_here(made):
    found = made(Waiting())
    assert found.keys() == {*BUNDLES, *(f"{n}.txt" for n in range(BATCHES * SIZE))}
    assert (made.root / "search/b.js").read_bytes() == b"b"
    assert {path.name for path in made.root.glob("*.txt")} == found.keys() - BUNDLES


def test_what_a_worker_has_begun_is_waited_for_and_made_once(made):
    workers = Waiting(begun=2)
    found = made(workers)
    by_workers = {path for path, one in found.items() if one.why == "a worker"}
    assert len(by_workers) == sum(1 for one in workers.given[:2] for _ in one.result())
    assert not [path for path in by_workers if (made.root / path).exists()]
    assert len(list(made.root.glob("*.txt"))) == len(found) - len(by_workers) - len(BUNDLES)


def test_each_begins_at_another_end_of_the_plan(made):
    order = list(made(Waiting(begun=1)))
    ours = [path for path in order if path not in BUNDLES]
    assert ours[0] == f"{LAST}.txt", "the last room's first, when the first rooms are given out"


def test_a_worker_who_fails_stops_the_build_and_what_waits_is_called_off(made):
    class Failing(Waiting):
        def submit(self, work, handout, offers):
            future = super().submit(work, handout, offers)
            if len(self.given) == 1:
                future.set_running_or_notify_cancel()
                future.set_exception(OSError(28, "No space left on device"))
            return future

    workers = Failing()
    with pytest.raises(OSError, match="No space left"):
        made(workers)
    assert all(future.done() for future in workers.given)
