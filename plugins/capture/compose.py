"""The article made of a reading: front matter in the model's order, and Markdown below it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ..archive.days import Moment
from ..archive.model import FrontMatter
from ..archive.yaml_lines import Value, dump
from .escape import escape
from .ledger import Ledger
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


def article(reading: Reading, around: Around) -> str:
    """The whole file, ended by a newline."""
    front = dump({key: value for key in KEYS if (value := fields(reading, around).get(key))})
    paragraphs = body(reading.ledger) if around.text != "metadata" else ""
    return f"---\n{front}---\n" + (f"\n{paragraphs}\n" if paragraphs else "")


def fields(reading: Reading, around: Around) -> dict[str, Value]:
    ledger = reading.ledger
    found: dict[str, Value] = {
        "title": ledger.value("title"),
        "date": around.moment,
        "source": around.source,
        "text": around.text,
        "images": images(reading),
        "capture": {"file": around.file, "sha256": around.sha256},
        "added": around.added,
        "summary": ledger.value("summary"),
        "source_url": ledger.value("source_url"),
        "lang": around.lang or "",
    }
    for key in ("authors", "section", "highlights"):
        found[key] = [ledger.value(key, item) for item in ledger.items(key)]
    return found | dict(around.ids)


def images(reading: Reading) -> list[Value]:
    """A picture each: rights only where a notice forbids keeping it, else unknown."""
    found: list[Value] = []
    for item, forbidden in enumerate(reading.forbidden):
        image = {key: reading.ledger.value(f"images.{key}", item) for key in ("caption", "credit")}
        image["rights"] = "no-archive" if forbidden else ""
        image["notice"] = reading.ledger.value("images.notice", item)
        found.append({key: value for key, value in image.items() if value})
    return found


def body(ledger: Ledger) -> str:
    """The text as Markdown, its lines as printed, an empty line between paragraphs."""
    paragraphs = (
        "\n".join(escape(ledger.text(claim)) for claim in claims)
        for _, claims in sorted(ledger.items("body").items())
    )
    return "\n\n".join(paragraphs)
