"""Atom feeds (RFC 4287): the thirty articles that were added last.

Identifiers are made from the site's name and a path, so that they stay when the site moves.
"""

from datetime import UTC, date, datetime
from functools import partial
from uuid import NAMESPACE_URL, uuid5

from plugins.archive.days import Moment
from plugins.archive.entries import Entry
from plugins.archive.library import Library
from plugins.archive.model import Article, Tag
from plugins.archive.permalinks import authority_address, relative
from plugins.archive.site import Site

from .markup import ATOM, BASE, LANG, Element

LENGTH = 30
# Atom wants a date; a feed without entries was never updated.
NEVER = "1970-01-01T00:00:00Z"


def everything(library: Library, site: Site) -> bytes:
    entries = library.latest(limit=LENGTH)
    return feed("feed.xml", "index.html", site.name, site.subtitle, entries, library, site)


def tag_feed(id_: str, library: Library, site: Site) -> bytes:
    record = library.record("tags", id_)
    scope = record.scope if isinstance(record, Tag) else None
    entries = library.latest("tags", id_, limit=LENGTH)
    title = f"{record.heading} · {site.name}"
    page = authority_address("tags", id_)
    return feed(f"tags/{id_}.xml", page, title, scope, entries, library, site)


def feed(
    path: str,
    page: str,
    title: str,
    subtitle: str | None,
    entries: tuple[Entry, ...],
    library: Library,
    site: Site,
) -> bytes:
    """The feed at output path `path` that follows `page`."""
    root = Element.root("feed", ATOM).set(LANG, site.lang)
    root.add("id", urn(site, path))
    root.add("title", title)
    if subtitle:
        root.add("subtitle", subtitle)
    pieces = [entry_piece(path, entry, library, site) for entry in entries]
    root.add("updated", max((when for when, _ in pieces), default=NEVER))
    root.add("author").add("name", site.name)
    root.add("link", rel="self", type="application/atom+xml", href=address(path, path, site))
    root.add("link", rel="alternate", type="text/html", href=address(path, page, site))
    return root.bytes(text for _, text in pieces)


def entry_piece(path: str, entry: Entry, library: Library, site: Site) -> tuple[str, str]:
    """When an article was updated, and its entry. It is in the feeds of all its tags, and says the
    same in those that lie as deep."""
    page = address(path, entry.address, site)
    return library.kept(("feed", page, site), partial(written, page, entry, library, site))


def written(page: str, entry: Entry, library: Library, site: Site) -> tuple[str, str]:
    article = library.article(entry.id)
    item = Element.root("entry").set(LANG, article.lang)
    item.add("id", urn(site, entry.address))
    item.add("title", article.title)
    item.add("published", atom_time(article.date))
    when = updated(article)
    item.add("updated", when)
    for name in article.authors:
        item.add("author").add("name", name)
    item.add("link", rel="alternate", type="text/html", href=page)
    if article.source_url:
        item.add("link", rel="via", href=article.source_url, title=entry.source.heading)
    for tag in entry.tags:
        item.add("category", term=tag.id, label=tag.heading)
    if article.summary:
        item.add("summary", article.summary)
    # Empty for `text: metadata`; the Library knows what may be shown.
    body = library.body(entry.id).html
    if body:
        item.add("content", body, type="html").set(BASE, page)
    return when, item.piece()


def urn(site: Site, path: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.name}/{path}')}"


def address(here: str, there: str, site: Site) -> str:
    return site.absolute(there) or relative(here, there)


def atom_time(moment: Moment) -> str:
    """RFC 3339; a day without a time counts from its midnight in UTC, as elsewhere."""
    return moment.time.isoformat() if moment.time else midnight(moment.day)


def midnight(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def updated(article: Article) -> str:
    """The latest day that the front matter tells: published, added or corrected."""
    days = [correction.date for correction in article.corrections]
    days += [article.added] if article.added else []
    latest = max((midnight(day) for day in days), default="")
    published = datetime.fromtimestamp(article.date.utc, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return max(latest, published)
