"""What a terminal shows while a work goes on, and what is written where there is none."""

from io import StringIO

import pytest

from plugins.archive.progress import BAR, LINE, Progress


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


def test_it_says_what_is_counted():
    stream, clock = StringIO(), Clock()
    with Progress(lambda: 2, stream, clock, things="captures") as progress:
        clock.tick(LINE)
        progress.add()
    assert stream.getvalue() == "1 of 2 captures\n"
