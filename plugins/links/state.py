"""What is known of each address: a line for each answer, written as it comes.

The file is kept in the cache. Without it all addresses are asked again, and one that was missing
once is again only missing once; what is gone for good stands in the record, in content.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from .answers import KINDS, MISSING, MOVED, THERE, Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The last answer, its day, and the first day on which the address was missing, if it has
    not been there since."""

    url: str
    day: date
    found: str
    why: str
    to: str = ""
    since: date | None = None

    @property
    def is_gone(self) -> bool:
        """Missing now, and on an earlier day."""
        return self.found == MISSING and self.since is not None and self.since < self.day

    @classmethod
    def of(cls, url: str, answer: Answer, since: date | None, today: date) -> "Known":
        """`since` as it was known before. Only an answer that it is there takes it back."""
        if answer.found in (THERE, MOVED):
            since = None
        elif answer.found == MISSING:
            since = since or today
        return cls(
            url=url, day=today, found=answer.found, why=answer.why, to=answer.to, since=since
        )


class State:
    """The file, one JSON object a line; of several lines on one address the last counts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[str, Known] = {}
        self.ends = True
        text = path.read_text("utf-8", errors="replace") if path.exists() else ""
        for line in text.splitlines():
            known = read_line(line)
            if known is not None:
                self.known[known.url] = known
        self.ends = not text or text.endswith("\n")

    def add(self, known: Known) -> None:
        """Keep an answer, at once: a run that is killed the next moment has it."""
        self.known[known.url] = known
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(("" if self.ends else "\n") + line_of(known))
        self.ends = True

    def tidy(self, urls: Iterable[str]) -> None:
        """Write the file anew: one line an address, for those that the content still names."""
        kept = [self.known[url] for url in sorted(urls) if url in self.known]
        beside = self.path.with_suffix(".new")
        beside.write_text("".join(map(line_of, kept)), "utf-8", newline="\n")
        beside.replace(self.path)
        self.known, self.ends = {known.url: known for known in kept}, True


def line_of(known: Known) -> str:
    return json.dumps(asdict(known), default=date.isoformat, ensure_ascii=False) + "\n"


def read_line(line: str) -> Known | None:
    """None for half a line, which a killed run may leave: the address is asked again."""
    try:
        given = json.loads(line)
        known = Known(
            url=given["url"],
            day=date.fromisoformat(given["day"]),
            found=given["found"],
            why=given["why"],
            to=given["to"],
            since=date.fromisoformat(given["since"]) if given["since"] else None,
        )
    except (ValueError, KeyError, TypeError):
        return None
    return known if known.found in KINDS else None
