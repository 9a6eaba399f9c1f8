"""Words that forbid keeping or showing a picture, and the marks of agencies.

They are found in any case and spacing: with spaces that don't break, hyphens that aren't seen,
and a space between each two letters.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

# Soft hyphens, joiners and spaces of no width; wide and mathematical letters.
INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff"
ODD = re.compile(f"[{INVISIBLE}\uff01-\uffee\U0001d400-\U0001d7ff]")
WORD = re.compile(r"\S+")
SPACED_OUT = 6  # single letters with spaces between them; two spaces end a word
GAP = r"[\s\-–—_]*"
NOTICES = tuple(
    re.compile(pattern.replace(" ", GAP), re.IGNORECASE)
    for pattern in (
        r"\bno archiv(?:es?|ing|al)(?: use)?\b",
        r"\bno (?:re-? ?sales?|third party sales?)\b",
        r"\bmandatory credit\b",
        r"\bmust credit\b",
        r"\b(?:for |restricted to )?editorial use(?: only)?\b",
        r"\bnot for (?:re)?sale\b",
        r"\bno (?:commercial|internet|online) use\b",
        r"\bno (?:marketing|advertising)(?: or advertising)?(?: campaigns?)?\b",
        r"\bone time use only\b",
        r"\b(?:(?:this )?(?:image|picture|photo(?:graph)?) (?:was|has been|is) )?"
        r"(?:provided|supplied) by (?:a )?third part(?:y|ies)\b",
        r"\b(?:(?:this )?(?:image|picture|photo(?:graph)?) is )?distributed"
        r"(?:,? exactly)? as (?:a service to (?:our )?clients|received by \w+)\b",
        r"\battention,?:? editors\b",
        r"\bтолько для редакционного использования\b",
        r"\bбез права (?:архивирования|перепродажи)\b",
    )
)
HANDOUT = re.compile(rf"\bhand{GAP}outs?\b", re.IGNORECASE)
AGENCY = (
    r"reuters|afp|agence\s+france[\s-]+presse|ap|associated\s+press|pti|press\s+trust\s+of\s+india"
    r"|ani|ians|tass|тасс|itar[\s-]tass|epa(?:-efe)?|efe|getty(?:\s*images)?|sputnik|ria\s+novosti"
    r"|риа\s+новости|bloomberg|xinhua|dpa|anadolu(?:\s+agency)?|zuma(?:\s+press)?|nurphoto|kyodo"
    r"|yonhap|pa\s+(?:wire|images|media)|press\s+association|imago|interfax|интерфакс|shutterstock"
    r"|alamy|istock(?:photo)?|corbis|wireimage|rex\s+features"
)
AGENCY_MARK = re.compile(rf"(?<![\w.])(?:{AGENCY})(?![\w.]\w)(?!\w)", re.IGNORECASE)


def visible(text: str) -> tuple[str, Sequence[int]]:
    """The text as it is seen, and where each of its characters (and its end) is in the original.

    Wide letters become plain ones, letters that are spaced out come together.
    """
    places: Sequence[int] = range(len(text) + 1)
    if ODD.search(text):
        places = [place for place, char in enumerate(text) if char not in INVISIBLE]
        text, end = "".join(plain(text[place]) for place in places), len(text)
        places = [*places, end]
    drop = frozenset(gaps(text))
    if drop:
        kept = [number for number in range(len(text)) if number not in drop]
        places = [*(places[number] for number in kept), places[-1]]
        text = "".join(text[number] for number in kept)
    return text, places


def plain(char: str) -> str:
    found = unicodedata.normalize("NFKC", char)
    return found if len(found) == 1 else char


def gaps(text: str) -> Iterator[int]:
    """Where the spaces between single letters are: one each, and what goes beyond a space."""
    run: list[int] = []
    for word in [*WORD.finditer(text), None]:
        if word is not None and len(word[0]) == 1 and word[0].isalpha():
            run.append(word.start())
            continue
        if len(run) >= SPACED_OUT:
            for letter, following in pairwise(run):
                # Of two spaces the first stays, as the space between two words.
                yield from range(letter + (1 if following == letter + 2 else 2), following)
        run = []


def notice_in(text: str) -> str | None:
    """The first notice in a text, as it is seen."""
    seen, _ = visible(text)
    return next((m[0] for pattern in NOTICES if (m := pattern.search(seen))), None)


def mark_in(credit: str) -> str | None:
    """The first mark in the words of a credit: a handout, an agency.

    Of a credit only: an article may well speak of handouts, and of Reuters.
    """
    seen, _ = visible(credit)
    match = HANDOUT.search(seen) or AGENCY_MARK.search(seen)
    return match[0] if match else None
