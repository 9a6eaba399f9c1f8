"""What a reviewer reads beside the article: recognised, left out, proposed, unknown.

The list under "Left out" is also what `ledger.account` reads: one line for each run of
words, as printed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..archive.names.compare import SURE
from .clock import Dated
from .ledger import LEFT_OUT, OUT, Claim, Ledger
from .lines import Removed
from .mentions import KINDS, Mention, Mentions
from .new_records import sureness
from .proposals import NewName

METADATA = "metadata"
BRACKETS = str.maketrans("()", "[]")
SHOWN = (
    ("title", "title"),
    ("section", "section"),
    ("source_url", "source_url"),
    ("authors", "author"),
    ("summary", "summary"),
    ("highlights", "highlight"),
    ("images.caption", "caption"),
    ("images.credit", "credit"),
    ("images.notice", "rights notice"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that a report tells."""

    capture: str
    article: str
    file: str
    sha256: str
    source: str
    why_source: str
    ledger: Ledger
    where: Mapping[tuple[str, int], str]
    shown: int | None
    notes: tuple[str, ...]
    removed: tuple[Removed, ...]
    dated: Dated
    mentions: Mentions
    tags: tuple[str, ...]
    new_names: tuple[NewName, ...]
    new_records: tuple[str, ...]
    unknown: tuple[str, ...]
    forbidden: tuple[bool, ...]
    pictures: Mapping[int, str]
    beside: tuple[str, ...]
    copies: tuple[tuple[str, float], ...]
    paragraphs: int
    keep_text: bool


def report(findings: Findings) -> str:
    """The report's text, ended by a newline; a section each, an empty line between them."""
    sections = (
        (f"Import of {findings.capture}", heading(findings)),
        ("The same story, by its words (nothing was merged)", same_story(findings)),
        ("Recognised", recognised(findings)),
        (LEFT_OUT, left_out(findings)),
        ("Names", accepted(findings.mentions)),
        ("New records", (f"  {path}" for path in findings.new_records)),
        (f"Names to decide (none below {SURE:.2f} was taken unasked)", undecided(findings)),
        ("Tags to consider (known, and named in the text; none was set)", tags(findings)),
        ("Unknown, and left unknown", (f"  {line}" for line in findings.unknown)),
    )
    texts = ((title, list(lines)) for title, lines in sections)
    return "\n".join("\n".join([title, *lines, ""]) for title, lines in texts if lines)


def heading(findings: Findings) -> Iterator[str]:
    yield f"  article: {findings.article}"
    yield f"  capture: {findings.file}"
    yield f"  sha256: {findings.sha256}"
    yield f"  source: {findings.source}, {findings.why_source}"
    if findings.shown is not None:
        yield f"  lines: {findings.shown}, the page's lines of text from its top"
    yield from (f"  note: {note}" for note in findings.notes)
    for path in findings.beside:
        yield f"  of the same capture: {path}"


def same_story(findings: Findings) -> Iterator[str]:
    for path, share in findings.copies:
        yield f"  {path}: has {share:.0%} of the shorter text too"


def recognised(findings: Findings) -> Iterator[str]:
    ledger, dated = findings.ledger, findings.dated
    place = dated.by or place_of(findings, "date", 0, dated.lines)
    yield f"  {place}, date, {dated.sure}: {dated.moment.iso}"
    for note in dated.notes:
        yield f"    {note}"
    for key, name in SHOWN:
        for item, claims in ledger.items(key).items():
            lines = sorted({claim.line for claim in claims})
            sure = min((claim.sure for claim in claims), key=("doubtful", "likely", "sure").index)
            value = ledger.value(key, item)
            yield f"  {place_of(findings, key, item, lines)}, {name}, {sure}: {value}"
    for item, forbidden in enumerate(findings.forbidden):
        rights = findings.pictures.get(item, "none recognised")
        rights = "no-archive: it may not be kept or shown" if forbidden else rights
        yield f"  image {item + 1}, rights: {rights}"
    body = sorted({claim.line for claim in ledger.of("body")})
    if body and findings.keep_text:
        count = f"{findings.paragraphs} paragraph{'s' if findings.paragraphs > 1 else ''}"
        yield f"  lines {body[0]} to {body[-1]}, text, likely: {count}"


def place_of(findings: Findings, key: str, item: int, lines: Iterable[int]) -> str:
    """Where a value stands: in lines, or in the metadata of a page alone."""
    where = findings.where.get((key, item), "").translate(BRACKETS)
    there = f" ({where})" if where else ""
    inside = [line for line in lines if 0 < line <= (findings.shown or line)]
    return f"{numbers(inside)}{there}" if inside else f"{METADATA}{there}"


def numbers(lines: Iterable[int]) -> str:
    shown = [str(line) for line in sorted(lines)]
    return f"line {shown[0]}" if len(shown) == 1 else f"lines {', '.join(shown)}"


def left_out(findings: Findings) -> Iterator[str]:
    """Each run of words that the article has not, with its kind, as printed."""
    ledger = findings.ledger
    entries = [(claim, claim.kind) for claim in ledger.of(OUT)]
    if not findings.keep_text:
        entries += [(claim, "text, not kept") for claim in ledger.of("body")]
    found = [((char.line, -1), char.kind, char.name) for char in findings.removed]
    groups: dict[tuple[int, str], list[Claim]] = {}
    for claim, kind in entries:
        groups.setdefault((claim.line, kind), []).append(claim)
    for (line, kind), claims in groups.items():
        found.append(((line, claims[0].start), kind, ledger.joined(claims)))
    yield from (f"  line {line}, {kind}: {text}" for (line, _), kind, text in sorted(found))


def accepted(mentions: Mentions) -> Iterator[str]:
    for kind in KINDS:
        for id_ in mentions.ids[kind]:
            yield f"  {kind}/{id_}: {forms(mentions.seen[kind, id_])}"


def forms(mentions: list[Mention]) -> str:
    """Each printed form of a name, with its lines."""
    lines: dict[str, set[int]] = {}
    for mention in mentions:
        lines.setdefault(mention.text, set()).add(mention.line)
    shown = "; ".join(f"{text} ({numbers(at)})" for text, at in lines.items())
    otherwise = dict.fromkeys(mention.why for mention in mentions if mention.why)
    return shown + "".join(f"; spelled otherwise, {why}" for why in otherwise)


def undecided(findings: Findings) -> Iterator[str]:
    seen: dict[tuple[str, str], list[Mention]] = {}
    for mention, why in findings.mentions.doubtful:
        seen.setdefault((mention.text, why), []).append(mention)
    for (text, why), mentions in seen.items():
        yield f"  {text}, {numbers({mention.line for mention in mentions})}: {why}"
    for new in findings.new_names:
        yield from proposal(new)


def proposal(new: NewName) -> Iterator[str]:
    """A name without a record: how sure it is, why, and the sentence it stands in."""
    why = "; ".join(new.named.why)
    yield f"  {new.named.heading}, line {new.line}: no record; {sureness(new)}: {why}"
    if new.near:
        yield f"    may be {new.near.kind}/{new.near.id}, {new.near.score:.2f}: {new.near.why}"
    yield f"    {new.sentence}"


def tags(findings: Findings) -> Iterator[str]:
    if findings.tags:
        yield f"  {', '.join(findings.tags)}"
