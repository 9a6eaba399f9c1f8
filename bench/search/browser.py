"""Chromium with nothing in its cache, and a search page that has settled."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from .host import Host

NAMED = "CUTTINGS_CHROMIUM"
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# On a phone the panel of filters is closed at first; on a wide screen it stands open.
PHONE = ViewportSize(width=390, height=844)
WIDE = ViewportSize(width=1280, height=900)
SETTLED = "cuttings-search:not([aria-busy]) [data-part=room]:not([hidden])"


class PageError(Exception):
    """The search page did not work, so there is nothing to measure."""


@contextmanager
def chromium() -> Iterator[Browser]:
    # Chromium's sandbox does not start for root, which is what a container runs as.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if is_root else list(FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=flags)
        try:
            yield browser
        finally:
            browser.close()


def executable() -> Path | None:
    """The browser of this machine; None for the one that Playwright brought."""
    named = os.environ.get(NAMED)
    found = named or next(filter(None, map(shutil.which, COMMANDS)), None)
    return Path(found) if found else None


@contextmanager
def opened(browser: Browser, host: Host, query: str, screen: ViewportSize) -> Iterator[Page]:
    """`search.html` with a query such as "?q=oil", settled, as whoever comes for the first time
    sees it. The host's account begins with it."""
    context = browser.new_context(viewport=screen)
    faults: list[str] = []
    context.on("weberror", lambda fault: faults.append(str(fault.error)))
    context.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    page = context.new_page()
    host.account()
    try:
        page.goto(f"{host.address}search.html{query}")
        settle(page)
        yield page
    finally:
        context.close()
    if faults:
        raise PageError(f"search.html{query}: {faults[0]}")


def settle(page: Page) -> None:
    """Wait until the search in hand is done and the page says so."""
    page.locator(SETTLED).wait_for(state="attached")
