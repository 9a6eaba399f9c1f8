"""Words that forbid keeping or showing a picture, and the marks of agencies.

They are found in any case and spacing: with spaces that don't break, hyphens that aren't seen,
and a space between each two letters.
"""

import re
import unicodedata

INVISIBLE = frozenset("\u00ad\u180e\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff")
# Six single letters and more with spaces between them; two spaces end a word.
LETTERS = re.compile(r"(?<!\w)[^\W\d_](?:\s{1,4}[^\W\d_]){5,}(?!\w)")
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


def visible(text: str) -> tuple[str, list[int]]:
    """The text as it is seen, and where each of its characters (and its end) is in the original.

    Wide letters become plain ones, letters that are spaced out come together.
    """
    seen, places = [], []
    for place, char in enumerate(text):
        if char not in INVISIBLE:
            plain = unicodedata.normalize("NFKC", char)
            seen.append(plain if len(plain) == 1 else char)
            places.append(place)
    drop = {
        gap
        for run in LETTERS.finditer("".join(seen))
        for gap in range(run.start(), run.end() - 1)
        if seen[gap].isspace() and not seen[gap - 1].isspace()
    }
    kept = [number for number in range(len(seen)) if number not in drop]
    return "".join(seen[n] for n in kept), [*(places[n] for n in kept), len(text)]


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
