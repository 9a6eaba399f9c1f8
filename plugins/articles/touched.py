"""Which article pages a change can reach."""

from collections.abc import Iterator

from plugins.archive.changes import ArticleChange, Changes
from plugins.archive.library import Library
from plugins.archive.model import Article
from plugins.archive.pages import Gone, Offer
from plugins.archive.permalinks import article_address
from plugins.archive.store import filed_under, named

from .offers import article_page, image_file, redirect_page, tombstone_page


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """The changed articles' own files, and the pages of those that name them as neighbours."""
    for change in changes.articles:
        yield from own(library, change)
    changed = {change.id for change in changes.articles}
    for id_ in sorted(neighbours(library, changes) - changed):
        yield article_page(id_)


def own(library: Library, change: ArticleChange) -> Iterator[Offer]:
    """An article's page, redirects and pictures, or that they are gone."""
    after = change.after
    if after is None:
        yield Gone(article_address(change.id))
    elif after.withdrawn:
        yield tombstone_page(change.id)
    else:
        yield article_page(change.id)
    owners = dict(library.aliases()) if any_aliases(change) else {}
    for state in (change.before, after):
        for alias in state.aliases if state else ():
            yield redirect_page(alias, owners[alias]) if alias in owners else Gone(alias)
        for image in state.images if state else ():
            if image.file:
                shown = library.shows_image(image.file)
                yield image_file(image.file) if shown else Gone(f"images/{image.file}")


def any_aliases(change: ArticleChange) -> bool:
    return any(state is not None and state.aliases for state in (change.before, change.after))


def neighbours(library: Library, changes: Changes) -> set[str]:
    """Those filed just before and after, and those that may have it among the related."""
    found: set[str] = set()
    for place in changes.places:
        found.update(library.around(place))
    for change in changes.articles:
        for article in change.listed:
            place = place_of(article)
            for kind, ref in named(article):
                if kind != "sources":
                    found.update(library.near(kind, ref, place))
    return found


def place_of(article: Article) -> tuple[str, int, str]:
    return (filed_under(article).isoformat(), article.date.utc, article.id)
