"""The sites that several tests look at, each built once in a fresh process."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.archives import write_extreme, write_large, write_nothing, write_single, write_unnamed
from tests.building import ADDRESS, GOOD, SAMPLE, build_site
from tests.hostile import write_hostile

BuildOnce = Callable[..., Path]


def pytest_configure() -> None:
    """A shell that runs tests in the background has them ignore Ctrl-C, and whatever they start
    inherits that; some of it is to be stopped so."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory) -> BuildOnce:
    """`build_once(name, content, *options)`: a built site, one for all xdist workers too.
    `content` is a folder, or a function that writes one."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent

    def built(name: str, content: Path | Callable[[Path], Path], *options: str) -> Path:
        folder = shared / name
        with FileLock(shared / f"{name}.lock"):
            if not (folder / "built").exists():
                where = content if isinstance(content, Path) else content(folder / "content")
                build_site(where, folder, *options)
                (folder / "built").touch()
        return folder / "out"

    return built


@pytest.fixture(scope="session")
def site(build_once: BuildOnce) -> Path:
    """The real content."""
    return build_once("real-site", SAMPLE)


@pytest.fixture(scope="session")
def addressed_site(build_once: BuildOnce) -> Path:
    """The real content for a site that knows its address."""
    return build_once("addressed-site", SAMPLE, "--site-url", ADDRESS)


@pytest.fixture(scope="session")
def good_site(build_once: BuildOnce) -> Path:
    """The tiny archive that has everything."""
    return build_once("good-site", GOOD)


@pytest.fixture(scope="session")
def addressed_good_site(build_once: BuildOnce) -> Path:
    return build_once("addressed-good-site", GOOD, "--site-url", ADDRESS)


@pytest.fixture(scope="session")
def large_site(build_once: BuildOnce) -> Path:
    """A thousand articles: lists are cut by the calendar."""
    return build_once("large-site", write_large)


@pytest.fixture(scope="session")
def extreme_site(build_once: BuildOnce) -> Path:
    """The longest names, the widest tables."""
    return build_once("extreme-site", write_extreme)


@pytest.fixture(scope="session")
def hostile_site(build_once: BuildOnce) -> Path:
    """An attack in every field."""
    return build_once("hostile-site", write_hostile)


@pytest.fixture(scope="session")
def empty_site(build_once: BuildOnce) -> Path:
    """Folders and nothing in them."""
    return build_once("empty-site", write_nothing)


@pytest.fixture(scope="session")
def single_site(build_once: BuildOnce) -> Path:
    """One article."""
    return build_once("single-site", write_single)


@pytest.fixture(scope="session")
def unnamed_site(build_once: BuildOnce) -> Path:
    """Records that no article names, and no article at all."""
    return build_once("unnamed-site", write_unnamed)
