"""What newspapers put among the paragraphs of a text: links to other stories, prompts, credits.

A line is such by its words alone; what it is by its place or its links, `body` finds out.
"""

import re

from .lines import Line

LONGEST = 45  # words; anything longer is text
NETWORKS = r"facebook|twitter|instagram|youtube|whatsapp|telegram|linkedin"
KINDS = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("related", r"^\W*(?:read|see|also|also read|more|related|watch|listen|don['’]?t miss"
                    r"|must read|you (?:may|might) (?:also )?like|recommended)\b"
                    r"(?: (?:more|also|next|now|stories|articles|posts?|content|coverage|reading"
                    r"|from|on))*\s*(?:[:|]|\.{3}|…|$)"),
        ("related", r"^\W*(?:most (?:read|popular|viewed)|trending|in pictures|also on)\b.{0,40}$"),
        ("subscription prompt",
         r"^(?:subscribe|sign up|register|follow|like|join|download|get)\b.{0,120}"
         rf"\b(?:newsletters?|inbox|{NETWORKS}|app|alerts?|e-?mail|daily|weekly|podcast)\b"),
        ("sharing prompt", r"^(?:like|enjoy(?:ed)?) (?:this|what|our)\b.{0,60}\?"),
        ("subscription prompt",
         r"^(?:have|got) (?:a|any) (?:tip|story|news|question)s?\b.{0,30}\?"),
        ("contributors",
         r"^\W*(?:additional )?(?:reporting|writing|editing|compiled|edited|written)\b"
         r"(?: and \w+)? by\b.{0,200}$"),
        ("contributors",
         r"^.{0,200}\b(?:contributed (?:to this|reporting)|(?:can|may) be reached)\b.{0,160}$"),
        ("contributors", r"^\W*(?:sources?|via|with inputs? from)\s*:.{0,60}$"),
        ("contact", r"^(?:(?:write to|reach|contact|e-?mail)\b.{0,80})?\S+@\S+\.\w+\W*$"),
        ("contact", rf"^(?:https?://)?(?:www\.)?(?:{NETWORKS})\.com/\S+$"),
        ("date line", r"^\W*(?:last )?(?:updated|published|posted|modified)\b(?: (?:on|at))?\s*:?"
                      r".{0,12}\d.{0,40}$"),
        ("reading time", r"^.{0,24}\b\d{1,2}\s*(?:min|minut\w*|минут\w*)\b.{0,10}$"),
        ("tags", r"^(?:filed under|tags?|topics?|categor(?:y|ies)|labels?|posted in)\s*[:|]"),
        ("comments", r"^\W*(?:\d+ )?comments?\W*\d*\W*$|^(?:leave|post|add) a (?:comment|reply)\b"
                     r"|^tell us what you think"),
        ("copyright line", r"^\W*(?:©|\(c\) |copyright\b|all rights reserved)"),
        ("sharing prompt", rf"^(?:share|tweet|print|e-?mail|{NETWORKS}|pin it)"
                           r"(?: (?:this|on|via|with|story|article|post|now|e-?mail"
                           rf"|{NETWORKS}))*\W*$"),
        ("advertisement", r"^\W*(?:advertisements?|sponsored(?: content)?|promoted"
                          r"|story continues below.{0,40}|article continues.{0,40})\W*$"),
    )
)  # fmt: skip


def kind_of(line: Line) -> str | None:
    """What kind of surroundings a line is; None for text."""
    if line.words > LONGEST:
        return None
    return next((kind for kind, pattern in KINDS if pattern.search(line.text)), None)
