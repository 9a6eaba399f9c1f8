"""Lines that are no text: dates, times, reading times, bylines, prompts.

Such a line is read piece by piece from its beginning. If all of it is understood, with at
most names left over beside a time or a reading time, it is a metadata line; if anything
else remains, it is text and stays with the article.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from .clock import Stamp, find_day, find_time

SEPARATOR = re.compile(r"[\s|·•.,;:/\-–—()\[\]]+")
WORD_END = r"(?![\w\u0900-\u0963])"
# kind, pattern: tried in this order at each place of the line.
WORDINGS = tuple(
    (kind, re.compile(pattern + WORD_END, re.IGNORECASE))
    for kind, pattern in (
        ("updated", r"(?:last\s+)?(?:updated?|modified|revised)(?:\s+(?:on|at))?"),
        ("updated", r"(?:последнее\s+)?обновлен[оа]|обновление|अपडेटेड|अपडेट|अद्यतन"),
        ("published", r"(?:first\s+|originally\s+)?(?:published|posted|dated?)(?:\s+(?:on|at))?"),
        ("published", r"(?:дата\s+)?(?:опубликован[оа]|публикации)|प्रकाशित|पब्लिश्ड"),
        ("reading time", r"\d{1,3}\s*-?\s*min(?:ute)?s?\.?\s+(?:to\s+)?read"),
        ("reading time", r"(?:estimated\s+)?read(?:ing)?\s+time\s*:?\s*\d{1,3}\s*min(?:ute)?s?"),
        ("editing credit", r"edited\s+by\s*:?\s*[^|•·]{2,60}?(?=\s*(?:$|[|•·]))"),
        ("at", r"(?:at|в)(?=\s+\d)"),
        (
            "relative date",
            r"(?:\d{1,3}|an?)\s*(?:sec(?:ond)?|min(?:ute)?|hr|hour|day|week|month|year)s?\s+ago"
            r"|\d{1,3}\s+(?:минут\w*|час\w*|день|дня|дней)\s+назад"
            r"|\d{1,3}\s+(?:मिनट|घंटे|दिन)\s+पहले",
        ),
        ("page number", r"page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|(?<=\s\s\s)\d{1,4}(?=\s*$)"),
        ("published", r"(?:first\s+)?uploaded(?:\s+(?:on|at))?"),
        ("reading time", r"\d{1,2}\s*min(?:ute)?s?(?=\s*$)"),
        ("by", r"(?:авторы?|текст)\s*:"),
        ("by", r"(?:written\s+|reported\s+)?by\b:?"),
        (
            "subscription prompt",
            r"subscribe(?:\s+(?:now|today|here|for\s+free|to\s+[\w' ]{2,40}))?|sign\s?up(?:\s+now)?"
            r"|already\s+a\s+subscriber|premium|newsletters?|start\s+(?:your\s+)?free\s+trial",
        ),
        (
            "sharing prompt",
            r"\d[\d.,]*\s?[km]?\s+(?:shares?|likes?|views?|retweets?|reactions?)"
            r"|tweet\s+this|gift(?:\s+this\s+article)?|поделиться|शेयर\s+करें"
            r"|share(?:\s+(?:this(?:\s+(?:article|story))?|via|on))?|tweet|whatsapp|facebook|twitter"
            r"|linkedin|telegram|e-?mail|print|copy\s+link|bookmark|save"
            r"|follow\s+us(?:\s+on\s+[\w ]{2,30})?|listen(?:\s+to\s+this\s+(?:article|story))?",
        ),
        (
            "navigation",
            r"home|menu|search|sign\s?in|log\s?in|e-?paper|skip\s+to\s+(?:main\s+)?content"
            r"|back\s+to\s+top|(?:next|previous)\s+(?:story|article)|trending|latest\s+news"
            r"|(?:view\s+)?(?:all\s+)?(?:\d{1,5}\s+)?comments?(?:\s*\(\d{1,5}\))?"
            r"|комментарии(?:\s*\(\d{1,5}\))?|a\s?[-−–]\s*a\s?\+",
        ),
        (
            "advertisement",
            r"advertisements?|sponsored|promoted|story\s+continues\s+below(?:\s+this)?\s+"
            r"(?:ad|advertisement)",
        ),
    )
)
# What names a role in place of a person.
BYLINE = re.compile(
    r"^(?:staff\s+(?:writer|reporter|correspondent)|(?:our\s+)?(?:special\s+)?correspondent"
    r"|(?:our\s+|news\s+|[\w ]{2,20}\s)?(?:bureau|desk)|agencies|web\s+desk|pti|ani|ians|afp|ap"
    r"|reuters|tass|bloomberg|press\s+trust\s+of\s+india|associated\s+press)$",
    re.IGNORECASE,
)
ROLE = re.compile(r"\b(?:reporter|correspondent|editor|writer)\s*$", re.IGNORECASE)
PARTICLES = frozenset({
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "of", "the", "van", "von",
})  # fmt: skip
AND = re.compile(r"\s*(?:,|&|\band\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a line and what it is; `sure` says how well it was recognised."""

    start: int
    end: int
    kind: str
    sure: str = "sure"


@dataclass(frozen=True, slots=True)
class MetaLine:
    """A line that holds no text of the article: all its pieces, and the stamps in it."""

    pieces: tuple[Piece, ...]
    stamps: tuple[Stamp, ...]

    @property
    def dated(self) -> bool:
        """Whether it tells when or by whom: what stands between a headline and its text."""
        kinds = {piece.kind for piece in self.pieces}
        return bool(kinds & {"time", "author", "reading time", "relative date"} or self.stamps)

    @property
    def pages(self) -> bool:
        """Whether it stands at the edge of a page of paper."""
        return any(piece.kind == "page number" for piece in self.pieces)

    @property
    def clock_alone(self) -> bool:
        """Whether it is nothing but a time, as above each entry of a live blog."""
        return {piece.kind for piece in self.pieces} - {"separator"} == {"time"}


