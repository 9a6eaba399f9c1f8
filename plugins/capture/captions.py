"""Captions of photographs: what they show, whose they are, and what the notice forbids."""

import re
from dataclasses import dataclass

from ..archive.notices import AGENCY, NOTICES, mark_in, notice_in, visible

# A credit as the last sentence of a caption. Each has a sign that prose has not: "REUTERS/Name",
# "Ministry/Handout via REUTERS", "Photo: PTI", "(AP)", "File photo".
CREDIT = re.compile(
    rf"""^[(\[]?\s*(?:
        (?:photo(?:graph)?|image|picture|pic|file\s+photo|credits?|source|courtesy|фото|फोटो)
            \s*(?::|/|\.{{3}}|\|\s|\bby\b|\bcourtesy\b|\bcredits?\b).*
      | courtesy\s+of\s+[^,.;]{{2,40}} | file\s*:.*
      | (?:©|\(c\)\s).*
      | .*/\s*hand-?\s?out\b.* | .*\bhand-?\s?out\s+(?:via|photo|image|picture)\b.* | hand-?\s?out
      | .*\bvia\s+(?:{AGENCY})\b.*
      | (?:[\w .&'’-]+\s*[/|]\s*)?(?:{AGENCY})(?:\s+(?:file\s+)?photos?)?(?:\s*[/|]\s*[\w .&'’-]+)?
            (?:,?\s+(?:file|file\s+photo|photo))?
      | (?:file|representative|representational)\s+(?:photo|image|picture|pic)
    )\s*[)\]]?\.?$""",
    re.IGNORECASE | re.VERBOSE,
)
LABEL = re.compile(r"^\s*(?:photo|image|picture|caption|file photo)\s*[:|]\s*", re.IGNORECASE)
# "... get it.Credit...Ana Rell": a label that stood in an element of its own. No word is cut.
GLUED = re.compile(r"(?<=[.!?’”)])(?=(?:Photo\s+)?Credits?\s*(?::|\.{3}))")
BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]\.?$")
# Not behind the initial of a name ("J. Scott"); "U.S. REUTERS/Ana Rell" are two.
SENTENCE = re.compile(r"(?<=[.!?])(?<!\s[A-Z]\.)(?<!\d\.[A-Z]\.)\s+")
LONGEST_CREDIT = 120


@dataclass(frozen=True, slots=True)
class Caption:
    """Where a caption is cut: [0, credit) caption, [credit, notice) credit, the rest notice."""

    credit: int
    notice: int
    forbidden: bool


def read_caption(text: str) -> Caption | None:
    """Cut the words of a caption; None if nothing shows that they are one.

    Only a notice at the end counts, or a credit: an article may well speak of handouts. The mark
    of an agency in the credit forbids as well: its pictures are licensed, one by one.
    """
    seen, places = visible(text)
    notice = start_of_notice(seen)
    credit = credit_start(seen[:notice])
    if notice == len(seen) and credit >= notice and LABEL.match(seen) is None:
        return None
    forbidden = notice < len(seen) or mark_in(seen[credit:notice]) is not None
    return Caption(places[credit], places[notice], forbidden)


def notice_start(text: str) -> int:
    """Where the notice at the end of a text begins; its end if there is none."""
    seen, places = visible(text)
    return places[start_of_notice(seen)]


def start_of_notice(text: str) -> int:
    """The first of a run of sentences at the end that are notices, in a text as it is seen."""
    start = len(text)
    for begin, end in reversed(sentences(text)):
        found = [m.start() for pattern in NOTICES if (m := pattern.search(text, begin, end))]
        if not found:
            break
        first = min(found)
        if is_notice(text[begin:end]):
            start = begin
            continue
        # "... via REUTERS ATTENTION EDITORS - THIS ...": no full stop before the notice.
        if text[first:end].isupper() or is_credit(text[begin:first]):
            start = first
        break
    return start


def is_notice(sentence: str) -> bool:
    """Whether a sentence is nothing but notices: in capitals, or with few words besides."""
    rest = sentence
    for pattern in NOTICES:
        rest = pattern.sub(" ", rest)
    begins = any(pattern.match(sentence.lstrip(" -([")) for pattern in NOTICES)
    return rest != sentence and (sentence.isupper() or (begins and len(rest.split()) <= 4))


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text stand, as (start, end)."""
    starts = [0, *(gap.end() for gap in SENTENCE.finditer(text))]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def credit_start(text: str) -> int:
    """Where the credit at the end begins: in brackets, or the last sentence."""
    words = text.rstrip()
    bracket = BRACKETS.search(words)
    if bracket is not None and is_credit(bracket[0]):
        return bracket.start()
    for label in GLUED.finditer(words):
        if is_credit(words[label.end() :]):
            return label.end()
    start = sentences(words)[-1][0] if words else 0
    return start if words and is_credit(words[start:]) else len(text)


def is_credit(words: str) -> bool:
    return len(words) <= LONGEST_CREDIT and CREDIT.match(words) is not None


def has_notice(text: str) -> bool:
    return notice_in(text) is not None
