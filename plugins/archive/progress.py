"""How far a work is: a bar on a terminal; elsewhere a line now and then, if it takes long."""

import sys
from collections.abc import Callable
from shutil import get_terminal_size
from time import perf_counter
from types import TracebackType
from typing import Self, TextIO

BAR = 0.1  # seconds between two looks of the bar
LINE = 10.0  # and between two lines, where there is no terminal
WIDTH = 40  # columns of the bar, where the terminal has as many
WORDS = 36  # columns that are left for the numbers


class Progress:
    """Counts things that are done: files that a build makes, captures that are imported.

    `total` says how many there are to be, or None as long as nobody knows: the pages of a large
    site are named little by little while others are made. Until the last is named there is only
    the count; a share of those named so far would always be nearly all. A folder of the search
    index is one file here: its files come together. On leaving, the terminal's line is empty.
    """

    def __init__(
        self,
        total: Callable[[], int | None],
        stream: TextIO | None = None,
        clock: Callable[[], float] = perf_counter,
        things: str = "files",
    ) -> None:
        self.total = total
        self.stream = stream or sys.stderr
        self.clock = clock
        self.things = things
        self.is_terminal = self.stream.isatty()
        self.done = 0

    def __enter__(self) -> Self:
        self.shown = self.clock()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.is_terminal:
            self.write("\r\033[K")

    def add(self) -> None:
        self.done += 1
        if self.clock() - self.shown >= (BAR if self.is_terminal else LINE):
            self.shown = self.clock()
            self.write(f"\r\033[K{self.bar()}" if self.is_terminal else f"{self.words()}\n")

    def write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()

    def words(self) -> str:
        total = self.total()
        done = f"{self.done}" if total is None else f"{self.done} of {total}"
        return f"{done} {self.things}"

    def bar(self) -> str:
        """[######......] 1200 of 2400 files"""
        total = self.total()
        width = min(WIDTH, get_terminal_size().columns - WORDS)
        if not total or width <= 0:
            return self.words()
        full = width * self.done // total
        return f"[{'#' * full}{'.' * (width - full)}] {self.words()}"
