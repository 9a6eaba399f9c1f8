"""Publish: makes what the page rooms offer and puts the whole site in place at once.

In: content, by way of the store; the rooms' answers to the signals of `archive.signals`; the
theme. Out: the folder OUTPUT_PATH, exchanged for the new site when all of it has been written;
until then, and after any failure, it stays as it was. CACHE_PATH holds the store and the tree
in which the new site grows. JOBS is the number of processes. Hand-written pages are rendered
by Pelican's own generator, read and sanitised by our reader.
"""

import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from pelican import Pelican, log, read_settings, signals
from pelican.generators import Generator, PagesGenerator
from pelican.readers import BaseReader, Readers

from ..archive.asked import Asked
from ..archive.closed import is_closed
from ..archive.problems import ContentProblemsError
from ..archive.roots import refusal
from ..archive.site import SettingError
from ..archive.unchanged import Seen
from . import environment
from .build import Build
from .errors import ErrorCounter
from .garbage import collect_seldom_to_the_end
from .handpages import Scratch, read_hand_page
from .order import order_of
from .report import Report
from .workers import make_ready


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican has no annotations
    """Brings the archive into Pelican's run."""

    def generate_context(self) -> None:
        # For hand-written pages, which Pelican renders with its own context.
        self.context["site"] = self.settings["BUILD"].order.site

    def generate_output(self, _writer: Any) -> None:
        build: Build = self.settings["BUILD"]
        with told_in_one_line(self), self.settings["REPORT"].watching(build):
            build.make()


class HandPageReader(BaseReader):  # type: ignore[misc]  # Pelican has no annotations
    """Reads hand-written pages in place of Pelican's Markdown reader."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, str]]:
        return read_hand_page(Path(source_path))


def add_generator(pelican: Pelican) -> type[Generator]:
    """Pelican asks this once all rooms are there: the build begins here."""
    settings = pelican.settings
    missing = set(settings["ROOMS"]) - set(settings["PLUGINS"])
    if missing:
        fail(f"cuttings: these rooms could not be loaded: {', '.join(sorted(missing))}")
    why_not = refusal(Path(pelican.output_path), Path(settings["PATH"]))
    if why_not:
        fail(f"cuttings: {why_not}")
    settings["ERRORS"] = ErrorCounter.watch("pelican")
    report = settings["REPORT"] = Report.of(settings)
    try:
        order = order_of(settings, Path(pelican.output_path))
    except SettingError as error:
        fail(f"cuttings: {error}")
    build = Build(order, report.told)
    with told_in_one_line(pelican):
        build.__enter__()
        settings["BUILD"] = build
        build.take_in()
        build.begin()
    report.begins(build)
    # Pelican writes into files that are there; those of the new tree may be published ones.
    settings["SCRATCH"] = Scratch(Path(settings["CACHE_PATH"]))
    pelican.output_path = str(settings["SCRATCH"].folder)
    return ArchiveGenerator


def add_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = HandPageReader


def prepare_hand_pages(generator: PagesGenerator) -> None:
    """Hand-written pages are rendered in an environment like the archive's."""
    build: Build = generator.settings["BUILD"]
    generator.settings["FRAGMENTS"] = environment.prepare(
        generator.env, build.order.site, build.look.assets(), build.look.hand_pages
    )


def place_hand_page(generator: PagesGenerator, content: Any) -> None:
    """Tell the template where the page stands and what its front matter says."""
    generator.context["here"] = content.save_as
    generator.context["front"] = generator.settings["BUILD"].library.pages[content.slug].front


def put_in_place(pelican: Pelican) -> None:
    """Exchange the published site for the new one, unless Pelican has logged an error."""
    settings = pelican.settings
    build: Build = settings["BUILD"]
    errors: ErrorCounter = settings["ERRORS"]
    errors.unwatch()
    if errors.count:
        give_up(build, "cuttings: Pelican reported an error (above); the site is as it was")
    with told_in_one_line(pelican):
        for path, data in settings["SCRATCH"].files():
            build.add(path, settings["FRAGMENTS"].settled(path, data.decode()).encode())
        build.publish()
    settings["REPORT"].ends(build)
    build.__exit__(None, None, None)


@contextmanager
def told_in_one_line(pelican: Any) -> Iterator[None]:
    """End the build with a line for each problem of content, or one for what the machine
    refused; the site is as it was unless files were being replaced one by one."""
    try:
        yield
    except ContentProblemsError as error:
        give_up(pelican.settings.get("BUILD"), *map(str, error.problems))
    except OSError as error:
        where = error.filename or pelican.settings["CACHE_PATH"]
        give_up(pelican.settings.get("BUILD"), f"cuttings: {where}: {error.strerror or error}")
    except sqlite3.Error as error:
        cache = pelican.settings["CACHE_PATH"]
        give_up(pelican.settings.get("BUILD"), f"cuttings: {cache}: {error}; see to its disk")


def give_up(build: Build | None, *lines: str) -> NoReturn:
    if build is not None:
        build.__exit__(None, None, None)
    fail(*lines)


def fail(*lines: str) -> NoReturn:
    print(*lines, sep="\n", file=sys.stderr)
    raise SystemExit(1)


def import_rooms(settings: str, content: Path) -> None:
    """Import all that a build with these settings will, so that it need not. Where there is no
    content, that is for the build to say."""
    if content.is_dir():
        read_settings(settings, {"PATH": str(content)})


def build_site(
    asked: Asked,
    *,
    seen: Seen | None = None,
    jobs: int = 0,
    explain: bool = False,
    started: float,
) -> int:
    """Build as `python -m pelican` would what was asked for; the exit code. For a process that
    ends with it."""
    collect_seldom_to_the_end()
    if not asked.content.is_dir():
        print(
            f"cuttings: {asked.content}: no such folder; name one with --content", file=sys.stderr
        )
        return 1
    make_ready(asked.content, asked.cache, jobs)
    log.init(logging.WARNING, name="pelican")
    # Pelican's closing line counts its own articles, of which there are none here.
    log.console.quiet = True
    override: dict[str, Any] = {
        "PATH": str(asked.content),
        "OUTPUT_PATH": str(asked.output),
        "CACHE_PATH": str(asked.cache),
        "SITEURL": asked.site_url,
        "SEEN": seen,
        "STARTED": started,
        "EXPLAIN": explain,
        "QUIET": False,
    }
    if jobs:
        override["JOBS"] = jobs
    try:
        read = read_settings(str(asked.settings), override)
        # Digested before and after: the file may have been saved while Pelican ran it.
        if asked.again() == asked and is_closed(asked.settings, read):
            read["ASKED"] = asked.text
        Pelican(read).run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0


def register() -> None:
    signals.readers_init.connect(add_reader)
    signals.get_generators.connect(add_generator)
    signals.page_generator_init.connect(prepare_hand_pages)
    signals.page_generator_write_page.connect(place_hand_page)
    signals.finalized.connect(put_in_place)
