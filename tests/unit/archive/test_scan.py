from time import sleep

import pytest

from plugins.archive import scan as scanning
from plugins.archive.scan import YOUNG, Walk, clock_of, difference, rows, scan
from tests.archives import write


def test_a_listing_gives_back_any_name(tmp_path):
    names = ["a", "b c", "back\\slash", "new\nline", "\\n", "ü"]
    for name in names:
        write(tmp_path / name, "")
    assert sorted(name for name, _, _ in rows(scan(tmp_path).listings[""])) == sorted(names)


def test_folders_of_the_same_files_have_no_difference_unless_they_are_young(tmp_path):
    write(tmp_path / "a/1", "one")
    write(tmp_path / "b/2", "two")
    now = scan(tmp_path)
    newest = max(now.newest.values())
    assert not difference(now.listings, now, trusted_until=newest + 1).changed
    assert difference(now.listings, now, trusted_until=now.newest["b/"]).changed
    assert len(difference(now.listings, now, trusted_until=0).changed) == 2


def test_files_that_came_went_and_changed_are_told(tmp_path):
    for name in ("stays", "changes", "goes"):
        write(tmp_path / name, name)
    before = scan(tmp_path)
    write(tmp_path / "changes", "changed")
    write(tmp_path / "below/comes", "")
    (tmp_path / "goes").unlink()
    now = scan(tmp_path)
    found = difference(before.listings, now, trusted_until=max(now.newest.values()) + 1)
    assert sorted(found.changed) == [("below/comes", "file"), ("changes", "file")]
    assert found.gone == ("goes",)


def test_the_clock_of_the_files_says_until_when_they_are_trusted(tmp_path):
    write(tmp_path / "content/a", "")
    (tmp_path / "cache").mkdir()
    device, now = clock_of(tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []
    found = scan(tmp_path / "content")
    assert found.newest[""] <= now
    assert found.trusted_until((device, now)) == now - YOUNG


@pytest.mark.parametrize("which", ["no clock", "another device"])
def test_without_their_clock_the_newest_file_says_it(tmp_path, which):
    write(tmp_path / "a", "")
    found = scan(tmp_path)
    device, now = clock_of(tmp_path)
    clock = None if which == "no clock" else (device + 1, now)
    assert found.trusted_until(clock) == found.newest[""] - YOUNG


def test_a_walk_that_was_left_half_way_hands_on_the_whole(tmp_path):
    for name in ("a/1", "b/2", "c/d/3"):
        write(tmp_path / name, "")
    walk = Walk(tmp_path)
    met = [one.folder for one, _ in zip(walk, range(2), strict=False)]
    assert len(met) < 5
    assert walk.scan() == scan(tmp_path)


def test_the_clock_of_a_walk_is_that_of_its_beginning(tmp_path):
    before = clock_of(tmp_path)
    walk = Walk(tmp_path)
    begun = clock_of(tmp_path)
    sleep(0.05)
    device, now = walk.clock(tmp_path)
    assert device == before[0]
    # The clock of files goes on in steps of up to 10 ms.
    assert before[1] - 10_000_000 <= now <= begun[1] + 10_000_000


def test_a_file_that_goes_while_its_folder_is_listed_is_none(tmp_path, monkeypatch):
    for name in ("goes", "stays"):
        write(tmp_path / name, "")

    def kind_of(entry):
        (tmp_path / "goes").unlink(missing_ok=True)
        return "file"

    monkeypatch.setattr(scanning, "kind_of", kind_of)
    assert [path for path, _ in scan(tmp_path).paths()] == ["stays"]


def test_a_folder_is_listed_alike_where_open_folders_can_not_be(tmp_path, monkeypatch):
    for name in ("a/1", "b c/2"):
        write(tmp_path / name, "")
    found = scan(tmp_path)
    monkeypatch.setattr(scanning, "BY_HANDLE", False)
    assert scan(tmp_path) == found
    assert set(found.listings) == {"", "a/", "b c/"}
