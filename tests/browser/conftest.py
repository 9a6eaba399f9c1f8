"""A browser, the sites over HTTP and from disk, and pages that tell what went wrong."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    WebError,
    sync_playwright,
)

from tests.browser.chromium import find_chromium, is_root
from tests.browser.kinds import KINDS
from tests.hosting import hosted

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
# Told by the page itself, so that a violation counts even where the console is silent.
TELL_VIOLATIONS = """
addEventListener('securitypolicyviolation', violation =>
    cuttingsFault(`policy: ${violation.effectiveDirective} refused ${violation.blockedURI}`));
"""

OpenPage = Callable[..., Page]


def visit(page: Page, address: str) -> Page:
    """Go there and wait until a search, if one was asked for, has its results."""
    page.goto(address)
    if "search.html?q=" in address:
        page.locator("[data-part=found]:not(:empty)").wait_for()
    return page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m "not browser"` leaves out whatever drives one; nobody has to remember the mark."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Chromium's sandbox does not start for root, which is what a container runs as.
    flags = [*FLAGS, "--no-sandbox"] if is_root() else list(FLAGS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def http_site(site: Path) -> Iterator[str]:
    """Its address under a sub-path, with a trailing slash."""
    with hosted(site) as address:
        yield address


@pytest.fixture(scope="session")
def file_site(site: Path) -> str:
    """Its address on this disk, with a trailing slash."""
    return f"{site.as_uri()}/"


@pytest.fixture(scope="session")
def host(request: pytest.FixtureRequest) -> Iterator[Callable[[str], str]]:
    """`host("good_site")`: the address of any built site, served while the tests run."""
    with ExitStack() as stack:

        @cache
        def address(name: str) -> str:
            return stack.enter_context(hosted(request.getfixturevalue(name)))

        yield address


@pytest.fixture(params=[pytest.param(kind, id=name) for name, kind in KINDS.items()])
def kind(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A site and a page of it, one of each kind in turn."""
    found: tuple[str, str] = request.param
    return found


@pytest.fixture
def kind_address(kind: tuple[str, str], host: Callable[[str], str]) -> str:
    """The address of a page of each kind in turn."""
    site, page = kind
    return f"{host(site)}{page}"


@pytest.fixture
def faults() -> list[str]:
    """What went wrong on the pages of this test. A test that means to provoke a fault takes it
    out of here (`faults.clear()`) once it has looked at it."""
    return []


@pytest.fixture
def open_page(chromium: Browser, faults: list[str]) -> Iterator[OpenPage]:
    """`open_page(viewport=..., color_scheme="dark", java_script_enabled=False, ...)`: a page in
    a fresh context with Playwright's options, watched until the test ends."""
    contexts: list[BrowserContext] = []

    def opened(**options: object) -> Page:
        context = chromium.new_context(**options)
        contexts.append(context)
        watch(context, faults)
        return context.new_page()

    yield opened
    for context in contexts:
        settle(context)
        context.close()
    assert not faults, "on the page:\n" + "\n".join(faults)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A desktop page; no console error, policy violation, failed request, dialog or request to
    another origin may have happened on it by the end of the test."""
    return open_page()


def watch(context: BrowserContext, faults: list[str]) -> None:
    """Whole contexts, because a window that a page opens asks for its address before it is
    there to be watched."""
    origin = ""

    def requested(request: Request) -> None:
        nonlocal origin
        here = origin_of(request.url)
        if request.is_navigation_request() and is_local(request.url):
            origin = here
        if here not in {origin, "data:", "blob:"}:
            faults.append(f"another origin: {request.url}")

    def failed(request: Request) -> None:
        # what a new navigation cuts off has not failed
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"request failed: {request.url} {request.failure}")

    def said(line: ConsoleMessage) -> None:
        if line.type == "error":
            faults.append(f"console: {line.text} ({line.location['url']})")

    def thrown(error: WebError) -> None:
        faults.append(f"script: {error.error}")

    def asked(dialog: Dialog) -> None:
        faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def fault(words: str) -> None:  # Playwright marks the function, which a built-in refuses
        faults.append(words)

    context.on("request", requested)
    context.on("requestfailed", failed)
    context.on("console", said)
    context.on("weberror", thrown)
    context.on("dialog", asked)
    context.expose_function("cuttingsFault", fault)
    context.add_init_script(TELL_VIOLATIONS)


def settle(context: BrowserContext) -> None:
    """Events on their way to us arrive while we wait for an answer."""
    for page in context.pages:
        page.evaluate("0")


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else f"{parts.scheme}:"


def is_local(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "file" or parts.hostname == "127.0.0.1"
