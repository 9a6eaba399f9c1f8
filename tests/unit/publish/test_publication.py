"""One site after the other is put in place, and what goes wrong on the way leaves no trace."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from plugins.archive import roots
from plugins.publish import durable, exchange, journal, places, publication, tree, twin
from plugins.publish.publication import Publication
from tests.unit.publish.desk import index, read

ONE = {
    "index.html": index("one"),
    "articles/2020/a.html": b"a",
    "articles/2021/b.html": b"b",
    "theme/style.css": b"css",
}
TWO = {
    "index.html": index("two"),
    "articles/2020/a.html": b"a",
    "articles/2022/c.html": b"c",
    "data/x/y.json": b"{}",
    "theme/style.css": b"css",
}


def test_a_site_is_published_where_nothing_was(desk):
    assert not desk.build(ONE)
    assert desk.published() == ONE


def test_one_site_takes_the_place_of_another_by_its_changes_alone(desk):
    desk.build(ONE)
    for wanted in (TWO, ONE, ONE, TWO, {"index.html": index("")}, TWO, ONE):
        assert desk.build(wanted)
        assert desk.published() == wanted
    assert not [
        path for path in desk.output.rglob("*") if path.is_dir() and not any(path.iterdir())
    ]


def test_files_that_did_not_change_are_the_same_files(desk):
    desk.build(ONE)
    before = (desk.output / "theme/style.css").stat().st_ino
    desk.build(TWO)
    assert (desk.output / "theme/style.css").stat().st_ino == before


def test_a_page_that_is_being_read_stays_the_page_it_was(desk):
    desk.build(ONE)
    with (desk.output / "index.html").open("rb") as page:
        for wanted in (TWO, ONE, TWO):
            desk.build(wanted)
            page.seek(0)
            assert page.read() == ONE["index.html"]


def test_what_is_written_and_not_published_is_not_there(desk):
    desk.build(ONE)
    for clean in (False, True):
        with Publication(desk.output, desk.cache) as site:
            site.begin(clean=clean)
            site.write("index.html", b"new")
            site.write("articles/2020/new.html", b"new")
            site.remove("articles/2020/a.html")
            site.remove("theme/")
        assert desk.published() == ONE
    assert desk.build(TWO)
    assert desk.published() == TWO


def test_a_folder_is_removed_whole(desk):
    desk.build(ONE)
    with Publication(desk.output, desk.cache) as site:
        site.begin()
        site.remove("articles/")
        site.publish()
    assert sorted(desk.published()) == ["index.html", "theme/style.css"]
    assert not (desk.output / "articles").exists()


def test_a_worker_writes_with_nothing_but_the_root(desk):
    desk.build(ONE)
    with Publication(desk.output, desk.cache) as site:
        root = site.begin()
        child = os.fork()
        if not child:
            tree.write_file(root, "articles/2020/a.html", b"worker")
            os._exit(0)
        os.waitpid(child, 0)
        assert desk.published() == ONE
    with Publication(desk.output, desk.cache) as site:
        assert read(site.begin()) == ONE


def test_a_worker_that_outlives_its_build_writes_nowhere(desk):
    desk.build(ONE)
    with Publication(desk.output, desk.cache) as site:
        orphaned = site.begin()
    with Publication(desk.output, desk.cache) as site:
        site.begin()
        with pytest.raises(FileNotFoundError):
            tree.write_file(orphaned, "articles/2020/a.html", b"late")
        with pytest.raises(FileNotFoundError):
            tree.write_file(orphaned, "late.html", b"late")
    assert not orphaned.exists()


def test_the_previous_site_is_known_by_its_identity(desk):
    with Publication(desk.output, desk.cache) as site:
        assert site.previous is None
        site.begin()
        site.write("index.html", index(""))
        told = []
        identity = site.publish(told.append)
    assert told == [identity]
    with Publication(desk.output, desk.cache) as site:
        assert site.previous == identity


TAMPERED = {
    "removed": shutil.rmtree,
    "without its front page": lambda out: (out / "index.html").unlink(),
    "without a page": lambda out: (out / "articles/2020/a.html").unlink(),
    "with another page": lambda out: (out / "articles/2020/a.html").write_bytes(b"A"),
    "with one page more": lambda out: (out / "articles/2020/more.html").write_bytes(b"A"),
    "emptied": lambda out: [shutil.rmtree(out), out.mkdir()],
    "copied": lambda out: [
        shutil.copytree(out, f"{out}2"),
        shutil.rmtree(out),
        Path(f"{out}2").rename(out),
    ],
}


@pytest.mark.parametrize("tamper", TAMPERED.values(), ids=TAMPERED)
def test_a_site_that_somebody_changed_is_not_relied_on(desk, tamper):
    desk.build(ONE)
    desk.build(TWO)
    desk.build(ONE)
    tamper(desk.output)
    assert not desk.build(TWO)
    assert desk.published() == TWO
    assert desk.build(ONE)
    assert desk.published() == ONE


def spoilt(path):
    """A file's path, and three ways to lose what is in it."""
    yield lambda: path.write_bytes(b"spoilt")
    yield lambda: os.truncate(path, path.stat().st_size // 2)
    yield path.unlink


def test_any_file_of_the_cache_may_be_spoilt(desk):
    """The twin's files are the site's too, so a spoilt one there spoils the site: until the next
    build, which notices."""
    desk.build(ONE)
    desk.build(TWO)
    names = [path.relative_to(desk.cache) for path in desk.cache.rglob("*") if path.is_file()]
    kinds = {name.parts[2:] or name for name in names}
    assert len(kinds) > 6
    for kind in sorted(kinds, key=str):
        for way in range(3):
            desk.build(ONE)
            desk.build(TWO)
            now = [p for p in desk.cache.rglob("*") if p.is_file()]
            found = [
                p
                for p in now
                if (p.relative_to(desk.cache).parts[2:] or p.relative_to(desk.cache)) == kind
            ]
            if not found:
                continue
            list(spoilt(found[0]))[way]()
            desk.build(ONE)
            assert desk.published() == ONE, (kind, way)
            desk.build(TWO)
            assert desk.published() == TWO, (kind, way)


def test_a_second_cache_for_one_output_is_noticed(desk, tmp_path):
    desk.build(ONE)
    other = type(desk)(desk.folder)
    other.cache = tmp_path / "other"
    other.build(TWO)
    assert not desk.build(ONE)
    assert desk.published() == ONE
    with Publication(desk.output, desk.cache) as site:
        site.begin()
        other.build(TWO)
        with pytest.raises(OSError, match="another program"):
            site.publish()
    assert desk.published() == TWO


def test_a_second_build_waits_and_is_then_refused(desk, capsys):
    desk.build(ONE)
    with Publication(desk.output, desk.cache) as site:
        site.begin()
        with pytest.raises(BlockingIOError, match="another build is still at work"):
            desk.build(TWO, wait=0.1)
        assert "waiting up to 0.1 s" in capsys.readouterr().err
    assert desk.build(TWO)


def test_modes_follow_the_umask_and_the_root_keeps_its_own(desk):
    old = os.umask(0o027)
    try:
        desk.build(ONE)
    finally:
        os.umask(old)
    assert (desk.output / "index.html").stat().st_mode & 0o777 == 0o640
    assert (desk.output / "articles").stat().st_mode & 0o777 == 0o750
    desk.output.chmod(0o711)
    for wanted in (TWO, ONE):
        desk.build(wanted)
        assert desk.output.stat().st_mode & 0o777 == 0o711


def test_a_link_to_the_output_folder_stays_a_link(desk, tmp_path):
    (tmp_path / "real").mkdir()
    desk.output.symlink_to(tmp_path / "real")
    for wanted in (ONE, TWO):
        desk.build(wanted)
        assert desk.output.is_symlink()
        assert read(tmp_path / "real") == wanted


def test_without_hard_links_files_are_copied(desk, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EMLINK, "Too many links")

    monkeypatch.setattr(os, "link", refuse)
    for wanted in (ONE, TWO, ONE):
        desk.build(wanted)
        assert desk.published() == wanted
    assert desk.build(TWO)


def unsupported(*_):
    raise OSError(errno.EINVAL, "Invalid argument")


def test_without_an_exchange_there_are_two_renames(desk, monkeypatch):
    monkeypatch.setattr(places, "exchange", unsupported)
    desk.build(ONE)
    for wanted in (TWO, ONE):
        assert desk.build(wanted)
        assert desk.published() == wanted
    assert len(desk.trees()) == 1


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EBUSY, errno.EACCES])
def test_what_cannot_be_moved_is_replaced_file_by_file(desk, monkeypatch, capsys, code):
    def refuse(*_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(places, "exchange", refuse)
    desk.build(ONE)
    for wanted in (TWO, ONE, TWO):
        inode = desk.output.stat().st_ino
        assert desk.build(wanted)
        assert desk.published() == wanted
        assert desk.output.stat().st_ino == inode
        assert capsys.readouterr().err.count("can't be moved") == 1


def test_a_cache_on_another_file_system_is_announced_once(desk, monkeypatch, capsys):
    monkeypatch.setattr(places, "is_elsewhere", lambda *_: True)
    desk.build(ONE)
    for wanted in (TWO, ONE, TWO, ONE):
        capsys.readouterr()
        assert desk.build(wanted)
        assert desk.published() == wanted
        assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
@pytest.mark.parametrize("step", ["link", "write", "sync", "exchange"])
def test_an_error_of_the_system_leaves_the_site_and_is_named(desk, monkeypatch, code, step):
    desk.build(ONE)
    desk.build(TWO)
    shutil.rmtree(desk.trees()[0])  # it must be made anew

    def fail(*_, **__):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        if step == "exchange":
            patch.setattr(places, "exchange", fail)
        else:
            patch.setattr(durable if step == "sync" else os, step, fail)
        with pytest.raises(OSError) as caught:  # noqa: PT011  # any errno of the table
            desk.build(ONE)
    assert caught.value.errno == code
    assert desk.published() == TWO
    assert desk.build(ONE)
    assert desk.published() == ONE


def test_an_exchange_is_supported_here(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "x").touch()
    exchange.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b" / "x").exists()
    assert not (tmp_path / "a" / "x").exists()
    with pytest.raises(FileNotFoundError):
        exchange.exchange(tmp_path / "a", tmp_path / "c")


def test_a_c_library_without_the_function_is_gone_round(tmp_path, monkeypatch):
    import ctypes

    class Musl:
        def __init__(self, *_, **__):
            self.syscall = library.syscall

    library = ctypes.CDLL(None, use_errno=True)
    monkeypatch.setattr(ctypes, "CDLL", Musl)
    test_an_exchange_is_supported_here(tmp_path)


def test_the_list_of_paths_survives_half_a_line(tmp_path):
    journal.start(tmp_path)
    journal.note(tmp_path / "site", "a/b.html")
    with (tmp_path / roots.LIST).open("ab") as list_:
        list_.write(b"\nhalf-a-li")
    journal.note(tmp_path / "site", "c.html")
    assert {"a/b.html", "c.html"} <= set(journal.paths(tmp_path))
    with pytest.raises(ValueError, match="may be called"):
        journal.note(tmp_path / "site", "a\nb")


def test_a_file_may_become_a_folder_and_the_reverse(tmp_path):
    published, other = tmp_path / "published", tmp_path / "twin"
    tree.write(published / "a", b"file")
    tree.write(published / "b" / "c", b"file")
    tree.write(other / "a" / "c", b"folder")
    tree.write(other / "b", b"file")
    twin.level(published, other, ["a", "a/c", "b", "b/c"])
    assert read(other) == read(published)


def test_after_a_restart_a_killed_builds_twin_is_not_used(desk, monkeypatch):
    desk.build(ONE)
    desk.build(TWO)
    made = []
    make = twin.make
    monkeypatch.setattr(twin, "make", lambda *trees: (made.append(trees), make(*trees)))
    with Publication(desk.output, desk.cache) as site:
        site.begin()
        site.write("index.html", b"x")
    assert not made  # the twin of the build before was brought level
    monkeypatch.setattr(publication, "boot", lambda: "another boot")
    with Publication(desk.output, desk.cache) as site:
        assert site.previous
        assert read(site.begin()) == TWO
        assert made == [(desk.output, site.root)]


def test_a_build_killed_between_two_renames_is_mended_by_a_build_that_fails(desk, monkeypatch):
    monkeypatch.setattr(places, "exchange", unsupported)
    desk.build(ONE)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename_once(Path.rename, desk.output))
        patch.setattr(tree, "clear", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            desk.build(TWO)
    assert not desk.output.exists()
    with Publication(desk.output, desk.cache):
        pass
    assert desk.published() == ONE


def rename_once(real, output):
    def rename(self, target):
        if target == output:
            raise KeyboardInterrupt
        return real(self, target)

    return rename


@pytest.mark.parametrize("name", ["removed", "without its front page", "emptied", "copied"])
def test_of_a_large_site_the_root_is_looked_at(desk, monkeypatch, name):
    monkeypatch.setattr(roots, "LOOKED_AT", 1)
    test_a_site_that_somebody_changed_is_not_relied_on(desk, TAMPERED[name])


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_may_not_be_written_to_is_named_before_the_work(desk, tmp_path):
    desk.build(ONE)
    desk.build(TWO)
    for folder, mode in ((tmp_path, 0o755), (desk.output, 0o555)):
        folder.chmod(mode)
    for path in [desk.cache, *desk.cache.rglob("*")]:
        os.chown(path, 65534, 65534)
    for folder in tmp_path.parents[:3]:
        folder.chmod(folder.stat().st_mode | 0o011)
    child = os.fork()
    if not child:
        os.setuid(65534)
        try:
            with Publication(desk.output, desk.cache) as site:
                site.begin()
        except PermissionError as error:
            os._exit(7 if error.filename == str(desk.output) else 3)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert desk.published() == TWO


def test_an_error_after_the_exchange_does_not_deny_it(desk, monkeypatch):
    desk.build(ONE)

    def fail(*_):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with Publication(desk.output, desk.cache) as site, monkeypatch.context() as patch:
        site.begin(clean=True)
        for path, data in TWO.items():
            site.write(path, data)
        for module, name in ((durable, "sync_names"), (roots.State, "write"), (twin, "make")):
            patch.setattr(module, name, fail)
        site.publish()
    assert desk.published() == TWO
    desk.build(ONE)
    assert desk.published() == ONE
