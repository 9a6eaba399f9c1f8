"""Which files a change can reach.

Besides the changed articles' own: the part that a changed row is in, the parts that come or go
because a table is cut otherwise, and, where any does, what lists them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from plugins.archive.changes import Changes
from plugins.archive.library import Library
from plugins.archive.model import KINDS
from plugins.archive.pages import Gone, Offer
from plugins.archive.permalinks import article_data_address
from plugins.archive.reasons import LISTS, say
from plugins.archive.store import filed_under

from . import parts
from .columns import ARTICLES
from .forms import FORMS
from .offers import articles_files, lists, record_file, records_files
from .parts import Part, cut, months_of, times


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    for change in changes.articles:
        why = changes.why.article(change.id)
        there = change.after is not None
        yield record_file(change.id, why) if there else Gone(article_data_address(change.id), why)
    for id_ in changes.originals:
        yield record_file(id_, changes.why.original())
    tables = Tables(library, changes)
    yield from tables.articles()
    yield from tables.originals()
    for kind in KINDS:
        yield from tables.records(kind)
    if tables.are_other:
        yield from lists(changes.why.anything)


@dataclass(slots=True)
class Tables:
    """The parts of tables that changes reach; `are_other` once one of them has come or gone, or
    a source, which the package names, has changed."""

    library: Library
    changes: Changes
    are_other: bool = field(default=False, init=False)

    def articles(self) -> Iterator[Offer]:
        """A row hangs on its article alone, so those that only name a changed record are not
        looked at."""
        really = [change for change in self.changes.articles if change.before != change.after]
        days = [filed_under(article) for change in really for article in change.listed]
        changed = {time for day in days for time in (day.isoformat()[:4], day.isoformat()[:7])}
        for year in sorted({day.year for day in days}):
            now = months_of(self.library, year)
            before = {
                month: now.get(month, 0) - self.changes.delta(year=year, month=month)
                for month in range(1, 13)
            }
            yield from self.year(year, times(year, before), times(year, now), changed)

    def originals(self) -> Iterator[Offer]:
        """Where it is told of originals that are gone: nothing is cut otherwise by that."""
        days = {
            filed_under(article)
            for article in map(self.library.article, self.changes.originals)
            if article.withdrawn is None
        }
        for year in sorted({day.year for day in days}):
            changed = {f"{year:04}", *(day.isoformat()[:7] for day in days)}
            for name in times(year, months_of(self.library, year)):
                if name in changed:
                    yield from articles_files(Part(ARTICLES, name), self.changes.why.original())

    def year(
        self, year: int, before: tuple[str, ...], now: tuple[str, ...], changed: set[str]
    ) -> Iterator[Offer]:
        in_year = say(*self.changes.why.lists(LISTS, year=year))
        for name in now:
            if name in changed or name not in before:
                month = int(name[5:]) if name[5:] else None
                why = say(*self.changes.why.lists(LISTS, year=year, month=month)) or in_year
                yield from articles_files(Part(ARTICLES, name), why)
        yield from self.gone(ARTICLES, set(before) - set(now), in_year)
        self.are_other |= before != now

    def records(self, kind: str) -> Iterator[Offer]:
        steps = self.steps(kind)
        regions: dict[Region, list[str]] = {}
        for ref in sorted(steps):
            regions.setdefault(region(self.library, kind, ref, steps), []).append(ref)
        for place, refs in regions.items():
            why = self.changes.why.record(kind, refs[0])
            yield from self.region(kind, place, steps, why)
        self.are_other |= kind == "sources" and bool(steps)

    def steps(self, kind: str) -> dict[str, int]:
        """Records that came into use (1), went out of it (-1), or changed in it (0)."""
        found = {}
        for of, ref in self.changes.refs:
            if of == kind:
                count = self.library.count(kind, ref)
                before = count - self.changes.delta(kind, ref)
                step = bool(count) - bool(before)
                if step or (count and (kind, ref) in self.changes.why.records):
                    found[ref] = step
        return found

    def region(
        self, kind: str, place: "Region", steps: Mapping[str, int], why: str
    ) -> Iterator[Offer]:
        ids = place.in_use(self.library, kind)
        came = {ref for ref, step in steps.items() if step > 0}
        went = {ref for ref, step in steps.items() if step < 0 and place.holds(ref)}
        now = cut(ids, place.prefix)
        before = cut(sorted({*ids} - came | went), place.prefix)
        for name, some in now.items():
            if before.get(name) != some or steps.keys() & {*some}:
                yield from records_files(Part(kind, name), some, why)
        yield from self.gone(kind, before.keys() - now.keys(), why)
        self.are_other |= before.keys() != now.keys()

    def gone(self, table: str, names: Iterable[str], why: str) -> Iterator[Gone]:
        for name in sorted(names):
            for ending in FORMS:
                yield Gone(Part(table, name).path(ending), why)


@dataclass(frozen=True, slots=True)
class Region:
    """The ids that begin with `prefix`; where `is_exact` the one that is the prefix."""

    prefix: str
    is_exact: bool

    def holds(self, ref: str) -> bool:
        return ref == self.prefix or (not self.is_exact and ref.startswith(self.prefix))

    def in_use(self, library: Library, kind: str) -> tuple[str, ...]:
        if self.is_exact:
            return (self.prefix,) if library.count(kind, self.prefix) else ()
        return library.in_use(kind, prefix=self.prefix)


def region(library: Library, kind: str, ref: str, steps: Mapping[str, int]) -> Region:
    """The smallest part of a table's cutting, around a record, outside of which nothing is cut
    otherwise than before."""
    prefix = ""
    while is_cut_twice(library, kind, prefix, steps):
        if prefix == ref:
            return Region(prefix, is_exact=True)
        prefix = ref[: len(prefix) + 1]
    return Region(prefix, is_exact=False)


def is_cut_twice(library: Library, kind: str, prefix: str, steps: Mapping[str, int]) -> bool:
    """Whether the records that begin with `prefix` are more than a part holds, before and now."""
    more = sum(step for ref, step in steps.items() if ref.startswith(prefix))
    now = len(library.in_use(kind, prefix=prefix, limit=parts.MOST + 1 + max(more, 0)))
    return min(now, now - more) > parts.MOST
