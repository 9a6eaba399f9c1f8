"""What is kept of the archive costs only time when it is lost, and stands in nobody's way."""

import multiprocessing
import os
import sqlite3

import pytest

from plugins.archive.holdings import Holdings, tables
from plugins.archive.holdings.tables import at_work, home, store_in
from plugins.archive.lock import NAME, is_idle
from plugins.publish import lock
from tests.archives import write_article, write_record


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    write_record(folder, "sources", "paper")
    write_article(folder, "2021/a", "Words.", source_url="https://x.example/a")
    return folder


def known(content, cache):
    with Holdings.opened(content, cache) as holdings:
        return sorted(holdings.authorities["sources"]), holdings.article("2021/a") is not None


ALL = (["paper"], True)


def test_what_is_kept_lies_in_one_folder_of_the_cache(content, tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "store.sqlite").write_bytes(b"of a build")
    assert known(content, cache) == ALL
    assert sorted(path.name for path in cache.iterdir()) == ["desk", "store.sqlite"]
    assert (cache / "store.sqlite").read_bytes() == b"of a build"


def test_neither_a_build_nor_the_desk_waits_for_the_other(content, tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    with lock.acquire(cache / NAME, 0):
        assert known(content, cache) == ALL
    with tables.opened(cache), lock.acquire(cache / NAME, 0), is_idle(cache) as idle:
        assert not idle  # the build's own lock, and it was to be had


def noise(store):
    store.write_bytes(os.urandom(len(store.read_bytes())))


def half(store):
    store.write_bytes(store.read_bytes()[: store.stat().st_size // 2])


def holes(store):
    data = bytearray(store.read_bytes())
    data[4096:12288] = bytes(8192)
    store.write_bytes(data)


def nothing(store):
    store.unlink()


@pytest.mark.parametrize("damage", [noise, half, holes, nothing])
def test_damaged_store_is_made_anew(content, tmp_path, damage):
    known(content, tmp_path / "cache")
    damage(store_in(tmp_path / "cache"))
    write_record(content, "sources", "gazette")
    assert known(content, tmp_path / "cache")[0] == ["gazette", "paper"]


def test_store_of_other_code_is_made_anew(content, tmp_path, monkeypatch):
    known(content, tmp_path / "cache")
    monkeypatch.setattr(tables, "code_version", lambda: "later")
    asked = []
    at_work(
        tmp_path / "cache",
        lambda db, _: asked.append(db.execute("SELECT count(*) FROM articles").fetchone()),
    )
    assert asked == [(0,)]


def test_without_a_place_for_a_cache_all_is_read(content, tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert known(content, tmp_path / "cache") == ALL


def test_store_that_another_holds_for_long_is_not_waited_for_forever(
    content, tmp_path, monkeypatch
):
    monkeypatch.setattr(tables, "WAIT", 0.1)
    with tables.opened(tmp_path / "cache"):
        assert known(content, tmp_path / "cache") == ALL


def test_error_of_the_database_in_the_middle_costs_time_only(content, tmp_path):
    tries = []

    def work(db, _folder):
        tries.append(db)
        if len(tries) < 3:
            raise sqlite3.OperationalError("disk I/O error")
        return "done"

    assert at_work(tmp_path / "cache", work) == "done"
    assert len(tries) == 3


def test_mistake_of_ours_is_not_hidden(tmp_path):
    with pytest.raises(ZeroDivisionError):
        at_work(tmp_path / "cache", lambda _db, _folder: 1 / 0)


def test_killed_intake_leaves_what_was_there(content, tmp_path):
    cache = tmp_path / "cache"
    known(content, cache)

    def killed(db, _folder):
        db.execute("BEGIN")
        db.execute("DELETE FROM records")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        at_work(cache, killed)
    assert known(content, cache) == ALL


def ask(content, cache, answers):
    answers.put(known(content, cache))


def test_many_may_ask_at_once(content, tmp_path):
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    askers = [
        context.Process(target=ask, args=(content, tmp_path / "cache", answers)) for _ in range(4)
    ]
    for asker in askers:
        asker.start()
    assert [answers.get(timeout=60) for _ in askers] == [ALL] * 4
    for asker in askers:
        asker.join()


def test_home_is_in_the_cache(tmp_path):
    assert home(tmp_path) == tmp_path / "desk"
