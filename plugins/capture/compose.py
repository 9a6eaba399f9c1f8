"""The article made of a reading: front matter in the model's order, and Markdown below it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..archive.days import Moment
from ..archive.model import FrontMatter
from ..archive.text.body import markdown, plain
from ..archive.text.sanitise import sanitise
from ..archive.yaml_lines import Value, dump
from .escape import escape
from .ledger import TOKEN, Claim, Ledger
from .marks import Mark, joined
from .reading import Reading

KEYS = tuple(FrontMatter.__dataclass_fields__)
TEXTS = ("full", "excerpt", "metadata")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the article says besides the words of the capture."""

    moment: Moment
    source: str
    text: str
    added: date
    sha256: str
    file: str
    lang: str | None
    ids: Mapping[str, list[str]]
    captured: date | None = None
    archived: str | None = None
    pictures: Mapping[int, str] = field(default_factory=dict)  # files of images that come in


def article(reading: Reading, around: Around) -> str:
    """The whole file, ended by a newline."""
    front = dump({key: value for key in KEYS if (value := fields(reading, around).get(key))})
    paragraphs = body(reading) if around.text != "metadata" else ""
    return f"---\n{front}---\n" + (f"\n{paragraphs}\n" if paragraphs else "")


def fields(reading: Reading, around: Around) -> dict[str, Value]:
    ledger = reading.ledger
    found: dict[str, Value] = {
        "title": ledger.value("title"),
        "date": around.moment,
        "source": around.source,
        "text": around.text,
        "images": images(reading, around.pictures),
        "archived_url": around.archived or "",
        "capture": kept(around),
        "added": around.added,
        "summary": ledger.value("summary"),
        "source_url": ledger.value("source_url"),
        "lang": around.lang or "",
    }
    for key in ("authors", "section", "highlights"):
        found[key] = [ledger.value(key, item) for item in ledger.items(key)]
    return found | dict(around.ids)


def kept(around: Around) -> dict[str, Value]:
    capture: dict[str, Value] = {"file": around.file, "sha256": around.sha256}
    return capture | ({"captured": around.captured} if around.captured else {})


def images(reading: Reading, files: Mapping[int, str]) -> list[Value]:
    """A picture each: rights only where a notice forbids keeping it or a licence allows it."""
    found: list[Value] = []
    for item, forbidden in enumerate(reading.forbidden):
        coming = reading.pictures.get(item)
        image = {"file": files.get(item, ""), "alt": coming.alt if coming else ""}
        for key in ("caption", "credit"):
            image[key] = reading.ledger.value(f"images.{key}", item)
        image["rights"] = "no-archive" if forbidden else coming.rights if coming else ""
        image["notice"] = reading.ledger.value("images.notice", item)
        found.append({key: value for key, value in image.items() if value})
    return found


def body(reading: Reading) -> str:
    """The text as Markdown, its lines as printed.

    Without any markup, should that come out with other words than the capture has: lists in lists
    in quotations are more than Markdown can tell.
    """
    items = sorted(reading.ledger.items("body").items())
    marked = written(reading.ledger, items, reading.marks)
    if not reading.marks:
        return marked
    given = [
        word
        for _, claims in items
        for claim in claims
        for word in TOKEN.findall(reading.ledger.text(claim))
    ]
    same = TOKEN.findall(plain(sanitise(markdown(marked)))) == given
    return marked if same else written(reading.ledger, items, {})


def written(ledger: Ledger, items: list[tuple[int, list[Claim]]], marks: Mapping[int, Mark]) -> str:
    return joined(
        [
            (mark := marks.get(item, Mark()), paragraph(ledger, claims, mark))
            for item, claims in items
        ]
    )


def paragraph(ledger: Ledger, claims: list[Claim], mark: Mark) -> str:
    if mark.rows:
        return table(ledger, claims, mark)
    lines = (escape(ledger.text(claim)) for claim in claims)
    return "\n".join((mark.rest if n else mark.first) + line for n, line in enumerate(lines))


def table(ledger: Ledger, claims: list[Claim], mark: Mark) -> str:
    """The first row is the table's head, for Markdown knows none without."""
    texts = {claim.line: escape(ledger.text(claim)) for claim in claims}
    rows = [[" ".join(texts[number] for number in cell) for cell in row] for row in mark.rows]
    rows.insert(1, ["---"] * len(rows[0]))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
