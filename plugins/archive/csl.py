"""What a citation of an article needs to say, as a record of CSL-JSON.

It describes the original publication: its newspaper, the day it was published, its bylines as
printed and not split into parts of a name, its address or that of an archived copy. Our page
is the place in an archive. Whatever cites an article is made from this record; of what a search
found `theme/static/js/citations/csl.js` writes the same, and a test compares the two.

A digest has a title and a summary of its own, and nobody who wrote for the paper wrote them:
bylines of its original stand apart, as `original-author` and in the note.
"""

from typing import TypedDict

from .entries import Entry
from .model import Article
from .site import Site
from .text import plain, typeset

DIGEST = "Digest"
DIGEST_NOTE = "Title and abstract are those of a digest."


class Name(TypedDict):
    literal: str


Issued = TypedDict("Issued", {"date-parts": list[list[int]]})
Csl = TypedDict(
    "Csl",
    {
        "id": str,
        "type": str,
        "genre": str,
        "title": str,
        "author": list[Name],
        "original-author": list[Name],
        "container-title": str,
        "issued": Issued,
        "language": str,
        "URL": str,
        "archive": str,
        "archive_location": str,
        "abstract": str,
        "keyword": str,
        "note": str,
    },
    total=False,
)


def csl(article: Article, entry: Entry, site: Site) -> Csl:
    """The record, without the keys that have nothing to say. Text is as pages set it."""
    digest = article.text == "digest"
    names: list[Name] = [{"literal": name} for name in article.authors]
    day = article.date.day
    record: Csl = {
        "id": article.id,
        "type": "article-newspaper",
        "genre": DIGEST if digest else "",
        "title": plain(entry.title_html),
        "author": [] if digest else names,
        "original-author": names if digest else [],
        "container-title": typeset(entry.source.heading),
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "language": article.lang,
        "URL": article.source_url or article.archived_url or "",
        "archive": site.name,
        "archive_location": site.absolute(entry.address) or entry.address,
        "abstract": plain(entry.summary_html),
        "keyword": "; ".join(keywords(entry)),
        "note": note(article.authors) if digest else "",
    }
    return {key: value for key, value in record.items() if value}  # type: ignore[return-value]


def keywords(entry: Entry) -> list[str]:
    """All that it is filed under, as filed."""
    headings = (*entry.people, *entry.places, *entry.organisations, *entry.tags)
    return [typeset(heading.sort) for heading in headings]


def note(bylines: tuple[str, ...]) -> str:
    """What would mislead about a digest if it were not said."""
    by = f" The original is by {'; '.join(bylines)}." if bylines else ""
    return DIGEST_NOTE + by
