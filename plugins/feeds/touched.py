"""Which feeds a change can reach."""

from collections.abc import Iterator

from plugins.archive.changes import ArticleChange, Changes
from plugins.archive.following import is_followed
from plugins.archive.library import Library
from plugins.archive.pages import Offer
from plugins.archive.reasons import say

from .offers import list_of_feeds, none_of_record, of_corrections, of_everything, of_one_record


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    """Those of the changed records and of what names them. The page about feeds tells of none."""
    if not changes:
        return
    why = changes.why
    yield from of_everything(why.anything)
    corrected = tuple(change.id for change in changes.articles if is_corrected(change))
    if corrected:
        yield from of_corrections(say(why.among("", corrected)))
    listed = ""
    for kind, ref in changes.refs:
        because = why.record(kind, ref)
        is_now, was = followed(library, changes, kind, ref)
        if is_now:
            yield from of_one_record(kind, ref, because)
        elif was:
            yield from none_of_record(kind, ref, because)
        if is_now != was or (is_now and (kind, ref) in why.records):
            listed = listed or because
    if listed:
        yield list_of_feeds(listed)


def followed(library: Library, changes: Changes, kind: str, ref: str) -> tuple[bool, bool]:
    """Whether a record has feeds, and whether it had."""
    count = library.count(kind, ref)
    before = count - changes.delta(kind, ref)
    return (
        is_followed(kind, count) and library.has_record(kind, ref),
        is_followed(kind, before),
    )


def is_corrected(change: ArticleChange) -> bool:
    return any(article.corrections for article in change.listed)
