"""The lines above a text that came by mail: who sent it to whom, and when."""

import re
from collections.abc import Iterator

HEADER = re.compile(
    r"^\s*(?P<name>from|to|cc|bcc|date|sent|subject|reply-to|importance)\s*:", re.IGNORECASE
)
FORWARDED = re.compile(
    r"^\s*(?:-{2,}\s*(?:forwarded|original)\s+message\s*-{2,}|begin\s+forwarded\s+message:)\s*$",
    re.IGNORECASE,
)
TOP = 30  # lines
FEWEST = 3  # "Date:" alone tells when an article was published


def mail_lines(lines: tuple[str, ...]) -> list[int]:
    """The lines (from 1) of the headers of mails at the top of a text."""
    found: list[int] = []
    for block in blocks(lines[:TOP]):
        names = {match["name"].lower() for n in block if (match := HEADER.match(lines[n - 1]))}
        found += [n for n in block if not names and FORWARDED.match(lines[n - 1])]
        if len(names) >= FEWEST and {"from", "subject"} <= names:
            found += block
    return found


def blocks(lines: tuple[str, ...]) -> Iterator[list[int]]:
    """Runs of lines that are headers of a mail, or say that one was forwarded."""
    run: list[int] = []
    for number, line in enumerate(lines, start=1):
        if HEADER.match(line) or FORWARDED.match(line):
            run.append(number)
        elif run and line.strip():
            yield run
            run = []
    yield run
