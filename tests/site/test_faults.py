"""Builds that are killed, starved, locked out and lied to: a reader sees the previous site or the
new one, the exit code says which, and the next build needs no help.

CUTTINGS_KILLS sets how many builds are killed (100); tests/unit/publish kills a publication
before each single step that it takes.
"""

import os
import re
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from random import Random
from shutil import copytree, rmtree
from urllib.parse import urlsplit

import pytest
from filelock import FileLock

from tests.archives import KINDS, write_article, write_page, write_record
from tests.building import digests
from tests.hosting import hosted
from tests.unit.publish.desk import Desk, index
from tests.warm import WarmBuilder

KILLS = int(os.environ.get("CUTTINGS_KILLS", "100"))
IN_ONE_LINE = re.compile(r"cuttings: .+: .+\n")


def write_first(content):
    for kind in KINDS:
        write_record(content, kind, f"one-{kind}")
    for year in (2020, 2021):
        write_article(content, f"{year}/kept", "Kept.", source="one-sources", tags=["one-tags"])
    write_article(content, "2021/changed", "As it was.", source="one-sources")
    write_article(content, "2021/gone", "Soon gone.", source="one-sources", people=["one-people"])
    write_page(content, "about", "About", "What this is.")
    return content


def write_second(content):
    """The same with an article changed, one gone, and one more that is backdated."""
    write_first(content)
    (content / "articles/2021/gone.md").unlink()
    write_article(content, "2021/changed", "As it is.", source="one-sources", tags=["one-tags"])
    write_article(content, "2019/added", "Found late.", source="one-sources", places=["one-places"])
    return content


@pytest.fixture(scope="module")
def builders():
    made = [WarmBuilder(), WarmBuilder()]
    yield made
    for builder in made:
        builder.close()


@pytest.fixture(scope="module")
def builder(builders):
    return builders[0]


class Archive:
    """A folder to build in, whose content is the first or the second of two."""

    def __init__(self, folder, contents, sites):
        self.folder, self.contents, self.sites = folder, contents, sites
        self.out, self.cache = folder / "out", folder / "cache"
        self.turn_to(0)

    def turn_to(self, which):
        self.wanted = self.sites[which]
        rmtree(self.folder / "content", ignore_errors=True)
        copytree(self.contents[which], self.folder / "content")

    def published(self):
        return digests(self.out) if self.out.exists() else {}

    def must_build(self, builder):
        ended = builder.build(self.folder)
        assert ended.code == 0, ended.told
        assert self.published() == self.wanted
        return ended


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    folder = tmp_path_factory.mktemp("contents")
    return write_first(folder / "first"), write_second(folder / "second")


@pytest.fixture(scope="module")
def clean_sites(tmp_path_factory, contents, builder):
    """What each content looks like when it is built from nothing."""
    sites = []
    for content in contents:
        folder = tmp_path_factory.mktemp("clean")
        copytree(content, folder / "content")
        assert builder.build(folder).code == 0
        sites.append(digests(folder / "out"))
    assert sites[0] != sites[1]
    return sites


@pytest.fixture
def archive(tmp_path, contents, clean_sites):
    return Archive(tmp_path, contents, clean_sites)


# Killed


def test_a_killed_build_leaves_one_site_or_the_other(tmp_path, contents, clean_sites, builders):
    """Two chains of builds side by side, each build killed at another point of its time."""

    def chain(number):
        folder = tmp_path / str(number)
        folder.mkdir()
        archive = Archive(folder, contents, clean_sites)
        return kill_all(archive, builders[number], range(number, KILLS, 2))

    with ThreadPoolExecutor(len(builders)) as pool:
        ended = [code for codes in pool.map(chain, range(len(builders))) for code in codes]
    assert len(ended) == KILLS
    assert ended.count(-9) > 0.5 * KILLS  # the others had ended by then


