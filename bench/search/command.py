"""`inv bench-search`: measure the search page and its index, print tables, write them down."""

import sys
from pathlib import Path

from filelock import FileLock, Timeout
from playwright.sync_api import Error as BrowserError

from .. import machine
from ..command import UsageError, ending_cleanly, fault, numbers, write_between
from ..measure import CommandError
from ..ours import Ours
from . import findings, report
from .browser import PageError, chromium
from .costs import costs
from .downloads import Visit, Visitor, visits
from .findings import Finding
from .host import hosted
from .questions import Questions
from .site import built
from .warm import times

BEGIN = "<!-- search: written by `inv bench-search --record` -->\n"
END = "<!-- end of search -->\n"


def bench(code: Path, *, day: str, sizes: str = "10000", record: bool = False) -> int:
    """Measure the project in `code` at each of `sizes`; the exit code. Without any, what is kept
    is shown."""
    home = code / ".cache" / "bench"
    home.mkdir(parents=True, exist_ok=True)
    kept = home / "search.json"
    try:
        with FileLock(home / "lock", timeout=0), ending_cleanly():
            for size in numbers(sizes) if sizes else ():
                say(f"{size:,} articles")
                findings.keep(kept, measured(home / "search" / str(size), code, size, day))
    except Timeout:
        return fault("another bench is running here; wait for it")
    except (UsageError, CommandError, PageError, BrowserError) as error:
        return fault(str(error))
    found = findings.read(kept)
    print(report.markdown(found))
    if record:
        page = code / "docs" / "performance.md"
        write_between(page, BEGIN, END, report.markdown(found))
    return 0


def measured(folder: Path, code: Path, size: int, day: str) -> Finding:
    """Everything about one size; each part says when it is done."""
    site = built(folder, code, size)
    found = Finding(articles=size, day=day, machine=machine.describe())
    say("the site is built; now the index alone")
    for name, value in costs(site, size):
        found.add(name, value)
    say("now in Chromium")
    in_chromium(site, size, found)
    print("\n".join(report.kinds_table(found)), flush=True)
    return found


def in_chromium(site: Ours, size: int, found: Finding) -> None:
    by_kind: dict[str, list[Visit]] = {}
    with hosted(site.output) as host, chromium() as browser:
        found.machine += f", Chromium {browser.version.partition('.')[0]}"
        for name, visit in visits(Visitor(browser, host), Questions(size)):
            by_kind.setdefault(name, []).append(visit)
        for name, values in times(browser, host, Questions(size)):
            found.values[name] = values
    for name, some in by_kind.items():
        found.add_visits(name, some)


def say(line: str) -> None:
    print(f"bench: {line}", file=sys.stderr, flush=True)
