"""The account of a capture: where each of its words has gone.

Two proofs, one from inside and one from outside. `Ledger` is what a reader writes while it
works: every run of characters is claimed once, for a place in the article or for the list
of what is left out; a run that nobody claims, or two do, is an error. `account` knows
nothing of readers: it takes the capture, the finished article and the finished report and
compares their words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..archive import frontmatter
from ..archive.text.body import markdown, plain
from ..archive.text.sanitise import sanitise
from .lines import clean, squeeze

OUT = "out"
# A word, or a sign that stands between words.
TOKEN = re.compile(r"\w+|[^\w\s]")
LEFT_OUT = "Left out"
LEFT_OUT_LINE = re.compile(r"^  line (\d+), ([^:]+): (.*)$")


class LedgerError(Exception):
    """Words that are lost, or in the article and not in the capture."""


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """Columns `start` to `end` of line `line` (from 1) go to `place`.

    `place` is a key of the front matter ("title", "images.caption"), "body", or "out";
    `item` counts within a list; `kind` says what a run that is left out is.
    """

    line: int
    start: int
    end: int
    place: str
    item: int = 0
    kind: str = ""
    sure: str = "sure"


class Ledger:
    """The claims on the lines of one capture."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        self.claims: list[Claim] = []
        self.taken: set[int] = set()

    def add(self, line: str) -> int:
        """A line more, such as a value of a page's metadata; its number."""
        self.lines = (*self.lines, line)
        return len(self.lines)

    def claim(self, claim: Claim) -> None:
        """Note a claim; a run without words is passed over."""
        if self.lines[claim.line - 1][claim.start : claim.end].strip():
            self.claims.append(claim)
            self.taken.add(claim.line)

    def whole(
        self,
        lines: Iterable[int],
        place: str,
        item: int = 0,
        kind: str = "",
        sure: str = "sure",
    ) -> None:
        """Claim whole lines."""
        for line in lines:
            self.claim(Claim(line, 0, len(self.lines[line - 1]), place, item, kind, sure))

    def text(self, claim: Claim) -> str:
        return squeeze(self.lines[claim.line - 1][claim.start : claim.end])

    def of(self, place: str) -> list[Claim]:
        """The claims for a place, as they stand in the capture."""
        return sorted(claim for claim in self.claims if claim.place == place)

    def items(self, place: str) -> dict[int, list[Claim]]:
        """The claims for a list, by item."""
        found: dict[int, list[Claim]] = {}
        for claim in sorted(self.of(place), key=lambda claim: (claim.item, claim)):
            found.setdefault(claim.item, []).append(claim)
        return found

    def value(self, place: str, item: int = 0) -> str:
        """The words claimed for one value, with one space between them."""
        return self.joined([claim for claim in self.of(place) if claim.item == item])

    def joined(self, claims: list[Claim]) -> str:
        """The words of some claims; what touches in the capture is not put apart."""
        words, last = "", None
        for claim in sorted(claims):
            touches = last is not None and (last.line, last.end) == (claim.line, claim.start)
            between = self.lines[claim.line - 1][: claim.start] if touches else " "
            gap = " " if between[-1:].isspace() or self.opens_with_space(claim) else ""
            words, last = words + gap + self.text(claim), claim
        return words.strip()

    def opens_with_space(self, claim: Claim) -> bool:
        return self.lines[claim.line - 1][claim.start].isspace()

    def verify(self) -> None:
        """Raise LedgerError unless every character that isn't white space is claimed once."""
        columns: Counter[tuple[int, int]] = Counter()
        for claim in self.claims:
            line = self.lines[claim.line - 1]
            columns.update(
                (claim.line, at) for at in range(claim.start, claim.end) if not line[at].isspace()
            )
        for number, line in enumerate(self.lines, start=1):
            for at, char in enumerate(line):
                if not char.isspace() and columns[number, at] != 1:
                    times = columns[number, at]
                    raise LedgerError(f"line {number}, column {at + 1} is claimed {times} times")


@dataclass(frozen=True, slots=True)
class Account:
    """How many words of a capture went where; signs between words are counted too."""

    capture: int
    body: int
    front: int
    left_out: int


def account(text: str, article: str, report: str) -> Account:
    """Compare a text capture with the article and the report made of it; errors as of `balance`."""
    lines, removed = clean(text)
    return balance(lines, [char.name for char in removed], article, report)


def balance(lines: Iterable[str], removed: Iterable[str], article: str, report: str) -> Account:
    """Compare the lines of a capture, and names of removed characters, with article and report.

    Raise LedgerError when a word is lost or invented, or when the article's text has the
    words in another order than the capture.
    """
    given = [token for line in lines for token in TOKEN.findall(line)]
    document = frontmatter.read(article)
    body = TOKEN.findall(plain(sanitise(markdown(document.body))))
    front = [token for value in printed(document.values) for token in TOKEN.findall(value)]
    kinds = list(left_out(report))
    out = [token for kind, words in kinds if kind != "control character"
           for token in TOKEN.findall(words)]  # fmt: skip
    controls = [words for kind, words in kinds if kind == "control character"]
    if sorted(controls) != sorted(removed):
        raise LedgerError("the report doesn't list the control characters that were removed")
    compare(Counter(given), Counter(body) + Counter(front) + Counter(out))
    if not in_order(body, given):
        raise LedgerError("the text of the article has another order than the capture")
    return Account(len(given), len(body), len(front), len(out))


def compare(given: Counter[str], found: Counter[str]) -> None:
    for what, words in (("lost", given - found), ("not in the capture", found - given)):
        if words:
            shown = " ".join(sorted(words.elements())[:12])
            raise LedgerError(f"{sum(words.values())} words {what}: {shown}")


def in_order(some: Iterable[str], every: Iterable[str]) -> bool:
    """Whether `some` is what remains of `every` after taking words out."""
    rest = iter(every)
    return all(token in rest for token in some)


def printed(values: dict[str, frontmatter.Value]) -> Iterator[str]:
    """The values of a front matter that are words of the capture, as printed."""
    for key in ("title", "source_url", "authors", "section", "summary", "highlights"):
        yield from words_of(values.get(key))
    images = values.get("images")
    for image in images if isinstance(images, list) else ():
        if isinstance(image, dict):
            for key in ("caption", "credit", "notice"):
                yield from words_of(image.get(key))


def words_of(value: frontmatter.Value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)


def left_out(report: str) -> Iterator[tuple[str, str]]:
    """(kind, words) of each run that a report lists as left out."""
    lines = iter(report.split("\n"))
    for line in lines:
        if line == LEFT_OUT:
            break
    for line in lines:
        match = LEFT_OUT_LINE.match(line)
        if match is None:
            return
        yield match[2], match[3]
