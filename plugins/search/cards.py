"""What the list of results shows, and the text its snippets are taken from.

A card is `[address, title, day, date as shown, language, source, tags, summary, names, event,
second]`: `source` and each of at most four `tags` is `[address, heading]`, each name `[entity,
filed form]`. It is published with the text behind it: highlights and body as running text, a line
each.
"""

from .documents import RECORDS, Document, Label

TAGS_SHOWN = 4
Card = list[object]


def card(document: Document) -> Card:
    by_kind: dict[str, list[Label]] = {kind: [] for kind in RECORDS}
    for label in document.labels:
        by_kind[label.kind].append(label)
    tags = [label for label in by_kind["tags"] if not label.form][:TAGS_SHOWN]
    sources = by_kind["sources"]
    return [
        document.address,
        document.title,
        document.day.isoformat(),
        document.when or document.day.isoformat(),
        document.lang,
        link(sources[0]) if sources else [],
        [link(tag) for tag in tags],
        document.summary,
        [
            [label.entity, label.sort]
            for kind in ("people", "places", "organisations", "tags")
            for label in by_kind[kind]
        ],
        document.event,
        document.second,
    ]


def link(label: Label) -> list[str]:
    return [f"{label.kind}/{label.id}.html", label.heading]


def shown(document: Document) -> Card:
    """The card with the text, as it is published."""
    return [*card(document), text(document)]


def text(document: Document) -> str:
    return "\n".join(filter(None, (*document.highlights, document.body)))
