"""`inv bench-check`: measure checks and imports, print a table, write it down."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from statistics import median
from time import sleep

from filelock import FileLock, Timeout

from .. import machine
from ..cast import SIZES, record
from ..command import UsageError, ending_cleanly, fault, numbers, write_between
from ..drafts import Draft, draft, markdown
from ..make_archive import SEED, write_archive, write_article, write_record
from ..measure import CommandError, Cost, measure
from ..ours import Ours
from .recall import recall
from .saved_page import saved_page
from .serving import served

BEGIN = "<!-- desk: written by `inv bench-check --record` -->\n"
END = "<!-- end of desk -->\n"
THINKING = 4  # seconds between two things saved: nobody is quicker, and Python starts meanwhile


class Desk(Ours):
    """A copy of the project, and an archive that somebody works on."""

    def __init__(self, folder: Path, code: Path, size: int) -> None:
        super().__init__(folder, code)
        self.size = size
        self.inbox = folder / "inbox"

    def ready(self) -> None:
        shutil.rmtree(self.code, ignore_errors=True)
        self.prepare()
        if not self.content.exists():
            write_archive(self.content, self.size)
        self.inbox.mkdir(exist_ok=True)

    def run(self, *words: str) -> Cost:
        command = [sys.executable, "-m", "invoke", "--search-root", str(self.code), *words]
        folders = ["--content", str(self.content), "--cache", str(self.cache)]
        return measure([*command, *folders], self.folder / "cost.json", self.folder, self.env)

    def check(self) -> Cost:
        return self.run("check")

    def edit_article(self, turn: int) -> None:
        article = draft(SEED, self.size // 2)
        file = self.content / "articles" / f"{article.id}.md"
        file.write_text(f"{markdown(article)}\nSeen again ({turn}).\n", "utf-8")

    def edit_record(self, turn: int) -> None:
        person = min((self.content / "authorities" / "people").iterdir())
        lines = person.read_text("utf-8").partition("\nnote:")[0].rstrip("\n")
        person.write_text(f'{lines}\nnote: "Seen {turn} times."\n', "utf-8")

    def add_article(self, turn: int) -> None:
        """One that names nobody new."""
        article, known = self.another(2 * turn), draft(SEED, turn)
        named = {kind: getattr(known, kind) for kind in ("people", "places", "organisations")}
        write_article(self.content, replace(article, source=known.source, **named))

    def add_newcomer(self, turn: int) -> None:
        """One that names somebody whom no article named before."""
        # From the far end: of the last ranks hardly one was named.
        newcomer = record("people", SIZES["people"] - 1 - turn)
        article = replace(self.another(2 * turn + 1), people=(newcomer,))
        article = replace(article, places=(), organisations=())
        write_record(self.content, newcomer)
        write_article(self.content, article)

    def saved(self, rounds: int) -> Iterator[Cost]:
        """By the clock alone: the builds are other processes'."""
        page = f"articles/{draft(SEED, self.size // 2).id}.html"
        folders = ("--content", self.content, "--output", self.output, "--cache", self.cache)
        with served(self.code, self.env, *map(str, folders)) as one:
            for turn in range(rounds):
                sleep(THINKING)
                save = partial(self.edit_article, turn)
                yield Cost(one.until_told(save, page, f"Seen again&nbsp;({turn})."), 0, 0)

    def another(self, number: int) -> Draft:
        return draft(SEED, self.size + number, below=self.size)

    def bring_text(self, turn: int) -> Path:
        """A page as somebody might paste it, of an article that the archive has not."""
        article, title = self.unknown(2 * turn)
        page = self.inbox / f"{turn}.txt"
        page.write_text(f"{title}\ndate {article.day}\n\n{article.body}\n", "utf-8")
        return page

    def bring_page(self, turn: int) -> Path:
        """A page as a browser saves it, of another such article."""
        article, title = self.unknown(2 * turn + 1)
        page = self.inbox / f"{turn}.html"
        page.write_text(saved_page(article, title, f"https://example.org/{turn}"), "utf-8")
        return page

    def unknown(self, number: int) -> tuple[Draft, str]:
        article = draft(SEED, 10 * self.size + number, below=1)
        return article, f"{article.title} ({number})"

    def take(self, page: Path) -> Cost:
        source = draft(SEED, 0).source.id
        return self.run("import", str(page), "--source", source)

    def take_text(self, turn: int) -> Cost:
        return self.take(self.bring_text(turn))

    def take_page(self, turn: int) -> Cost:
        return self.take(self.bring_page(turn))


@dataclass(frozen=True, slots=True)
class Job:
    """What is measured, after what; a cold one is measured once."""

    name: str
    told: str
    before: Callable[[Desk, int], None]
    work: Callable[[Desk, int], Cost]


