"""What a build tells while it works: how far it is, or each file."""

import os
import pty
import re
from contextlib import suppress

import pytest

from plugins.archive.progress import Progress
from plugins.publish.making import Made
from plugins.publish.report import Report


class Clock:
    """Its hand is moved by `tick`."""

    now = 100.0

    def __call__(self):
        return self.now

    def tick(self, seconds):
        self.now += seconds


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
