"""The sample content, broken in one way after the other: each time the build says where, exits
with 1, and leaves the published site as it was."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from tests.building import GOOD, ROOT, SAMPLE, files, run_build, run_python, traces

ARTICLE = "articles/2021/lavrov-jaishankar-new-delhi-2021.md"
OTHER = "articles/1971/indo-soviet-treaty-1971.md"
PERSON = "authorities/people/sergey-lavrov.yaml"
OVERSIZE = 1_000_001


class Draft:
    """A copy of the content to break. Each way of breaking gives (path, line)."""

    def __init__(self, folder):
        self.folder = folder

    def replace(self, path, pattern, new, *, at=0):
        """Exchange the one match of a pattern; the line is where the match begins, plus `at`."""
        file = self.folder / path
        text = file.read_text("utf-8")
        found = list(re.finditer(pattern, text, re.MULTILINE))
        assert found, (path, pattern)
        start = found[0].start()
        changed = text[:start] + new + text[found[0].end() :]
        file.write_bytes(changed.encode("utf-8", "surrogatepass"))
        return path, text.count("\n", 0, start) + 1 + at

    def prepend_to_body(self, path, new):
        """`new` in bytes as the first line below the front matter."""
        file = self.folder / path
        head, fence, body = file.read_bytes().partition(b"\n---\n")
        file.write_bytes(head + fence + b"\n" + new + b"\n" + body)
        return path, head.count(b"\n") + 4

    def add(self, path, data=b"x"):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return path, 1

    def copy(self, path, to):
        self.add(to, (self.folder / path).read_bytes())


def alike(draft):
    """The same article once more, under another name."""
    twin = ARTICLE.replace("lavrov-", "the-same-lavrov-")
    draft.copy(ARTICLE, twin)
    return draft.replace(twin, "^source_url: ", "source_url: ")


def symlink(draft):
    path = draft.folder / "articles/2021/linked.md"
    path.symlink_to(draft.folder / ARTICLE)
    return "articles/2021/linked.md", 1


def linked_folder(draft):
    (draft.folder / "articles/2020-linked").symlink_to(draft.folder / "articles/2020")
    return "articles/2020-linked", 1


def pipe(draft):
    os.mkfifo(draft.folder / "articles/2021/pipe.md")
    return "articles/2021/pipe.md", 1


def bound_socket(draft):
    here = Path.cwd()
    os.chdir(draft.folder)  # an address of a socket has room for some hundred bytes only
    try:
        socket.socket(socket.AF_UNIX).bind("a.sock")
    finally:
        os.chdir(here)
    return "a.sock", 1


def people(name):
    return lambda draft: draft.replace(ARTICLE, "^- sergey-lavrov$", f"- {name}")


def key(line, pattern="^source: "):
    return lambda draft: draft.replace(ARTICLE, pattern, f"{line}\nsource: ")


def value(name, new):
    return lambda draft: draft.replace(ARTICLE, f"^{name}: .*$", f"{name}: {new}")


def without(name):
    return lambda draft: (draft.replace(ARTICLE, f"^{name}: .*\n", "")[0], 1)


def body(data):
    return lambda draft: draft.prepend_to_body(ARTICLE, data)


BREAKAGES = {
    # (how, code, words of the remedy)
    "unknown key": (key("sumary: x"), "unknown-key", "did you mean `summary`?"),
    "unknown key inside": (
        lambda d: d.replace(ARTICLE, "^  sha256: ", "  sha265: "), "unknown-key", "`sha256`"
    ),
    "missing date": (without("date"), "missing-date", "add it"),
    "missing title": (without("title"), "missing-title", "add it"),
    "missing source": (without("source"), "missing-source", "add it"),
    "empty title": (value("title", ""), "missing-title", "fill it in"),
    "impossible date": (value("date", "2021-02-30"), "bad-date", "2021-02-30"),
    "date in words": (value("date", "6 April 2021"), "bad-date", "write a day as 2021-04-06"),
    "time without offset": (value("date", "2021-04-06T15:28:00"), "bad-date", "offset"),
    "month thirteen": (value("happened", "2021-13"), "bad-date", "2021-13"),
    "range backwards": (value("happened", "2021-04-06/2021-04-05"), "bad-date", "not after"),
    "wrong year": (value("date", "2019-04-06"), "wrong-year", "2021/"),
    "unknown person": (people("sergey-lavrof"), "unknown-person", "did you mean sergey-lavrov"),
    "unheard-of person": (people("xyzzy"), "unknown-person", "authorities/people/<id>.yaml"),
    "a heading": (people("Sergey Lavrov"), "variant-not-id", "write the id sergey-lavrov"),
    "a variant": (people("Sergei Lavrov"), "variant-not-id", "write the id sergey-lavrov"),
    "another script": (people("Сергей Лавров"), "variant-not-id", "write the id sergey-lavrov"),
    "unknown place": (
        lambda d: d.replace(ARTICLE, "^- new-delhi$", "- new-dehli"), "unknown-place", "new-delhi"
    ),
    "unknown organisation": (
        lambda d: d.replace(ARTICLE, "^- mea-india$", "- mea-indai"), "unknown-organisation",
        "mea-india",
    ),
    "unknown tag": (
        lambda d: d.replace(ARTICLE, "^- defence$", "- defense-x"), "unknown-tag", "defence"
    ),
    "unknown source": (value("source", "mintt"), "unknown-source", "mint"),
    "person twice": (
        lambda d: d.replace(ARTICLE, "^- s-jaishankar$", "- sergey-lavrov"), "repeated-id", "twice"
    ),
    "duplicate key": (
        lambda d: d.replace(ARTICLE, "^source: mint", "source: mint\nsource: mint", at=1),
        "duplicate-key", "keep one",
    ),
    "two alike": (alike, "duplicate-article", ARTICLE),
    "colon in a title": (value("title", "Talks: a list"), "bad-yaml", "quotes"),
    "anchor": (value("title", "&a Talks"), "bad-yaml", "quotes"),
    "tab": (
        lambda d: d.replace(ARTICLE, "^source: ", "section:\n\t- x\nsource: ", at=1),
        "bad-yaml", "tab",
    ),
    "list for a word": (value("text", "[full]"), "bad-value", "one value"),
    "word for a list": (key("aliases: x"), "bad-value", "list"),
    "unknown rights": (value("rights", "mine"), "bad-value", "InC"),
    "script address": (value("source_url", "javascript:0"), "bad-value", "http"),
    "not UTF-8": (body(b"caf\xe9"), "not-utf-8", "0xe9"),
    "merge marker": (body(b"<<<<<<< HEAD"), "merge-marker", "resolve"),
    "null byte": (body(b"a\x00b"), "control-character", "U+0000"),
    "escape": (body(b"a\x1b[31mb"), "control-character", "U+001B"),
    "reordering mark": (body("a\u202eb".encode()), "control-character", "U+202E"),
    "unterminated": (
        lambda d: (d.replace(ARTICLE, "^---\n\n", "\n")[0], 1), "unterminated-front-matter", "---"
    ),
    "no front matter": (
        lambda d: (d.replace(ARTICLE, r"\A---\n", "")[0], 1), "no-front-matter", "---"
    ),
    "no text": (
        lambda d: d.replace(ARTICLE, "^text: digest", "text: metadata"), "text-not-shown", "remove"
    ),
    "dead link": (body(b"See [that](../2021/no-such.md)."), "dead-link", "no-such.md"),
    "link out": (body(b"See [that](../../../tasks.py)."), "dead-link", "tasks.py"),
    "notes": (lambda d: d.add("articles/2021/notes.txt"), "unknown-file", "rename"),
    "capital letters": (lambda d: d.add("articles/2021/Notes.md"), "unknown-file", "small letters"),
    "stray file": (lambda d: d.add("report.docx"), "unknown-file", "remove"),
    "stray folder": (lambda d: d.add("drafts/x.md"), "unknown-file", "remove"),
    "swap file": (lambda d: d.add("articles/2021/.x.md.swp"), "unknown-file", "rename"),
    "script as image": (lambda d: d.add("images/x.svg"), "unknown-file", "ends in"),
    "symlink": (symlink, "symlink", "the file itself"),
    "linked folder": (linked_folder, "symlink", "the file itself"),
    "pipe": (pipe, "not-a-file", "remove"),
    "socket": (bound_socket, "not-a-file", "remove"),
    "oversize": (lambda d: d.add("articles/2021/big.md", b"x" * OVERSIZE), "too-large", "shorten"),
    "empty file": (lambda d: d.add("articles/2021/none.md", b""), "no-front-matter", "---"),
    "record: unknown key": (
        lambda d: d.replace(PERSON, "^heading: ", "rolle: x\nheading: "), "unknown-key", "`role`"
    ),
    "record: no heading": (
        lambda d: (d.replace(PERSON, "^heading: .*\n", "")[0], 1), "missing-heading", "add it"
    ),
    "record: YAML": (lambda d: d.add(PERSON, b"heading: a: b\n"), "bad-yaml", "quotes"),
    "record: shared name": (
        lambda d: d.add("authorities/people/zz-lavrov.yaml", b"heading: Sergey Lavrov\n"),
        "shared-name", "sergey-lavrov",
    ),
    "page: no title": (
        lambda d: (d.replace("pages/about.md", "^title: .*\n", "")[0], 1), "missing-title", "add it"
    ),
    "page: address taken": (
        lambda d: d.add("pages/search.md", b"---\ntitle: x\n---\nx\n"), "reserved-name", "rename"
    ),
    "alias taken": (
        key("aliases: [articles/1971/indo-soviet-treaty-1971.html]"), "alias-taken", "remove"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    """A folder with a built site in it, and the content that it was built from."""
    folder = tmp_path_factory.mktemp("published")
    copytree(SAMPLE, folder / "content", ignore=lambda *_: {".gitkeep"})
    built = run_build(folder / "content", folder)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture
def draft(published):
    """The content to break, made good again afterwards."""
    yield Draft(published / "content")
    rmtree(published / "content")
    copytree(SAMPLE, published / "content")


def refused(published, build):
    """The lines of stderr of a build that must fail and touch nothing."""
    before = traces(published / "out")
    beside = sorted(path.name for path in published.iterdir())
    built = build()
    assert built.returncode == 1, built.stdout
    assert "Traceback" not in built.stdout + built.stderr
    assert traces(published / "out") == before
    assert sorted(path.name for path in published.iterdir()) == beside
    return built.stderr.splitlines()


@pytest.mark.parametrize(
    ("breakage", "code", "remedy"),
    [pytest.param(*case, id=name) for name, case in BREAKAGES.items()],
)
def test_broken_content_is_named_and_the_site_stays(published, draft, breakage, code, remedy):
    path, line = breakage(draft)
    told = refused(published, lambda: run_build(draft.folder, published))
    start = f"content/{path}:{line}: {code}: "
    assert [x for x in told if x.startswith(start) and remedy in x.removeprefix(start)], told


def test_problems_of_all_files_are_told_in_one_run(published, draft):
    expected = set()
    for breakage, code, _ in (
        BREAKAGES["unknown key"], BREAKAGES["stray file"], BREAKAGES["record: unknown key"]
    ):  # fmt: skip
        path, line = breakage(draft)
        expected.add(f"content/{path}:{line}: {code}")
    draft.replace(OTHER, "^date: .*$", "date: soon")
    told = refused(published, lambda: run_build(draft.folder, published))
    assert expected <= {": ".join(x.split(": ")[:2]) for x in told}
    assert [x for x in told if x.startswith(f"content/{OTHER}:") and "bad-date" in x]


def test_the_same_problems_are_told_in_the_same_order(published, draft):
    for breakage in ("unknown key", "stray file", "record: unknown key", "symlink"):
        BREAKAGES[breakage][0](draft)
    first, second = (run_build(draft.folder, published, env={"PYTHONHASHSEED": s}) for s in "12")
    assert first.stderr == second.stderr
    paths = [x.split(":")[0] for x in first.stderr.splitlines()]
    assert paths == sorted(paths)


def test_pelican_itself_refuses_as_we_do(published, draft):
    path, line = BREAKAGES["unknown person"][0](draft)
    settings = ROOT / "pelicanconf.py"
    told = refused(
        published,
        lambda: run_python(
            "pelican", str(draft.folder), "-s", str(settings), "-o", str(published / "out"),
            "-e", f'CACHE_PATH="{published / "cache"}"',
        ),
    )  # fmt: skip
    assert [x for x in told if x.startswith(f"content/{path}:{line}: unknown-person: ")]


def test_checking_and_building_find_the_same(published, draft):
    for breakage in ("unknown key", "stray file", "dead link"):
        BREAKAGES[breakage][0](draft)
    built = run_build(draft.folder, published)
    checked = run_python("invoke", "check", "--content", str(draft.folder))
    assert checked.returncode == 1
    assert checked.stderr == built.stderr


def test_a_mended_article_builds_again(published, draft):
    before = files(published / "out")
    BREAKAGES["unknown person"][0](draft)
    assert run_build(draft.folder, published).returncode == 1
    draft.add(ARTICLE, (SAMPLE / ARTICLE).read_bytes())
    assert run_build(draft.folder, published).returncode == 0
    assert files(published / "out") == before


@pytest.mark.parametrize("line", ["{{ nothing.at.all }}", "{% if %}"])
def test_a_fault_in_a_template_leaves_the_site_as_it_was(published, tmp_path, line):
    """A fault of ours may show a trace; it may not show a reader half a site."""
    project = tmp_path / "project"
    for name in ("plugins", "theme"):
        copytree(ROOT / name, project / name)
    for name in ("pelicanconf.py", "tasks.py"):
        (project / name).write_bytes((ROOT / name).read_bytes())
    template = project / "theme" / "templates" / "day.html"
    template.write_text(
        template.read_text("utf-8").replace("{% block main %}", f"{{% block main %}}{line}")
    )
    before = traces(published / "out")
    paths = ["--content", published / "content", "--output", published / "out"]
    paths += ["--cache", published / "cache"]
    built = run_python("invoke", "build", *map(str, paths), cwd=project)
    assert built.returncode != 0
    assert "day.html" in built.stderr
    assert traces(published / "out") == before


@pytest.mark.parametrize("part", [0.4, 0.7, 0.85, 1.0])
def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path, part):
    """Never a mixture; and the next build needs no help."""
    content = copytree(GOOD, tmp_path / "content")
    started = time.perf_counter()
    assert run_build(content, tmp_path).returncode == 0
    takes = time.perf_counter() - started
    old = files(tmp_path / "out")
    path = content / "articles" / "2021" / "ferry-talks.md"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: News of "), "utf-8")
    assert run_build(content, tmp_path / "other").returncode == 0
    new = files(tmp_path / "other" / "out")
    assert old != new

    killed_after(takes * part, content, tmp_path)
    if (tmp_path / "out").exists():  # there may be an instant without it
        assert files(tmp_path / "out") in (old, new)
    assert run_build(content, tmp_path).returncode == 0
    assert files(tmp_path / "out") == new


def killed_after(seconds, content, folder):
    """A build that is killed, with all that it started."""
    paths = ["--content", content, "--output", folder / "out", "--cache", folder / "cache"]
    build = subprocess.Popen(
        [sys.executable, "-m", "invoke", "build", *map(str, paths)],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(seconds)
    with suppress(ProcessLookupError):  # it was quicker this time
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("content", "overlaps"),
        (".", "overlaps"),
        ("content/out", "overlaps"),
        ("mine", "other files"),
    ],
)
def test_a_folder_that_is_no_site_is_never_replaced(tmp_path, name, words):
    copytree(SAMPLE, tmp_path / "content")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    before = traces(tmp_path)
    arguments = ["--content", tmp_path / "content", "--output", tmp_path / name]
    built = run_python(
        "invoke", "build", *map(str, arguments), "--cache", str(tmp_path.with_suffix(".cache"))
    )
    assert built.returncode == 1
    assert words in built.stderr
    assert "Traceback" not in built.stderr
    assert traces(tmp_path) == before
