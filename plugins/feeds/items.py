"""The items of feeds, each written once in both formats for all feeds that lie as deep."""

from functools import partial

from plugins.archive.entries import Entry
from plugins.archive.library import Library
from plugins.archive.model import Correction
from plugins.archive.site import Site

from . import atom, json_feed, moments
from .links import address, rooted, urn
from .shapes import Facts, Item

OPENING = 280  # characters


def article_item(entry: Entry, here: str, library: Library, site: Site, *, whole: bool) -> Item:
    """An article in the feed at `here`; `whole` with its text."""
    key = ("feed", address(here, entry.address, site), whole, site)
    return library.kept(key, partial(written_article, entry, here, library, site, whole))


def written_article(entry: Entry, here: str, library: Library, site: Site, whole: bool) -> Item:
    article = library.article(entry.id)
    # Empty for `text: metadata`; the Library knows what may be shown.
    html = library.body(entry.id).html if whole else ""
    return written(
        Facts(
            id=urn(site, entry.address),
            url=address(here, entry.address, site),
            title=article.title,
            lang=article.lang,
            published=moments.published(article.date),
            updated=moments.updated(article),
            source=entry.source.heading,
            authors=article.authors,
            via=article.source_url,
            tags=tuple((tag.id, tag.heading) for tag in entry.tags),
            summary=article.summary or (None if whole else opening(entry.id, library)),
            html=html,
            rooted=rooted(html, entry.address, here, site),
        )
    )


def correction_item(
    entry: Entry, correction: Correction, number: int, here: str, site: Site
) -> Item:
    """A correction of an article, which has `number - 1` before it on the same day."""
    day = correction.date.isoformat()
    return written(
        Facts(
            id=urn(site, f"{entry.address}#corrected-{day}-{number}"),
            url=address(here, entry.address, site),
            title=f"Correction: {entry.title}",
            lang=site.lang,
            published=moments.midnight(correction.date),
            updated=moments.midnight(correction.date),
            source=entry.source.heading,
            text=correction.note,
        )
    )


def written(facts: Facts) -> Item:
    return Item(facts.updated, atom.entry(facts), json_feed.item(facts))


def opening(id_: str, library: Library) -> str | None:
    """How the text begins, as far as it may be shown: for an article without a summary."""
    plain = " ".join(library.body(id_).plain.split())
    if len(plain) <= OPENING:
        return plain or None
    return f"{plain[:OPENING].rpartition(' ')[0] or plain[:OPENING]} …"