def kill_all(archive, builder, points):
    """Kill a build at each point, a number below KILLS that says how far it may come. A fourth
    starts from nothing, a fourth from a published site with no cache."""
    codes = []
    for which in (1, 0, 1):
        archive.turn_to(which)
        seconds = archive.must_build(builder).seconds
    tidy = names(archive)
    for count, point in enumerate(points):
        archive.turn_to(count % 2)
        forget(archive, count % 4)
        before = archive.published()
        ended = builder.build(archive.folder, kill_after=seconds * (point + 0.5) / KILLS)
        codes.append(ended.code)
        shown = archive.published()
        assert shown in (before, archive.wanted), point
        assert shown == archive.wanted if ended.code == 0 else ended.code == -9, point
        seconds = (3 * seconds + archive.must_build(builder).seconds) / 4
        assert names(archive) == tidy, point
    return codes


def forget(archive, how):
    if how >= 2:
        rmtree(archive.cache)
    if how == 3:
        rmtree(archive.out)


def names(archive):
    """What stands in and beside the cache; the twin has another name each time."""
    found = [*archive.folder.glob("*"), *archive.cache.glob("*"), *archive.cache.glob("*/*")]
    return sorted(re.sub("site-.*", "site", str(path)) for path in found)


# Starved


@contextmanager
def mounted(folder, *options):
    """A file system of its own at a folder, for as long as it's needed."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("a file system can be mounted by root only")
    done = subprocess.run(
        ["mount", *options, str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("cache", ["kept", "lost"])
def test_a_full_disk_leaves_the_site_as_it_was(tmp_path, contents, clean_sites, builder, cache):
    with mounted(tmp_path, "-t", "tmpfs", "-o", "size=24m", "tmpfs"):
        archive = Archive(tmp_path, contents, clean_sites)
        archive.must_build(builder)
        failed = 0
        for room in (0, 40, 160, 640):  # KiB
            archive.turn_to(1)
            before = archive.published()
            if cache == "lost":
                rmtree(archive.cache)
            fill(tmp_path / "ballast", room * 1024)
            ended = builder.build(tmp_path)
            if ended.code:
                failed += 1
                assert_refused(ended, archive, before)
            else:
                assert archive.published() == archive.wanted
            (tmp_path / "ballast").unlink()
            archive.turn_to(0)
            archive.must_build(builder)
        assert failed > 1


def fill(path, room):
    """Write a file so large that `room` bytes are left on its file system."""
    path.touch()
    status = os.statvfs(path.parent)
    with path.open("wb") as file:
        left = status.f_bavail * status.f_frsize - room
        while left > 0:
            left -= file.write(b"\0" * min(left, 1 << 20))


def assert_refused(ended, archive, before):
    assert ended.code == 1, ended.told
    assert archive.published() == before
    assert "Traceback" not in ended.told
    assert IN_ONE_LINE.fullmatch(ended.told), ended.told


def test_a_read_only_output_is_named_and_stays(archive, builder):
    archive.must_build(builder)
    archive.turn_to(1)
    before = archive.published()
    with read_only(archive.out):
        ended = builder.build(archive.folder)
        assert_refused(ended, archive, before)
        assert str(archive.out) in ended.told
    archive.must_build(builder)


@contextmanager
def read_only(folder):
    if os.geteuid() == 0:  # whom no mode keeps from writing
        with mounted(folder, "--bind", str(folder)):
            subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
            yield
        return
    both = (folder, folder.parent)
    for path in both:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in both:
            path.chmod(0o755)


def test_a_read_only_cache_is_named_and_the_site_stays(archive, builder):
    archive.must_build(builder)
    archive.turn_to(1)
    before = archive.published()
    with read_only(archive.cache):
        assert_refused(builder.build(archive.folder), archive, before)
    archive.must_build(builder)


def test_an_output_on_its_own_file_system_is_replaced_file_by_file(archive, builder):
    archive.out.mkdir()
    with mounted(archive.out, "-t", "tmpfs", "-o", "size=24m", "tmpfs"):
        for which in (0, 1, 0, 1):
            archive.turn_to(which)
            told = archive.must_build(builder).told
            assert told.count("one by one") == 1


# Two at once


def test_a_second_build_waits_for_the_first(archive, builder):
    archive.must_build(builder)
    archive.turn_to(1)
    lock = FileLock(archive.cache / "build.lock")
    with lock:
        builder.begin(archive.folder)
        deadline = time.monotonic() + 30
        while "another build is at work" not in builder.said.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.05)
    ended = builder.end()
    assert ended.code == 0
    assert archive.published() == archive.wanted


def test_two_builds_at_once_both_succeed(archive, builders):
    archive.must_build(builders[0])
    for which in (1, 0):
        archive.turn_to(which)
        for builder in builders:
            builder.begin(archive.folder)
        assert [builder.end().code for builder in builders] == [0, 0]
        assert archive.published() == archive.wanted


# Lied to


def test_any_file_of_the_cache_may_be_spoilt(archive, builder):
    """Of the twin's own files, which are the published ones as well, one stands for all."""
    archive.must_build(builder)
    archive.turn_to(1)
    archive.must_build(builder)
    which = 0
    found = [path.relative_to(archive.cache) for path in archive.cache.rglob("*") if path.is_file()]
    for pattern in sorted({spoilable(path) for path in found}):
        for way in ("overwrite", "truncate", "remove"):
            archive.turn_to(which := 1 - which)
            spoil(next(archive.cache.glob(pattern)), way)
            archive.must_build(builder)


