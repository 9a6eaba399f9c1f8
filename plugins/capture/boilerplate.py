"""What newspapers print around an article: prompts, links to other stories, labels."""

import re

from .meta import AND, BYLINE, PARTICLES, are_names

LONGEST = 40  # words; anything longer is text

# How the pieces of a metadata line are called in the report.
KINDS = {
    "day": "date line",
    "time": "date line",
    "label": "date line",
    "at": "date line",
    "relative date": "date line, not understood",
    "page number": "running head",
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
        ("navigation", r"^[<«←‹]+\s*(?:go\s+)?back\s+to\b"),
        ("page number", r"^[-–—]\s*\d{1,4}\s*[-–—]$"),
        ("sharing prompt", r"^follow us on\b[^.]{0,80}\.?$"),
        ("subscription prompt", r"^support (?:our|independent|local) journalism\b[^.]*\.?$"),
        ("subscription prompt", r"^subscribe\s+(?:to|for|now)\b[^.]{0,60}$"),
        ("subscription prompt", r"^you have \d+ (?:free|remaining) (?:articles?|stories)\b"),
        ("subscription prompt", r"^your e-?mail(?: address)?\s*\*?$"),
        ("mail signature", r"^sent from my\s+\w+(?:\s+\w+)?\.?$"),
        ("navigation",
         r"^(?:(?:читайте|смотрите|читать)\s+также|(?:ещ[её]\s+)?по\s+теме)\s*[:|–—]\s*\S"),
        ("navigation", r"^(?:यह|इसे|ये)\s+भी\s+(?:पढ़ें|पढ़ें|देखें)\s*[:|–—-]\s*\S"),
        ("navigation",
         r"^(?:recommended(?:\s+(?:for you|stories))?|most\s+(?:read|popular|viewed)|trending\s+now"
         r"|(?:read|up)\s+next"
         r"|you (?:may|might) also (?:like|be interested in)|editor['’]s picks?)\s*:?$"),
        ("cookie banner", r"^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b"),
        ("cookie banner", r"^(?:accept|reject|allow|decline)(?: all)?(?: cookies)?$"),
        ("cookie banner", r"^(?:manage|cookie)\s+(?:preferences|cookies|choices|settings|policy)$"),
        ("subscription prompt", r"^by (?:signing up|subscribing|registering)\b.*\bagree\b"),
        ("subscription prompt",
         r"^(?=.*\b(?:news|newsletters?|stories|headlines|updates|reporting|delivered)\b)"
         r"(?:[^\s\"“”]+\s+){0,20}(?:in|to|into) your inbox(?:\W+\w+){0,8}\W*$"),
        ("subscription prompt", r"^подпис(?:ывайтесь|аться|итесь)\s+на\b"),
        ("agency credit",
         r"^[(\[]?\s*with\s+(?:agency\s+|additional\s+)?(?:inputs?|reporting)\s+(?:from|by)\b.{0,80}$"),
        ("agency credit",
         r"^[(\[*]*\s*(?:this|the)\s+(?:story|article|report|copy)\b.*"
         r"\b(?:syndicated feed|agency feed|auto-?generated from|not been edited by)\b"),
        ("subscription prompt", r"^(?:subscribe|sign up|log in|register)\s+(?:to|for|now)\b.*"
                                r"\b(?:newsletters?|alerts?)\b"),
        ("subscription prompt", r"^(?:\*\s*)?(?:please )?enter (?:a valid|your) e-?mail\b"),
        ("subscription prompt", r"^(?:\*\s*)?thank you for subscribing\b"),
        ("subscription prompt", r"^(?:download|get)\s+(?:the|our)\b.*\bapp\b"),
        ("subscription prompt", r"^(?:never miss a story|unlock (?:a world|exclusive|premium))\b"),
        ("date line, not understood",
         r"^(?:first\s+|last\s+)?(?:published|updated|posted|modified|uploaded)(?:\s+(?:on|at))?\s*:.{0,60}$"),
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
