"""Why a file is looked at again, in words: which changed content files lead to it.

An article that stays as it was but names a changed record hands that record on, so what is
named is always a file that a curator touched. Where there are several, the first by path is
named (those that lead here by themselves before those handed on), and the others are counted.

All changes are gone through once; after that each list knows its own.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .model import Article
from .store import filed_under, named

if TYPE_CHECKING:
    from .changes import ArticleChange, Changes, RecordChange

LISTS = ("lists", "no longer lists")  # words for the articles that are there, and that were


class Cause(NamedTuple):
    """A changed content file and what became of it; `is_handed_on` by an article."""

    is_handed_on: bool
    path: str
    what: str

    @property
    def noun(self) -> str:
        return f"an article that names {self.path}" if self.is_handed_on else self.path


# What a file has to do with some causes; without words, a sentence tells what became of them.
Link = tuple[str, Collection[Cause]]
# A list of articles: kind and id of a record, and a time such as 2021-04; "" where it is all.
Key = tuple[str, str, str]


def say(*links: Link) -> str:
    """The first cause of the first link that has any, and how many more there are in all.

    >>> x = Cause(False, "articles/2021/x.md", "is new")
    >>> say(("next to", [x]))
    'next to articles/2021/x.md'
    >>> say(("", []), ("", [Cause(False, "authorities/tags/y.yaml", "changed"), x]))
    'articles/2021/x.md is new, and 1 more'
    """
    for words, causes in links:
        if causes:
            first = min(causes)
            text = f"{words} {first.noun}" if words else f"{first.path} {first.what}"
            more = len({cause.path for _, others in links for cause in others}) - 1
            return f"{text}, and {more} more" if more else text
    return ""


class Reasons:
    """What the rooms can say of `changes`."""

    def __init__(self, changes: "Changes") -> None:
        self.articles = changes.articles
        self.records = {(c.kind, c.id): record_cause(c) for c in changes.records}

    @cached_property
    def anything(self) -> str:
        """For what hangs on the whole archive."""
        articles = [cause for causes in self.causes.values() for cause in causes]
        here = [cause for cause in articles if not cause.is_handed_on]
        return say(("", [*self.records.values(), *here]))

    def article(self, id_: str) -> str:
        """For an article's own files."""
        causes = self.causes[id_]
        if causes[0].is_handed_on:
            return say(("names", [cause._replace(is_handed_on=False) for cause in causes]))
        return say(("", causes))

    def original(self) -> str:
        """For files of an article whose original is gone, or there again."""
        return say(("", [Cause(False, "links.yaml", "changed")]))

    def record(self, kind: str, ref: str, *others: Link) -> str:
        """For a record's own files, which tell of it and list its articles."""
        own = self.records.get((kind, ref))
        return say(("", [own] if own else []), *self.lists(LISTS, kind, ref), *others)

    def records_of(self, kind: str = "") -> str:
        """For what tells of all records, or all of a kind; empty if none changed."""
        found = [cause for (of, _), cause in self.records.items() if kind in ("", of)]
        return say(("", found))

    def among(self, words: str, ids: Iterable[str]) -> Link:
        """Those of some articles that are there."""
        return words, [cause for id_ in ids for cause in self.causes.get(id_, ())]

    def lists(
        self,
        words: tuple[str, str],
        kind: str = "",
        ref: str = "",
        *,
        year: int | None = None,
        month: int | None = None,
        day: date | None = None,
    ) -> tuple[Link, Link]:
        """The articles in a list of a record, of a time, of both, or in all: as in `words`,
        those that are there now and those that were."""
        time = day.isoformat() if day else "" if year is None else f"{year:04}"
        if month is not None:
            time = f"{time}-{month:02}"
        now, then = self._lists.get((kind, ref, time), ([], []))
        return (words[0], now), (words[1], then)

    @cached_property
    def causes(self) -> "dict[str, tuple[Cause, ...]]":
        """Of each changed article: its own file, or the changed records that it names."""
        return {change.id: tuple(self._causes(change)) for change in self.articles}

    def _causes(self, change: "ArticleChange") -> Iterable[Cause]:
        if change.before == change.after and change.after is not None:
            found = [self.records[key] for key in named(change.after) if key in self.records]
            if found:
                return [cause._replace(is_handed_on=True) for cause in found]
        return [Cause(False, f"articles/{change.id}.md", fate(change))]

    @cached_property
    def _lists(self) -> dict[Key, tuple[list[Cause], list[Cause]]]:
        found: dict[Key, tuple[list[Cause], list[Cause]]] = defaultdict(lambda: ([], []))
        for change in self.articles:
            causes = self.causes[change.id]
            now, then = lists_of(change.after), lists_of(change.before)
            for key in now | then:
                found[key][0 if key in now else 1].extend(causes)
        return found


def lists_of(article: Article | None) -> set[Key]:
    """The lists that an article is in."""
    if article is None or article.withdrawn:
        return set()
    day = filed_under(article).isoformat()
    records = {("", ""), *named(article)}
    return {("", "", day)} | {
        (*record, time) for record in records for time in ("", day[:4], day[:7])
    }


def record_cause(change: "RecordChange") -> Cause:
    what = "is new" if change.before is None else "is gone" if change.after is None else "changed"
    return Cause(False, f"authorities/{change.kind}/{change.id}.yaml", what)


def fate(change: "ArticleChange") -> str:
    """What became of an article."""
    if change.after is None:
        return "is a draft now" if change.is_draft else "is gone"
    if change.before is None:
        return "is no longer a draft" if change.is_draft else "is new"
    if change.after.withdrawn and not change.before.withdrawn:
        return "is withdrawn"
    return "changed"
