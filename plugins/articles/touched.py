"""Which article pages a change can reach."""

from collections.abc import Iterator

from plugins.archive.changes import ArticleChange, Changes, place_of
from plugins.archive.library import Library
from plugins.archive.pages import Gone, Offer
from plugins.archive.permalinks import article_address
from plugins.archive.reasons import Cause, Link, say
from plugins.archive.store import named

from .offers import article_page, image_file, redirect_page, tombstone_page


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """The changed articles' own files, and the pages of those that name them as neighbours."""
    for change in changes.articles:
        yield from own(library, change, changes.why.article(change.id))
    for id_ in changes.originals:
        withdrawn = library.article(id_).withdrawn
        yield (tombstone_page if withdrawn else article_page)(id_, changes.why.original())
    for path in changes.images:
        file = path.removeprefix("images/")
        if library.shows_image(file):
            yield image_file(file, f"{path} changed")
    for id_, links in sorted(neighbours(library, changes).items()):
        yield article_page(id_, say(*links))


def own(library: Library, change: ArticleChange, why: str) -> Iterator[Offer]:
    """An article's page, redirects and pictures, or that they are gone."""
    after = change.after
    if after is None:
        yield Gone(article_address(change.id), why)
    elif after.withdrawn:
        yield tombstone_page(change.id, why)
    else:
        yield article_page(change.id, why)
    owners = dict(library.aliases()) if any_aliases(change) else {}
    for state in (change.before, after):
        for alias in state.aliases if state else ():
            there = alias in owners
            yield redirect_page(alias, owners[alias], why) if there else Gone(alias, why)
        for image in state.images if state else ():
            if image.file:
                shown = library.shows_image(image.file)
                yield image_file(image.file, why) if shown else Gone(f"images/{image.file}", why)


def any_aliases(change: ArticleChange) -> bool:
    return any(state is not None and state.aliases for state in (change.before, change.after))


def neighbours(library: Library, changes: Changes) -> dict[str, tuple[Link, ...]]:
    """Unchanged articles filed just before and after a changed one, and those that may have
    it among the related or among the reports of their event: of each by which changes it is
    reached."""
    beside: dict[str, list[Cause]] = {}
    same: dict[str, list[Cause]] = {}
    related: dict[str, list[Cause]] = {}
    causes = changes.why.causes
    for change in changes.articles:
        for id_ in around(library, change) - causes.keys():
            beside.setdefault(id_, []).extend(causes[change.id])
        for id_ in reports(library, change) - causes.keys():
            same.setdefault(id_, []).extend(causes[change.id])
        for id_ in near(library, change) - causes.keys():
            related.setdefault(id_, []).extend(causes[change.id])
    return {
        id_: (
            ("next to", beside.get(id_, ())),
            ("reports the event of", same.get(id_, ())),
            ("may be related to", related.get(id_, ())),
        )
        for id_ in beside.keys() | same.keys() | related.keys()
    }


def around(library: Library, change: ArticleChange) -> set[str]:
    return {id_ for place in change.places for id_ in library.around(place)}


def reports(library: Library, change: ArticleChange) -> set[str]:
    """The articles that show it, or showed it, among the reports of their event."""
    events = {(article.event, place_of(article)) for article in change.listed if article.event}
    return {id_ for event, place in events for id_ in library.reports(event, place)}


def near(library: Library, change: ArticleChange) -> set[str]:
    lists = {
        (kind, ref, place_of(article))
        for article in change.listed
        for kind, ref in named(article)
        if kind != "sources"
    }
    return {id_ for kind, ref, place in lists for id_, _ in library.near(kind, ref, place)}
