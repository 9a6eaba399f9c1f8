import pytest

from plugins.archive.scan import YOUNG, clock_of, difference, rows, scan
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