def nothing(_desk: Desk, _turn: int) -> None:
    """Leave all as it is."""


def check(desk: Desk, _turn: int) -> Cost:
    return desk.check()


JOBS = (
    Job("unchanged", "check, nothing changed", nothing, check),
    Job("edited", "check after one article was edited", Desk.edit_article, check),
    Job("added", "check after one article was added", Desk.add_article, check),
    Job("newcomer", "check after one was added with a new person", Desk.add_newcomer, check),
    Job("record", "check after a person's note was edited", Desk.edit_record, check),
    Job("import", "import of one pasted text", nothing, Desk.take_text),
    Job("page", "import of one saved page (HTML)", nothing, Desk.take_page),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Medians of one job at one size, and how often it was measured."""

    size: int
    told: str
    wall: float
    cpu: float
    peak: int
    rounds: int
    day: str
    machine: str


def bench(
    code: Path, *, day: str, sizes: str = "10000", rounds: int = 5, record: bool = False
) -> int:
    """Measure the project in `code`; the exit code. Without sizes, what is kept is shown."""
    if rounds < 1:
        return fault("there is nothing to do; ask for 1 round or more")
    home = code / ".cache" / "bench"
    home.mkdir(parents=True, exist_ok=True)
    kept = home / "desk.json"
    try:
        with FileLock(home / "lock", timeout=0), ending_cleanly():
            for size in numbers(sizes) if sizes else ():
                desk = Desk(home / "desk" / str(size), code, size)
                keep(kept, list(measured(desk, rounds, day)))
    except Timeout:
        return fault("another bench is running here; wait for it")
    except (UsageError, CommandError) as error:
        return fault(str(error))
    table = shown(read(kept))
    print(table)
    if record:
        write_between(code / "docs" / "performance.md", BEGIN, END, table)
    return 0


def measured(desk: Desk, rounds: int, day: str) -> Iterator[Finding]:
    """The cold check once, then the jobs turn by turn."""
    desk.ready()
    desk.forget()
    where = f"{machine.describe()}, {machine.file_system(desk.folder)}"

    def finding(told: str, costs: list[Cost]) -> Finding:
        print(f"bench: {desk.size:,} articles, {told}", flush=True)
        return Finding(
            desk.size,
            told,
            median(one.wall for one in costs),
            median(one.cpu for one in costs),
            max(one.peak for one in costs),
            len(costs),
            day,
            where,
        )

    yield finding("check, nothing kept from before", [desk.check()])
    costs: dict[str, list[Cost]] = {job.name: [] for job in JOBS}
    # Pages that an earlier bench brought are there already.
    first = sum(1 for _ in desk.inbox.glob("*.txt"))
    for turn in range(first, first + rounds):
        for job in JOBS:
            job.before(desk, turn)
            costs[job.name].append(job.work(desk, turn))
    for job in JOBS:
        yield finding(job.told, costs[job.name])
    told = "inv serve: an article saved, until the page was told and fetched anew"
    yield finding(told, list(desk.saved(rounds)))


def read(kept: Path) -> list[Finding]:
    if not kept.exists():
        return []
    return [Finding(**one) for one in json.loads(kept.read_text("utf-8"))]


def keep(kept: Path, found: list[Finding]) -> None:
    """In the place of what was found before at the same size."""
    sizes = {one.size for one in found}
    all_ = [one for one in read(kept) if one.size not in sizes] + found
    all_.sort(key=lambda one: one.size)
    kept.write_text(json.dumps([asdict(one) for one in all_], indent=1), "utf-8")


def shown(found: list[Finding]) -> str:
    """A table for each size."""
    parts = []
    for size in sorted({one.size for one in found}):
        rows = [one for one in found if one.size == size]
        parts.append(
            f"**{size:,} articles**, {rows[0].day}: {rows[0].machine}\n\n"
            "| | wall | processor | peak memory | measured |\n|---|---:|---:|---:|---:|"
        )
        parts[-1] += "".join(
            f"\n| {one.told} | {one.wall:.2f} s | {beside(one)} | {one.rounds} |" for one in rows
        )
    return "\n\n".join(parts)


def beside(one: Finding) -> str:
    """Processor time and memory, where they were measured."""
    return f"{one.cpu:.2f} s | {one.peak / 1e6:.0f} MB" if one.peak else " | "


def bench_copies(folder: Path) -> int:
    """How many copies of the texts in a folder the index finds; the exit code."""
    texts = [file.read_text("utf-8") for file in sorted(folder.glob("*.txt"))]
    if len(texts) < 2:
        return fault(f"{folder} holds fewer than two .txt files; name a folder of texts")
    print(recall(texts))
    return 0
