"""What feeds there are: of everything, of a record, of corrections."""

from plugins.archive.following import stem_of
from plugins.archive.library import Library
from plugins.archive.model import Tag
from plugins.archive.permalinks import authority_address
from plugins.archive.site import Site

from .items import article_item, correction_item
from .shapes import Channel

LENGTH = 30


def everything(library: Library, site: Site) -> Channel:
    """The articles that were added last, with the text that may be shown."""
    entries = library.latest(limit=LENGTH)
    return Channel(
        stem="feed",
        page="index.html",
        title=site.name,
        subtitle=site.subtitle,
        items=tuple(article_item(entry, "feed", library, site, whole=True) for entry in entries),
    )


def of_record(kind: str, ref: str, library: Library, site: Site) -> Channel:
    """The articles of a record that were added last, each with its summary: the text of an article
    in the feeds of a dozen records would be most of what a build writes."""
    record = library.record(kind, ref)
    stem = stem_of(kind, ref)
    entries = library.latest(kind, ref, limit=LENGTH)
    return Channel(
        stem=stem,
        page=authority_address(kind, ref),
        title=f"{record.heading} · {site.name}",
        subtitle=(record.scope if isinstance(record, Tag) else record.note) or "",
        items=tuple(article_item(entry, stem, library, site, whole=False) for entry in entries),
    )


def corrections(library: Library, site: Site) -> Channel:
    """What was corrected last, and in which article."""
    counts: dict[tuple[str, str], int] = {}
    items = []
    for entry, correction in library.corrected(limit=LENGTH):
        key = (entry.id, correction.date.isoformat())
        counts[key] = counts.get(key, 0) + 1
        items.append(correction_item(entry, correction, counts[key], "corrections", site))
    return Channel(
        stem="corrections",
        page="index.html",
        title=f"Corrections · {site.name}",
        subtitle="What was corrected in this archive, with the day and the article.",
        items=tuple(items),
    )
