"""`inv bench-import`: the text that an import finds in saved pages, beside trafilatura alone."""

import tarfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

from plugins.archive.text.body import markdown, plain
from plugins.archive.text.sanitise import sanitise
from plugins.capture.compose import body
from plugins.capture.ledger import TOKEN
from plugins.capture.saved import outside
from plugins.capture.saved.charsets import decode
from plugins.capture.saved.extractors import extracted
from plugins.capture.saved.reading import read_page, see
from plugins.capture.saved.tree import clean
from plugins.capture.saved.webpage import page as saved_page

from .. import machine
from ..command import fault, write_between
from .collection import Page, pages
from .score import Score, score, total

BEGIN = "<!-- import: written by `inv bench-import --record` -->\n"
END = "<!-- end of import -->\n"
Text = Callable[[Page], str]


def bench(code: Path, file: Path, *, day: str, record: bool = False) -> int:
    """Measure on the collection in `file`, print a table, write it down; the exit code."""
    try:
        given = list(pages(file))
    except (OSError, KeyError, ValueError, tarfile.TarError) as error:
        return fault(f"{file} holds no collection of pages: {error}")
    lines = list(table(given, day))
    print("\n".join(lines))
    if record:
        write_between(code / "docs" / "performance.md", BEGIN, END, "\n".join(lines) + "\n")
    return 0


def table(given: list[Page], day: str) -> Iterator[str]:
    yield f"\nMeasured {day}, {len(given)} pages: {machine.describe()}\n"
    yield "| | precision | recall | F1 | mean F1 of pages | pages with 99% of the words |"
    yield "|---|---:|---:|---:|---:|---:|"
    halves = [page for page in given if odd(page)], [page for page in given if not odd(page)]
    texts: tuple[tuple[str, Text], ...] = (("ours", ours), ("trafilatura alone", careful))
    seconds: list[float] = []
    for name, find in texts:
        scores = {page.id: measured(find, page, seconds) for page in given}
        for part, some in (("", given), (", one half", halves[0]), (", the other", halves[1])):
            yield row(f"{name}{part}", [scores[page.id] for page in some])
    lost = sum(map(words_lost, given))
    yield ""
    yield f"Words lost without a trace: {lost}. Processor time for one page, the middle of ours: "
    yield f"{median(seconds[: len(given)]):.2f} s, the most {max(seconds[: len(given)]):.2f} s."


def odd(page: Page) -> bool:
    """Two halves that nobody chose."""
    return bool(int(page.id[-1], 16) % 2)


def measured(find: Text, page: Page, seconds: list[float]) -> Score:
    started = process_time()
    found = find(page)
    seconds.append(process_time() - started)
    return score(page.text, found)


def row(name: str, scores: list[Score]) -> str:
    means = total(scores)
    values = (means.precision, means.recall, means.f1, means.f1_of_pages, means.kept)
    return f"| {name} | {' | '.join(f'{value:.3f}' for value in values)} |"


def ours(page: Page) -> str:
    """The words that a reader of the article would see."""
    reading = read_page(see(saved_page(page.data, address=page.address)), lambda _: None)
    return plain(sanitise(markdown(body(reading))))


def careful(page: Page) -> str:
    return extracted(decode(page.data)[0], careful=True)


def words_lost(page: Page) -> int:
    """Words that Python's HTML parser finds in a page and no claim of ours has."""
    seen = see(saved_page(page.data, address=page.address))
    ledger = read_page(seen, lambda _: None).ledger
    claimed = Counter(word for claim in ledger.claims for word in TOKEN.findall(ledger.text(claim)))
    given = Counter(outside.words(outside.printed(clean(seen.page.html)[0])))
    return (given - claimed).total()
