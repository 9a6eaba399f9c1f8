"""From the Library to plain data: articles as documents, authority records as names."""

import html
import re
from collections.abc import Iterator

from plugins.archive.days import long_day, month_name, short_day
from plugins.archive.entries import Entry, Heading
from plugins.archive.library import Library
from plugins.archive.text import inline

from .documents import FACETS, Document, Label, Name

TAG = re.compile(r"<[^>]*>")


def documents(library: Library) -> Iterator[Document]:
    """Every listed article, as far as it may be shown (`body` has nothing else)."""
    for id_ in library.articles():
        yield document(library.entry(id_), library.article(id_).highlights, library.body(id_).plain)


def document(entry: Entry, highlights: tuple[str, ...], body: str) -> Document:
    headings = (*entry.people, *entry.places, *entry.organisations, *entry.tags, entry.source)
    return Document(
        id=entry.id,
        address=entry.address,
        title=typeset(entry.title),
        day=entry.day,
        when=when(entry),
        dated=long_day(entry.day) if entry.precise else when(entry),
        added=entry.added,
        lang=entry.lang,
        summary=typeset(entry.summary or ""),
        highlights=tuple(map(typeset, highlights)),
        body=body,
        labels=tuple(map(label, headings)),
    )


def label(heading: Heading) -> Label:
    return Label(
        kind=heading.kind,
        id=heading.id,
        heading=typeset(heading.heading),
        sort=typeset(heading.sort),
        form=heading.form,
    )


def names(library: Library) -> Iterator[Name]:
    """Every authority record."""
    for kind in FACETS:
        for heading, _ in library.headings(kind):
            record = library.record(kind, heading.id)
            yield Name(
                kind=kind,
                id=heading.id,
                heading=record.heading,
                sort=record.sort or "",
                variants=record.variants,
                scripts=record.scripts,
            )


def typeset(text: str) -> str:
    """A plain string with typographic quotes and dashes, still plain."""
    return html.unescape(TAG.sub("", inline(text))).replace("\xa0", " ") if text else ""


def when(entry: Entry) -> str:
    """6 Apr 2021; October 2022 or 1971 where no more is known."""
    if entry.span is None or entry.precise:
        return short_day(entry.day)
    month = f"{month_name(entry.day.month)} " if entry.span.precision == "month" else ""
    return f"{month}{entry.day.year}"
