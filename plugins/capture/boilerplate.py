"""What newspapers print around an article: prompts, links to other stories, labels."""

import re

from .meta import AND, BYLINE, PARTICLES, are_names

LONGEST = 40  # words; anything longer is text

# How the pieces of a metadata line are called in the report.
KINDS = {
    "day": "date line",
    "time": "date line",
    "label": "date line",
    "by": "byline",
    "separator": "sign between",
}
PROMPTS = ("subscription prompt", "sharing prompt", "navigation", "advertisement", "reading time")
HIGHLIGHTS = re.compile(
    r"^(?:story\s+|key\s+)?(?:highlights?|takeaways|points|synopsis)\s*:?$", re.IGNORECASE
)
LINES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("navigation", r"^(?:also|must|don['’]t miss|read)\s*(?:read|also|more|see)?\s*[:|–]\s*\S"),
        ("navigation", r"^(?:related|more)\s+(?:stories|news|articles|topics)\b[^.]*$"),
        ("navigation", r"^(?:topics|tags)\s*[:|]"),
        ("subscription prompt", r"^(?:subscribe|sign up|log in|register)\s+(?:to|for|now)\b.*"
                                r"\b(?:newsletters?|alerts?)\b"),
        ("subscription prompt", r"^(?:\*\s*)?(?:please )?enter (?:a valid|your) e-?mail\b"),
        ("subscription prompt", r"^(?:\*\s*)?thank you for subscribing\b"),
        ("subscription prompt", r"^(?:download|get)\s+(?:the|our)\b.*\bapp\b"),
        ("subscription prompt", r"^(?:never miss a story|unlock (?:a world|exclusive|premium))\b"),
        ("date line, not understood",
         r"^(?:first\s+|last\s+)?(?:published|updated|posted|modified)(?:\s+(?:on|at))?\s*:.{0,60}$"),
        ("navigation", r"^catch all the\b.*\b(?:news|updates)\b"),
        ("navigation", r"^click here to (?:subscribe|read|join|follow|download)\b"),
        ("copyright line", r"^(?:©|\(c\)|copyright\b).*(?:\b(?:19|20)\d\d\b|reserved).*$"),
    )
)  # fmt: skip


def kind_of(text: str) -> str | None:
    """What kind of printed surroundings a line is; None for text."""
    if len(text.split()) > LONGEST:
        return None
    return next((kind for kind, pattern in LINES if pattern.match(text)), None)


def byline(text: str) -> str | None:
    """How sure it is that a short line beside a date is a byline; None if it isn't one."""
    if BYLINE.match(text):
        return "sure"
    if not are_names(text):
        return None
    return "likely" if all(map(is_person, filter(None, AND.split(text)))) else None


def is_person(name: str) -> bool:
    """Two to four words with a capital each: a line in capitals is more often a heading."""
    words = name.split()
    return 2 <= len(words) <= 4 and all(
        word in PARTICLES or (word[0].isupper() and (word != word.upper() or len(word) <= 2))
        for word in words
    )
