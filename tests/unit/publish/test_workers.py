"""When the server that workers are forked from is started before they are needed."""

import pytest

from plugins.publish import workers
from plugins.publish.workers import FIRST, PARALLEL, make_ready


@pytest.fixture
def started(monkeypatch):
    """What servers were told to import."""
    told = []
    monkeypatch.setattr(workers, "METHOD", "forkserver")
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(workers, "start_server", told.append)
    return told


@pytest.fixture
def content(tmp_path):
    """An archive just large enough."""
    for number in range(PARALLEL):
        path = tmp_path / f"articles/{2000 + number % 20}/{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def test_a_large_archive_that_was_never_built_has_its_server_at_once(started, content):
    make_ready(content, content / ".cache", 0)
    assert started == [FIRST]


def test_one_that_was_built_before_needs_none_yet(started, content):
    (content / "store.sqlite").touch()
    make_ready(content, content, 0)
    assert started == []


def test_a_small_one_needs_none(started, content):
    (content / "articles/2000/0.md").unlink()
    make_ready(content, content / ".cache", 0)
    assert started == []


def test_one_process_needs_none(started, content, monkeypatch):
    make_ready(content, content / ".cache", 1)
    monkeypatch.setattr(workers.os, "cpu_count", lambda: 1)
    make_ready(content, content / ".cache", 0)
    assert started == []


def test_what_a_server_imports_first_is_there():
    for name in FIRST:
        __import__(name)