def read_meta(line: str, number: int, known: Callable[[str], str | None]) -> MetaLine | None:
    """The pieces of a metadata line; None if the line is text.

    `known` says of a left-over name what it is if it is no author: "dateline" of a place,
    "name of the source".
    """
    pieces, stamps = [], [Stamp(number)]
    at = 0
    while at < len(line):
        piece, stamp = next_piece(line, at, stamps[-1])
        pieces.append(piece)
        if stamp is not stamps[-1]:
            stamps.append(stamp)
        at = piece.end
    pieces = list(name_rest(line, joined(pieces, line), known))
    if any(piece.kind == "rest" for piece in pieces) or not told(pieces):
        return None
    return MetaLine(tuple(pieces), tuple(whole(stamps)))


def whole(stamps: list[Stamp]) -> Iterator[Stamp]:
    """The stamps that say something, each as it stood when it was complete."""
    for stamp, later in zip_longest(stamps, stamps[1:]):
        grew = later is not None and all(
            before is None or before == after
            for before, after in ((stamp.day, later.day), (stamp.clock, later.clock))
        )
        told_more = grew and stamp.label == later.label and not stamp.unclear
        if (stamp.day or stamp.clock or stamp.unclear) and not told_more:
            yield stamp


def told(pieces: list[Piece]) -> bool:
    return any(piece.kind != "separator" for piece in pieces)


def next_piece(line: str, at: int, stamp: Stamp) -> tuple[Piece, Stamp]:
    """The piece that begins at `at`, and the stamp it adds to or begins."""
    gap = SEPARATOR.match(line, at)
    if gap is not None:
        return Piece(at, gap.end(), "separator"), stamp
    day = find_day(line, at)
    if day is not None:
        found = replace(begun(stamp, stamp.day or stamp.unclear), day=day[0], unclear=not day[0])
        return Piece(at, day[1], "day"), found
    clock = find_time(line, at)
    if clock is not None:
        found = replace(begun(stamp, stamp.clock), clock=clock[0], zone=clock[1])
        return Piece(at, clock[2], "time"), found
    for kind, pattern in WORDINGS:
        match = pattern.match(line, at)
        if match is not None:
            if kind in ("published", "updated"):
                return Piece(at, match.end(), "label"), Stamp(stamp.line, kind)
            return Piece(at, match.end(), kind), stamp
    end = re.compile(r"[^\s|·•,;:/()\[\]]+").match(line, at)
    return Piece(at, end.end() if end else at + 1, "rest"), stamp


def begun(stamp: Stamp, full: object) -> Stamp:
    """A stamp that has its day (or time) already gives place to a new one of the same kind."""
    return Stamp(stamp.line, stamp.label) if full else stamp


def joined(pieces: list[Piece], line: str) -> list[Piece]:
    """Left-over words with only spaces, commas or dots between them become one piece."""
    found: list[Piece] = []
    for piece in pieces:
        if (
            len(found) > 1
            and piece.kind == found[-2].kind == "rest"
            and (
                found[-1].kind == "separator"
                and re.fullmatch(r"[\s,.\-]+", line[found[-1].start : found[-1].end])
            )
        ):
            found[-2:] = [Piece(found[-2].start, piece.end, "rest")]
        else:
            found.append(piece)
    return found


def name_rest(
    line: str, pieces: list[Piece], known: Callable[[str], str | None]
) -> Iterator[Piece]:
    """Say of the left-over words whether they are names; what is none stays "rest"."""
    kinds = [piece.kind for piece in pieces if piece.kind != "separator"]
    strong = "time" in kinds or "reading time" in kinds
    for number, piece in enumerate(pieces):
        words = line[piece.start : piece.end].strip()
        if piece.kind != "rest":
            yield piece
            continue
        before = [p.kind for p in pieces[:number] if p.kind != "separator"][-1:]
        after_by = before == ["by"]
        kind = known(words) or known(words.removeprefix("The "))
        if kind is not None and len(kinds) > 1 and not after_by:
            yield replace(piece, kind=kind, sure="likely")
        elif BYLINE.match(words) and (len(kinds) > 1):
            yield replace(piece, kind="author")
        elif (after_by or strong) and are_names(words):
            yield replace(piece, kind="author", sure="sure" if after_by else "likely")
        else:
            yield piece


def are_names(words: str) -> bool:
    """Whether words could be names of people: few, none in small letters, no digits."""
    names = [name for name in AND.split(words) if name]
    return bool(names) and len(names) <= 6 and all(is_name(name) for name in names)


def is_name(name: str) -> bool:
    words = name.split()
    return 1 <= len(words) <= 5 and ":" not in name and all(
        word in PARTICLES or (not word[0].islower() and any(map(str.isalpha, word))
                              and not any(map(str.isdigit, word)))
        for word in words
    )  # fmt: skip


def authors(line: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where each name of an author piece stands in its line; a role behind a name is none."""
    gaps = [gap.span() for gap in AND.finditer(line, piece.start, piece.end)]
    starts, ends = (
        [piece.start, *(end for _, end in gaps)],
        [*(start for start, _ in gaps), piece.end],
    )
    runs = [
        (start, end) for start, end in zip(starts, ends, strict=True) if line[start:end].strip()
    ]
    for number, (start, end) in enumerate(runs):
        if number == 0 or ROLE.search(line[start:end]) is None:
            yield start, end
