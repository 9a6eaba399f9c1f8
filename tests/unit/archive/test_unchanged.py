import os

import pytest

from plugins.archive import unchanged
from plugins.archive.content import Content
from plugins.archive.intake import Checks, take_in
from plugins.archive.scan import Walk, scan
from plugins.archive.sealed import set_meta
from plugins.archive.store import open_store
from plugins.archive.unchanged import is_content_same
from tests.archives import write_article, write_single


def nothing_wrong(_: Content):
    return ()


class Taken:
    """Content that was taken in, and is as old as it needs to be to be trusted."""

    def __init__(self, folder):
        self.content = write_single(folder / "content")
        self.db = open_store(None)
        take_in(self.db, self.content, Checks(nothing_wrong, nothing_wrong))
        self.db.execute("COMMIT")
        self.trust()

    def trust(self):
        set_meta(self.db, "trusted", str(max(scan(self.content).newest.values()) + 1))

    @property
    def is_same(self):
        return is_content_same(self.db, self.content, Walk(self.content))

    @property
    def article(self):
        return self.content / "articles/2021/only.md"


@pytest.fixture
def taken(tmp_path):
    return Taken(tmp_path)


def rewrite(file, old, new):
    """Other bytes of the same length at the same time; the status change alone tells."""
    status = file.stat()
    data = file.read_bytes()
    assert old in data
    assert len(old) == len(new)
    file.write_bytes(data.replace(old, new))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_content_is_the_same_until_something_happens_to_it(taken):
    assert taken.is_same


def test_files_of_which_nothing_can_be_young_are_not_opened(taken, monkeypatch):
    monkeypatch.setattr(unchanged, "digest_at", None)
    monkeypatch.setattr(unchanged, "difference_in", None)
    assert taken.is_same


def test_a_byte_of_the_same_file_at_the_same_time_is_seen(taken):
    rewrite(taken.article, b"Text.", b"text.")
    assert not taken.is_same


def test_a_young_file_is_read_even_if_nothing_tells_of_a_change(taken):
    """A clock so coarse that a second write leaves all times as they were."""
    rewrite(taken.article, b"Text.", b"text.")
    listing = scan(taken.content).listings["articles/2021/"]
    taken.db.execute("UPDATE listings SET listing = ? WHERE folder = 'articles/2021/'", (listing,))
    taken.trust()
    assert taken.is_same
    set_meta(taken.db, "trusted", str(taken.article.stat().st_ctime_ns))
    assert not taken.is_same


def test_files_with_other_times_and_the_same_bytes_are_the_same(taken):
    for path in taken.content.rglob("*"):
        os.utime(path)
    assert taken.is_same


def test_too_many_of_them_are_left_to_a_build(taken, monkeypatch):
    monkeypatch.setattr(unchanged, "FEW", 1)
    os.utime(taken.article)
    assert taken.is_same
    os.utime(taken.content / "authorities/people/one-people.yaml")
    assert not taken.is_same


def add(taken):
    write_article(taken.content, "2020/more")


def remove(taken):
    taken.article.unlink()


def remove_folder(taken):
    remove(taken)
    taken.article.parent.rmdir()


def rename(taken):
    taken.article.rename(taken.article.with_name("other.md"))


def rename_folder(taken):
    taken.article.parent.rename(taken.content / "articles/2022")


def link(taken):
    taken.article.rename(taken.content.parent / "only.md")
    taken.article.symlink_to(taken.content.parent / "only.md")


def lose_content(taken):
    taken.content.rename(taken.content.parent / "elsewhere")


@pytest.mark.parametrize(
    "change", [add, remove, remove_folder, rename, rename_folder, link, lose_content]
)
def test_whatever_happens_to_a_name_is_seen(taken, change):
    change(taken)
    assert not taken.is_same


def test_a_store_that_took_nothing_in_knows_no_content(tmp_path):
    assert not is_content_same(open_store(None), tmp_path, Walk(tmp_path))
