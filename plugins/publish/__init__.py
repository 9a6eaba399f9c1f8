"""Publish: renders what the page rooms offer and puts the whole site in place at once.

In: the checked content (setting CONTENT), the pages that rooms give to the signal
`archive.signals.get_pages`, the theme. Out: the folder OUTPUT_PATH, replaced as a whole when
everything has been written; until then, and after any failure, it stays as it was. The new
site grows under CACHE_PATH. Hand-written pages are rendered by Pelican's own generator, read
and sanitised by our reader.
"""

import logging
import sys
from pathlib import Path
from time import perf_counter
from typing import Any, NoReturn

from pelican import Pelican, log, read_settings, signals
from pelican.generators import Generator, PagesGenerator
from pelican.readers import BaseReader, Readers

from ..archive.library import Library
from ..archive.site import Site
from . import addresses, assets, environment, tree
from .errors import ErrorCounter
from .handpages import read_hand_page
from .render import render
from .staging import Staging


class ArchiveGenerator(Generator):  # type: ignore[misc]  # Pelican has no annotations
    """Brings the archive into Pelican's run: pages of every room, and the theme's files."""

    def generate_context(self) -> None:
        content = self.settings["CONTENT"]
        self.library = Library.of(content, Path(self.settings["CACHE_PATH"]) / "store.sqlite")
        theme = assets.theme_files(Path(self.theme) / "static")
        self.pages = addresses.collect(self.library, theme)
        problems = addresses.clashes(self.pages, content)
        if problems:
            fail(*map(str, problems))
        self.site = Site.of(self.settings)
        environment.prepare(self.env, theme, content.pages)
        # For hand-written pages, which Pelican renders with its own context.
        self.context["site"] = self.site

    def generate_output(self, _writer: Any) -> None:
        root = Path(self.output_path)
        for page in self.pages:
            # No bytes: of no use on this site, as a sitemap is where SITEURL is not set.
            if data := render(page, self.env, self.library, self.site):
                tree.write(root / page.path, data)


class HandPageReader(BaseReader):  # type: ignore[misc]  # Pelican has no annotations
    """Reads hand-written pages in place of Pelican's Markdown reader."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, str]]:
        return read_hand_page(Path(source_path))


def add_generator(pelican: Pelican) -> type[Generator]:
    """Pelican asks once all plugins have started: the content has been checked by now."""
    prepare(pelican)
    return ArchiveGenerator


def prepare(pelican: Pelican) -> None:
    """Let Pelican write into a new folder instead of the published one."""
    settings = pelican.settings
    missing = set(settings["ROOMS"]) - set(settings["PLUGINS"])
    if missing:
        fail(f"cuttings: these rooms could not be loaded: {', '.join(sorted(missing))}")
    output, cache = Path(pelican.output_path), Path(settings["CACHE_PATH"])
    refusal = tree.refusal(output, Path(settings["PATH"]))
    if refusal:
        fail(f"cuttings: {refusal}")
    staging = Staging(output, cache)
    try:
        staging.begin()
    except OSError as error:
        fail(f"cuttings: {error.filename}: {error.strerror}; the site was left as it was")
    settings["STAGING"] = staging
    settings["ERRORS"] = ErrorCounter.watch("pelican")
    pelican.output_path = str(staging.next)


def add_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = HandPageReader


def prepare_hand_pages(generator: PagesGenerator) -> None:
    """Hand-written pages are rendered in an environment like the archive's."""
    theme = assets.theme_files(Path(generator.settings["THEME"]) / "static")
    environment.prepare(generator.env, theme, generator.settings["CONTENT"].pages)


def place_hand_page(generator: PagesGenerator, content: Any) -> None:
    """Tell the template where the page stands and what its front matter says."""
    generator.context["here"] = content.save_as
    generator.context["front"] = generator.settings["CONTENT"].pages[content.slug].front


def put_in_place(pelican: Pelican) -> None:
    """Exchange the published site for the new one, unless Pelican has logged an error."""
    errors: ErrorCounter = pelican.settings["ERRORS"]
    errors.unwatch()
    if errors.count:
        fail("cuttings: Pelican reported an error (above); the site was left as it was")
    staging: Staging = pelican.settings["STAGING"]
    try:
        staging.publish()
    except OSError as error:
        fail(f"cuttings: {error.filename}: {error.strerror}; the site could not be put in place")


def build_site(settings: Path, *, content: Path, output: Path, cache: Path, site_url: str) -> int:
    """Build as `python -m pelican` would, into the given folders; the exit code."""
    started = perf_counter()
    if not content.is_dir():
        print(f"cuttings: {content}: no such folder; name one with --content", file=sys.stderr)
        return 1
    log.init(logging.WARNING, name="pelican")
    # Pelican's closing line counts its own articles, of which there are none here.
    log.console.quiet = True
    folders = {"PATH": content, "OUTPUT_PATH": output, "CACHE_PATH": cache}
    override = {name: str(folder.absolute()) for name, folder in folders.items()}
    try:
        pelican = Pelican(read_settings(str(settings), {**override, "SITEURL": site_url}))
        pelican.run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    articles = len(pelican.settings["CONTENT"].articles)
    files = sum(1 for path in output.rglob("*") if path.is_file())
    print(f"{articles} articles, {files} files in {output} ({perf_counter() - started:.1f} s)")
    return 0


def fail(*lines: str) -> NoReturn:
    print(*lines, sep="\n", file=sys.stderr)
    raise SystemExit(1)


def register() -> None:
    signals.readers_init.connect(add_reader)
    signals.get_generators.connect(add_generator)
    signals.page_generator_init.connect(prepare_hand_pages)
    signals.page_generator_write_page.connect(place_hand_page)
    signals.finalized.connect(put_in_place)
