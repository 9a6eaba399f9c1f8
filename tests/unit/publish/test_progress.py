"""What a terminal shows while a build works, and what is written where there is none."""

import os
import pty
import re
from contextlib import suppress
from io import StringIO

import pytest

from plugins.publish.making import Made
from plugins.publish.progress import BAR, LINE, Progress
from plugins.publish.report import Report


class Terminal(StringIO):
    def isatty(self):
        return True


class Clock:
    """Its hand is moved by `tick`."""

    now = 100.0

    def __call__(self):
        return self.now

    def tick(self, seconds):
        self.now += seconds


def shown(stream, *, files, each, total):
    """What a build of so many files writes, each taking `each` seconds."""
    clock = Clock()
    with Progress(lambda: total, stream, clock) as progress:
        for _ in range(files):
            clock.tick(each)
            progress.add()
    return stream.getvalue()


def looks(text):
    """What stood on the line, one after the other."""
    return text.split("\r\033[K")[1:]


def test_a_terminal_shows_how_much_of_all_is_done(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    bars = looks(shown(Terminal(), files=4, each=1, total=4))
    assert bars[0] == f"[{'#' * 10}{'.' * 30}] 1 of 4 files"
    assert bars[-2] == f"[{'#' * 40}] 4 of 4 files"


def test_the_line_is_empty_again_at_the_end_and_after_a_failure(monkeypatch):
    assert looks(shown(Terminal(), files=4, each=1, total=4))[-1] == ""
    stream = Terminal()
    with pytest.raises(ValueError, match="broken"), Progress(lambda: 9, stream, Clock()):
        raise ValueError("broken")
    assert stream.getvalue().endswith("\r\033[K")


def test_it_is_drawn_at_most_ten_times_a_second():
    quick = looks(shown(Terminal(), files=1_000, each=0.002, total=1_000))
    assert 15 <= len(quick) <= 2.0 / BAR + 1


def test_without_a_total_there_is_a_count_and_no_bar():
    assert looks(shown(Terminal(), files=1, each=1, total=None)) == ["1 files", ""]


def test_a_narrow_terminal_keeps_the_numbers(monkeypatch):
    monkeypatch.setenv("COLUMNS", "30")
    assert looks(shown(Terminal(), files=1, each=1, total=4)) == ["1 of 4 files", ""]


def test_without_a_terminal_a_short_build_writes_nothing():
    assert shown(StringIO(), files=99, each=LINE / 100, total=99) == ""


def test_without_a_terminal_a_long_build_writes_a_plain_line_now_and_then():
    lines = shown(StringIO(), files=35, each=LINE / 10, total=35)
    assert lines == "10 of 35 files\n20 of 35 files\n30 of 35 files\n"


class Build:
    class plan:  # noqa: N801  # stands for an attribute
        total = None

        @classmethod
        def count(cls):
            cls.total = 3


@pytest.mark.parametrize(("explain", "quiet"), [(True, False), (False, True)])
def test_neither_explained_nor_quiet_builds_show_progress(explain, quiet, capsys):
    report = Report(started=0, explain=explain, quiet=quiet)
    with report.watching(Build):
        assert report.progress is None


@pytest.mark.parametrize(
    ("made", "line"),
    [
        (Made("x.html", b"1", written=True, why="y changed"), "written  x.html  (y changed)\n"),
        (Made("x.html", b"1", written=False, why="y changed"), "same     x.html  (y changed)\n"),
        (Made("x.html", None, written=False, why="y", gone=True), "gone     x.html  (y)\n"),
        (Made("x.html", None, written=False, why="y"), "absent   x.html  (y)\n"),
        (Made("x.html", b"1", written=True), "written  x.html\n"),
    ],
)
def test_a_file_is_explained_in_a_line(made, line, capsys):
    Report(started=0, explain=True, quiet=False).told(made)
    assert capsys.readouterr().out == line


def whatever_is_left(terminal):
    """Its other end is closed. What was written there comes in pieces, as the kernel passes it on;
    after the last of them Linux answers with an error, other systems with nothing."""
    pieces = []
    with suppress(OSError):
        while piece := os.read(terminal, 9_999):
            pieces.append(piece)
    return b"".join(pieces)


def test_a_real_terminal_shows_the_bar_and_is_left_clean(monkeypatch):
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as stream:
        monkeypatch.setattr("sys.stderr", stream)
        clock = Clock()
        report = Report(started=0, explain=False, quiet=False)
        monkeypatch.setattr(
            "plugins.publish.report.Progress", lambda total: Progress(total, None, clock)
        )
        with report.watching(Build):
            for _ in range(3):
                clock.tick(1)
                report.told(Made("x.html", b"1", written=True))
        report.told(Made("about.html", b"1", written=True))
    text = whatever_is_left(ours).decode()
    os.close(ours)
    assert re.findall(r"(\d) of 3 files", text) == ["1", "2", "3"]
    assert text.endswith("\r\033[K")
