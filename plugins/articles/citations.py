"""An article's citation in three styles, from its record of CSL-JSON.

Chicago (18th edition, bibliography), APA (7th) and MLA (9th), for newspaper articles. What no
program can know is left as it is: names stay as printed, because nothing tells which part of a
byline is a family name, and titles keep their capitals, because nothing tells which are names.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from plugins.archive.csl import DIGEST, Csl
from plugins.archive.days import MONTHS, SHORT_MONTHS

# A title that ends so needs no full stop. Behind the sign there may be a closing quote.
ENDED = re.compile(r"[.?!…।॥؟۔。？！][’”»“]?$")
MOST_CHICAGO, MOST_APA = 6, 20


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a citation: in italics, or `own` if in the language of the article."""

    words: str
    italic: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """A style by its name, and the citation in it."""

    style: str
    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.words for run in self.runs)


def citations(record: Csl) -> tuple[Citation, ...]:
    return tuple(
        Citation(name, tuple(run for run in style(record) if run.words))
        for name, style in STYLES.items()
    )


def chicago(record: Csl) -> list[Run]:
    """Authors. “Title.” *Paper*, April 6, 2021. Address. *Archive*, our address.

    An unsigned report stands under its paper.
    """
    names, title = authors(record), own(f"“{ended(nested(record['title']))}”")
    year, month, day = parts(record)
    date = f"{MONTHS[month - 1]} {day}, {year}."
    if is_digest(record):
        return [title, Run(" Digest of "), paper(record), Run(f", {date}"), *kept(record)]
    if names:
        who = [own(ended(chicago_names(names))), Run(" "), title, Run(" "), paper(record)]
        return [*who, Run(f", {date}"), *address(record), *kept(record)]
    who = [paper(record), Run(". "), title, Run(f" {date}")]
    return [*who, *address(record), *kept(record)]


def apa(record: Csl) -> list[Run]:
    """Authors. (2021, April 6). Title. *Paper*. Address

    One address: the original's, or else the archive and ours.
    """
    names, title = authors(record), record["title"]
    year, month, day = parts(record)
    date = f" ({year}, {MONTHS[month - 1]} {day}). "
    digest = is_digest(record)
    url = "" if digest else record.get("URL", "")
    where = url or f"{ended(record['archive'])} {record['archive_location']}"
    rest = [paper(record), Run(f". {where}")]
    if names:
        return [own(ended(apa_names(names))), Run(date), own(ended(title)), Run(" "), *rest]
    first = [own(title), Run(" [Digest].")] if digest else [own(ended(title))]
    return [*first, Run(date), *rest]


def mla(record: Csl) -> list[Run]:
    """Authors. “Title.” *Paper*, 6 Apr. 2021, address. *Archive*, our address."""
    names, title = authors(record), own(f"“{ended(nested(record['title']))}”")
    year, month, day = parts(record)
    short = SHORT_MONTHS[month - 1]
    date = f"{day} {short}{'' if short == MONTHS[month - 1] else '.'} {year}"
    who = [own(ended(mla_names(names))), Run(" ")] if names else []
    of = " Digest of " if is_digest(record) else " "
    url = "" if is_digest(record) or "URL" not in record else f", {record['URL']}"
    return [*who, title, Run(of), paper(record), Run(f", {date}{url}."), *kept(record)]


STYLES: dict[str, Callable[[Csl], list[Run]]] = {"Chicago": chicago, "APA": apa, "MLA": mla}


# Pieces


def is_digest(record: Csl) -> bool:
    return record.get("genre") == DIGEST


def authors(record: Csl) -> list[str]:
    return [name["literal"] for name in record.get("author", ())]


def parts(record: Csl) -> list[int]:
    """Year, month, day."""
    return record["issued"]["date-parts"][0]


def paper(record: Csl) -> Run:
    return Run(record["container-title"], italic=True)


def address(record: Csl) -> list[Run]:
    return [Run(f" {record['URL']}.")] if "URL" in record else []


def kept(record: Csl) -> list[Run]:
    """Where it was read: this archive."""
    place = record["archive_location"]
    return [Run(" "), Run(record["archive"], italic=True), Run(f", {place}.")]


def own(words: str) -> Run:
    return Run(words, own=True)


def ended(words: str) -> str:
    """With a full stop, unless the words end a sentence; a closing quote comes after it."""
    if ENDED.search(words):
        return words
    opening = {"”": "“", "’": "‘"}.get(words[-1:])
    return f"{words[:-1]}.{words[-1]}" if opening and opening in words else f"{words}."


def nested(title: str) -> str:
    """Quotes within quotes."""
    return title.replace("“", "‘").replace("”", "’")


def chicago_names(names: list[str]) -> str:
    """A; A and B; A, B, and C; of more than six the first three."""
    if len(names) > MOST_CHICAGO:
        return f"{', '.join(names[:3])}, et al."
    return joined(names, " and ", ", and ")


def apa_names(names: list[str]) -> str:
    """A; A, & B; of more than twenty the first nineteen and the last."""
    if len(names) > MOST_APA:
        return f"{', '.join(names[: MOST_APA - 1])}, . . . {names[-1]}"
    return joined(names, ", & ", ", & ")


def mla_names(names: list[str]) -> str:
    """A; A and B; of more than two the first."""
    return f"{names[0]}, et al." if len(names) > 2 else joined(names, " and ", "")


def joined(names: list[str], between_two: str, before_last: str) -> str:
    if len(names) < 3:
        return between_two.join(names)
    return f"{', '.join(names[:-1])}{before_last}{names[-1]}"