def spoilable(path):
    """A pattern for this file of the cache, the same for every page of every tree."""
    in_tree = any(part.startswith("site-") for part in path.parts)
    return "twin/site-*/articles/2020/kept.html" if in_tree else path.as_posix()


def spoil(path, way):
    if way == "remove":
        path.unlink()
    elif way == "truncate":
        os.truncate(path, path.stat().st_size // 2)
    else:
        path.write_bytes(Random(7).randbytes(max(64, path.stat().st_size)))


# Watched

PAGES, READERS, PUBLISHES = 25, 32, 20


def version(number):
    """A site that says in every line of every page which version it is."""
    links = "".join(f'<a href="p/{page}.html">' for page in range(PAGES))
    page = f"version={number:04}\n" * 1_000
    site = {f"p/{name}.html": page.encode() for name in range(PAGES)}
    return site | {"index.html": index(f"version={number:04}\n" + links)}


def test_thirty_two_readers_see_whole_pages_of_whole_sites(tmp_path):
    desk = Desk(tmp_path)
    desk.build(version(0))
    over = threading.Event()
    with hosted(desk.output) as address, ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read_on, address, over, seed) for seed in range(READERS)]
        try:
            for number in range(1, PUBLISHES + 1):
                assert desk.build(version(number))
                time.sleep(0.1)
        finally:
            over.set()
        seen = [reader.result() for reader in readers]
    assert sum(pages for pages, _ in seen) > 10 * PUBLISHES
    assert len(set.union(*(versions for _, versions in seen))) > PUBLISHES / 2


def read_on(address, over, seed):
    """Follow links until it is over; how many pages were read, and which versions seen."""
    chance, parts = Random(seed), urlsplit(address)
    connection = HTTPConnection(parts.hostname, parts.port, timeout=60)
    newest, pages, versions = 0, 0, set()
    while not over.is_set():
        links = None
        for _ in range(6):
            path = chance.choice(links) if links else "index.html"
            connection.request("GET", parts.path + path)
            answer = connection.getresponse()
            text = answer.read().decode()
            assert answer.status == 200, path
            marks = set(map(int, re.findall(r"version=(\d+)", text)))
            assert len(marks) == 1, (path, marks)
            (number,) = marks
            assert number >= newest, f"{path} is older than what was seen"
            assert links is None or text.count("version=") == 1_000, path
            links = links or re.findall('href="([^"]+)"', text)
            newest, pages = number, pages + 1
            versions.add(number)
    connection.close()
    return pages, versions


def test_readers_of_a_real_build_never_miss_a_page(archive, builder):
    """Every page that both sites have, over and over, while one takes the place of the other."""
    archive.must_build(builder)
    both = sorted(set(archive.sites[0]) & set(archive.sites[1]))
    over = threading.Event()
    with hosted(archive.out) as address, ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read_all, address, both[n::4], over) for n in range(4)]
        try:
            for which in (1, 0):
                archive.turn_to(which)
                archive.must_build(builder)
        finally:
            over.set()
        assert all(reader.result() > 0 for reader in readers)


def read_all(address, paths, over):
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname, parts.port, timeout=60)
    rounds = 0
    while not over.is_set():
        for path in paths:
            connection.request("GET", parts.path + path)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, path
            time.sleep(0.001)  # the build needs a processor too
        rounds += 1
    connection.close()
    return rounds
