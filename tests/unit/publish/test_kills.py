"""A build is killed before each single thing it does to the file system, one after the other.

The child process counts what Python announces of itself (audit events: open, rename, link,
remove, mkdir, rmdir), and what it doesn't: each exchange and both halves of each write.
"""

import os
import signal
import sys

import pytest

from plugins.archive import roots
from plugins.publish import durable, inplace, journal, places, publication, tree
from tests.unit.publish.desk import read
from tests.unit.publish.test_publication import ONE, TWO, unsupported

COUNTED = {"open", "os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate"}


def killed(act, step: int) -> bool:
    """Do `act` in a child that dies before its `step`-th step; False: it has fewer steps."""
    child = os.fork()
    if not child:
        try:
            die_at(step)
            act()
        except BaseException:
            os._exit(3)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, -signal.SIGKILL), code
    return code != 0


def die_at(step: int) -> None:
    left = [step]

    def count(event="", _=None):
        if event in COUNTED:
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    def write(handle, data):
        count("open")
        half = len(data) // 2
        if half:
            real_write(handle, data[:half])
            count("open")
        return half + real_write(handle, data[half:])

    def exchange(one, other):
        count("open")
        real_exchange(one, other)
        count("open")

    real_write, real_exchange = os.write, places.exchange
    os.write, places.exchange = write, exchange
    sys.addaudithook(count)


def two_renames(patch):
    patch.setattr(places, "exchange", unsupported)


def in_place(patch):
    patch.setattr(places, "is_elsewhere", lambda *_: True)
    patch.setattr(publication, "say", lambda _: None)


def is_whole(shown, before, after):
    return shown in (before, after)


def is_whole_or_away(shown, before, after):
    """An instant between two renames is without a site."""
    return shown in (before, after, {})


def is_whole_in_each_file(shown, before, after):
    return all(
        data in (before.get(path), after.get(path)) or path.startswith(inplace.AHEAD)
        for path, data in shown.items()
    )


WAYS = {
    "exchange": (lambda _: None, is_whole),
    "two renames": (two_renames, is_whole_or_away),
    "in place": (in_place, is_whole_in_each_file),
}


@pytest.mark.parametrize(("way", "is_right"), WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("before", [None, ONE], ids=["cold", "incremental"])
def test_a_build_killed_anywhere_leaves_the_old_site_or_the_new(
    desk, monkeypatch, before, way, is_right
):
    # Whether bytes reach the disk can't be seen here; that waiting for them takes time, can.
    monkeypatch.setattr(durable, "sync", lambda _: None)
    monkeypatch.setattr(durable, "sync_names", lambda _: None)
    way(monkeypatch)
    if before:
        desk.build(TWO)
        desk.build(before)
    step = 1
    while killed(lambda: desk.build(TWO), step):
        assert is_right(desk.published(), before or {}, TWO), step
        # The next build, which may want either.
        for wanted in (before, TWO, before) if step % 2 else (TWO, before):
            if wanted:
                desk.build(wanted)
                assert desk.published() == wanted, step
        assert_tidy(desk)
        if not before:
            tree.clear(desk.output)
            tree.clear(desk.cache)
        step += 1
    assert step > 50
    print(step, "steps")


def assert_tidy(desk):
    twins = desk.trees()
    left = {path.name for path in desk.cache.glob("twin/*")} - {path.name for path in twins}
    assert left <= {"state", roots.LIST}
    assert {path.name for path in desk.cache.iterdir()} == {"build.lock", "store", "twin"}
    assert len(twins) <= 1
    for twin in twins:
        differs = set(journal.paths(desk.cache / "twin"))
        ours, theirs = read(twin), desk.published()
        assert {p for p in {*ours, *theirs} if ours.get(p) != theirs.get(p)} <= differs


def test_builds_killed_one_after_the_other_add_up_to_nothing(desk, monkeypatch):
    monkeypatch.setattr(durable, "sync", lambda _: None)
    monkeypatch.setattr(durable, "sync_names", lambda _: None)
    desk.build(ONE)
    shown = ONE
    for step in range(1, 150, 3):
        for wanted in (TWO, ONE):
            killed(lambda wanted=wanted: desk.build(wanted), step)
            assert desk.published() in (shown, wanted)
            shown = desk.published()
    desk.build(TWO)
    assert desk.published() == TWO
    assert_tidy(desk)
