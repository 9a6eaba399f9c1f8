"""Many captures in one run: which are taken, what is passed over, how far it is."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from invoke.parser.argument import Argument

from plugins.capture.loading import files, load, passed_over
from plugins.capture.several import count_words

from .conftest import HERE, Archive, make_archive

ROOT = HERE.parents[2]
NAMES = [
    "a.txt", "b.html", "c.mhtml", "d.warc.gz", "deep/e", "deep/f.pdf", "deep/g.jpg", "h.jpg",
    ".hidden.txt", "a.report.txt", ".git/x.txt", "b_files/frame.html", "b_files/i.png",
    "notes_files/kept.txt",
]  # fmt: skip


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", "utf-8")
    return folder


def test_folder_gives_its_captures_in_order(inbox: Path) -> None:
    found = [file.relative_to(inbox).as_posix() for file in files([inbox])]
    assert found == ["a.txt", "b.html", "c.mhtml", "d.warc.gz", "deep/e", "notes_files/kept.txt"]


def test_what_is_no_capture_is_counted(inbox: Path) -> None:
    assert passed_over([inbox, inbox / "a.txt"]) == {".jpg": 2, ".pdf": 1}


def test_file_that_is_named_is_taken_whatever_it_is_called(inbox: Path) -> None:
    assert list(files([inbox / "h.jpg", inbox / ".hidden.txt"])) == [
        inbox / "h.jpg", inbox / ".hidden.txt",
    ]  # fmt: skip


def test_each_file_is_taken_once(inbox: Path) -> None:
    again = inbox / "deep" / ".." / "a.txt"
    assert len(list(files([inbox / "a.txt", inbox, again]))) == 6


def test_link_to_a_folder_is_not_followed_for_ever(inbox: Path) -> None:
    (inbox / "deep" / "up").symlink_to(inbox, target_is_directory=True)
    assert len(list(files([inbox]))) == 6


def test_what_is_passed_over_is_said(archive: Archive, tmp_path: Path, plain: str) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text(plain, "utf-8")
    (folder / "a.jpg").write_bytes(b"x")
    assert archive.take(folder) == 0
    assert "passed over, for they are no captures: 1 .jpg" in archive.said


ARGUMENTS = [
    Argument(names=("file", "f"), positional=True),
    Argument(names=("source", "s"), kind=str),
    Argument(names=("dry", "d"), kind=bool, default=False),
]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("inv import a", 1),
        ("inv import a b c", 3),
        ("inv import a --source mint b", 2),
        ("inv import --source mint a b", 2),
        ("inv import --source=mint a b", 2),
        ("inv import -s mint a --dry b", 2),
        ("inv import", 0),
        ("inv --list", 1),
        ("inv import - a", 2),
    ],
)
def test_words_behind_the_name_are_counted(line: str, count: int) -> None:
    assert count_words(line.split(), "import", ARGUMENTS) == count


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", "import", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_command_takes_several_files(tmp_path: Path, plain: str) -> None:
    archive = make_archive(tmp_path / "content")
    names = []
    for number in (1, 2):
        text = plain.replace("New walls", f"Walls {number}").replace("additional", f"more {number}")
        names.append(tmp_path / f"{number}.txt")
        names[-1].write_text(text, "utf-8")
    done = run(*map(str, names), "--source", "harbour-post", "--content", str(archive.folder))
    assert done.returncode == 0, done.stderr
    assert len(list(archive.folder.glob("articles/*/*.md"))) == 2
    assert done.stderr == ""


def test_command_without_a_file_says_so() -> None:
    done = run()
    assert done.returncode == 1
    assert "'file'" in done.stderr


def whatever_is_left(terminal: int) -> bytes:
    """What was written there comes in pieces; after the last Linux answers with an error."""
    pieces = []
    with suppress(OSError):
        while piece := os.read(terminal, 9_999):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals to make on this system")
def test_terminal_shows_a_bar_and_is_left_clean(
    archive: Archive, tmp_path: Path, plain: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = os.openpty()
    ticks = iter(range(1_000))
    monkeypatch.setattr("plugins.archive.progress.Progress.__init__.__defaults__", (
        None, lambda: next(ticks), "files"))  # fmt: skip
    with os.fdopen(theirs, "w") as stream:
        monkeypatch.setattr("sys.stderr", stream)
        (tmp_path / "a.txt").write_text(plain, "utf-8")
        (tmp_path / "b.txt").write_text("x", "utf-8")
        archive.take(tmp_path / "a.txt", tmp_path / "b.txt")
    shown = whatever_is_left(ours).decode()
    os.close(ours)
    assert "1 of 2 captures" in shown
    assert "2 of 2 captures" in shown
    assert shown.endswith("\r\x1b[K")


def test_what_a_file_holds_besides_its_page_is_told(tmp_path: Path) -> None:
    parts = "".join(
        f"--x\nContent-Type: text/html\nContent-Location: https://a.example/{name}\n\n<p>{name}\n"
        for name in ("page", "frame")
    )
    file = tmp_path / "a.mhtml"
    file.write_text(f"Content-Type: multipart/related; boundary=x\n\n{parts}--x--\n", "utf-8")
    loaded = load(file)
    assert isinstance(loaded, list)
    assert loaded[0].page is not None
    assert loaded[0].page.notes == ("a frame of the page was passed over: https://a.example/frame",)
