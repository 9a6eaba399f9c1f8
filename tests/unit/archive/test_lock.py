import pytest
from filelock import FileLock, Timeout

from plugins.archive.lock import NAME, is_idle


@pytest.fixture
def lock(tmp_path):
    return FileLock(tmp_path / NAME, preserve_lock_file=True)


def test_a_cache_is_idle_when_its_build_has_ended(tmp_path, lock):
    with lock, is_idle(tmp_path) as idle:
        assert not idle
    with is_idle(tmp_path) as idle:
        assert idle


def test_no_build_begins_while_it_is_asked(tmp_path, lock):
    lock.acquire()
    lock.release()
    with is_idle(tmp_path) as idle, is_idle(tmp_path) as also:
        assert (idle, also) == (True, True)
        with pytest.raises(Timeout):
            lock.acquire(timeout=0)
    lock.acquire(timeout=0)
    lock.release()


def test_a_cache_without_a_build_is_not_idle_and_stays_empty(tmp_path):
    for cache in (tmp_path, tmp_path / "none"):
        with is_idle(cache) as idle:
            assert not idle
    assert list(tmp_path.iterdir()) == []
