"""`inv links`: ask the addresses, keep what was found, say what needs a look."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from ..archive.characters import one_line
from ..archive.content import Content, read_content
from ..archive.problems import Problem
from . import record, report
from .answers import MISSING, MOVED, THERE, Answer
from .asking import Asking, host_of
from .client import Client
from .due import due
from .mentions import Mention, mentions
from .round import ask_all, waiting
from .state import Known, State
from .suggest import copy_of
from .turns import Turns

OFFLINE = "no host answered at all; is this machine on the network? Nothing of this was kept"
MOST = 100_000  # of anything that is a number
WITNESSES = 3  # hosts that tell whether there is a network, where those that were asked don't


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """`delay`, `timeout` in seconds, `older_than` in days; `limit` 0 is all. `archive`: whom
    --suggest asks for copies."""

    delay: float = 3.0
    timeout: float = 20.0
    limit: int = 0
    older_than: int = 30
    at_once: int = 8
    allow_local: bool = False
    suggest: bool = False
    archive: str = "https://archive.org"
    report: bool = False


def check_links(
    content: Path, cache: Path, choices: Choices, *, today: date, show: Callable[[str], None]
) -> int:
    """Ask what is due and tell; 0 when all that was to be asked has been, else 1."""
    archive = read_content(content)
    problems = [*archive.problems, *faults(choices)]
    if problems:
        return fail(*map(str, sorted(problems)))
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with FileLock(cache / "links.lock", timeout=0):
            state = State(cache / "links.jsonl")
            return Run(archive, state, choices, today, show).run()
    except Timeout:
        return fail(f"cuttings: {cache}: another `inv links` is at work there; wait for its end")
    except OSError as error:
        return fail(f"cuttings: {error.filename or cache}: {error.strerror or error}")


def seconds(text: str) -> float:
    """What was typed as a number; no number where it is none, which is refused with the others."""
    try:
        return float(text)
    except ValueError:
        return float("nan")


def faults(choices: Choices) -> Iterator[Problem]:
    for name in ("delay", "timeout", "limit", "older_than", "at_once"):
        least = 1 if name in ("timeout", "at_once") else 0
        if not least <= getattr(choices, name) <= MOST:
            option = f"--{name.replace('_', '-')}"
            yield Problem(option, 1, "bad-number", f"give a number from {least} to {MOST:,}")
    if urlsplit(choices.archive).scheme not in ("http", "https"):
        why = f"{choices.archive}: give a full address that begins with http:// or https://"
        yield Problem("--archive", 1, "bad-address", why)


def fail(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return 1


class Run:
    """One run over the addresses of one archive."""

    def __init__(
        self,
        content: Content,
        state: State,
        choices: Choices,
        today: date,
        show: Callable[[str], None],
    ) -> None:
        self.content, self.state, self.choices = content, state, choices
        self.today, self._show = today, show
        self.places: Mapping[str, Sequence[Mention]] = mentions(content)
        self.stop = Event()
        client = Client(timeout=choices.timeout, allow_local=choices.allow_local)
        self.asking = Asking(client, Turns(choices.delay, waiting(self.stop)))

    def show(self, line: str) -> None:
        self._show(one_line(line))

    def run(self) -> int:
        state = self.state
        if self.choices.report:
            return self.tell(list(self.places))
        state.tidy(self.places)
        wanted = due(self.places, state.known, self.today, self.choices.older_than)
        urls = wanted[: self.choices.limit or None]
        asked: list[str] = []
        try:
            for url in self.answered(urls):
                asked.append(url)
                self.show(report.progress(len(asked), len(urls), state.known[url]))
        except KeyboardInterrupt:
            self.stop.set()
            self.keep()
            self.show("broken off; what was found is kept, and the next run goes on from here")
            return 1
        self.keep()
        code = self.tell(asked)
        if len(asked) < len(urls):
            left = len(urls) - len(asked)
            self.show(
                f"{left} not asked: no answer, or their hosts want to be left alone; try later"
            )
            code = 1
        if len(urls) < len(wanted):
            self.show(f"{len(wanted) - len(urls)} more are due")
        return code

    def answered(self, urls: Sequence[str]) -> Iterator[str]:
        """Each address that was asked, once its answer is kept.

        Until somebody answers, silence may mean that this machine has no network. So it waits, and
        counts for nothing if nobody ever does.
        """
        held: list[tuple[str, Answer]] = []
        is_online = False
        found = ask_all(urls, self.asking.ask, at_once=self.choices.at_once, stop=self.stop)
        for url, answer in found:
            held.append((url, answer))
            is_online = is_online or answer.answered
            while is_online and held:
                yield self.note(*held.pop(0))
        if held and self.is_online():
            for silent in held:
                yield self.note(*silent)
        elif held:
            self.show(OFFLINE)

    def is_online(self) -> bool:
        """Does one of those answer that were there the last time?"""
        there = [known for known in self.state.known.values() if known.found in (THERE, MOVED)]
        there.sort(key=lambda known: (known.day, known.url), reverse=True)
        hosts = {host_of(known.url): known.url for known in there}
        self.stop.clear()  # those who asked have all come home
        answers = map(self.asking.ask, list(hosts.values())[:WITNESSES])
        return any(answer is not None and answer.answered for answer in answers)

    def note(self, url: str, answer: Answer) -> str:
        known, gone = self.state.known.get(url), self.content.gone.get(url)
        since = known.since if known else None
        if since is None and gone:
            since = gone.since
        self.state.add(Known.of(url, answer, since, self.today))
        return url

    def keep(self) -> None:
        """Bring the record in content level with what is known."""
        before = self.content.gone
        now = record.renewed(before, self.state.known, self.places)
        if record.keep(self.content.folder, before, now):
            self.show(
                f"{self.content.shown(record.NAME)}: {len(now.keys() - before.keys())} more gone, "
                f"{len(before.keys() - now.keys())} taken out; commit it"
            )
        self.content.gone = now

    def tell(self, urls: Sequence[str]) -> int:
        known, gone = self.state.known, self.content.gone
        for line in report.lines(self.places, known, gone, urls):
            self.show(line)
        code = self.suggest(urls) if self.choices.suggest else 0
        told = report.counts(known[url] for url in urls if url in known)
        never = sum(url not in known for url in self.places)
        asked = f"{len(self.places)} addresses" if self.choices.report else f"{len(urls)} asked"
        self.show(
            f"{asked}: {told or 'nothing known'}; {len(gone)} on record as gone"
            + (f"; {never} never asked" if never else "")
        )
        return code

    def suggest(self, urls: Sequence[str]) -> int:
        """Where copies are of the originals that are missing; nothing is written."""
        self.stop.clear()
        try:
            for url in urls:
                self.suggest_for(url)
        except KeyboardInterrupt:
            self.show("broken off")
            return 1
        return 0

    def suggest_for(self, url: str) -> None:
        known = self.state.known.get(url)
        is_missing = url in self.content.gone or (known and known.found == MISSING)
        wanting = [mention for mention in self.places[url] if mention.wants_copy]
        if not (is_missing and wanting):
            return
        copy = copy_of(self.asking, self.choices.archive, url, wanting[0].day)
        said = {None: "no answer about copies; ask again later", "": "no archived copy found"}
        message = said.get(copy) or f"look at it, then add the line  archived_url: {copy}"
        for mention in wanting:
            self.show(str(Problem(mention.path, mention.line, "archived-copy", message)))
