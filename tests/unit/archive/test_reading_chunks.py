"""Articles read by workers and by the process that waits for them, in one order."""

from concurrent.futures import Executor, Future
from threading import Timer

import pytest

from plugins.archive import reading_chunks
from plugins.archive.content import Content
from plugins.archive.reading_chunks import AHEAD, MOST, Chunk, Reading, elsewhere, read_chunk
from plugins.archive.scan import scan
from tests.archives import write_article, write_record

CHUNKS = MOST + 2 * AHEAD


class Waiting(Executor):
    """Workers who are still on their way; the first chunk was begun by one who takes a while."""

    def __init__(self, reading: Reading, begun: int) -> None:
        self.reading = reading
        self.begun = begun
        self.given = []

    def submit(self, _work, _handout, paths):
        future = Future()
        self.given.append(future)
        if len(self.given) <= self.begun:
            future.set_running_or_notify_cancel()
            chunk = read_chunk(self.reading, paths, None, dict)
            Timer(0.5, future.set_result, [chunk]).start()
        return future


@pytest.fixture
def archive(tmp_path, monkeypatch):
    """One article a chunk."""
    monkeypatch.setattr(reading_chunks, "SIZE", 1)
    content = tmp_path / "content"
    write_record(content, "sources", "paper")
    for number in range(CHUNKS):
        write_article(content, f"2021/a{number:04}", "Words.")
    paths = {path for path, _ in scan(content).paths()}
    reading = Reading(content, paths, set(), set(), no_problem)
    return reading, sorted((path, "file") for path in paths if path.startswith("articles/"))


def no_problem(_content: Content) -> tuple[()]:
    return ()


@pytest.mark.parametrize("begun", [0, 1, 3])
def test_chunks_come_in_order_whoever_reads_them(archive, begun, tmp_path):
    reading, paths = archive
    workers = Waiting(reading, begun)
    with elsewhere(workers, tmp_path, reading, paths, dict) as chunks:
        found = list(chunks)
    assert [chunk.rows[0].article[0] for chunk in found] == [
        path.removeprefix("articles/").removesuffix(".md") for path, _ in paths
    ]
    assert all(isinstance(chunk, Chunk) for chunk in found)
    assert sum(future.cancelled() for future in workers.given) == CHUNKS - begun


def test_what_was_read_here_does_not_pile_up_behind_a_slow_worker(archive, tmp_path):
    reading, paths = archive
    workers = Waiting(reading, 1)
    with elsewhere(workers, tmp_path, reading, paths, dict) as chunks:
        next(chunks)
        assert len(workers.given) <= MOST + 1
