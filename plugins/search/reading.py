"""From the Library to plain data: articles as documents, authority records as names."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache

from plugins.archive.changes import Changes, RecordChange
from plugins.archive.days import long_day, month_name, short_day
from plugins.archive.entries import Entry, Heading
from plugins.archive.library import Library
from plugins.archive.model import Article, Authority
from plugins.archive.text import inline, plain, typeset

from .documents import RECORDS, Document, Label, Name
from .memory import Results

# An article's place is looked up in the time in which the order of so many is read.
ONE_BY_ONE = 10


class Reading:
    """The archive of a Library, as the index asks for it."""

    def __init__(self, library: Library, changes: Changes | None = None) -> None:
        self.library = library
        self.results: Results = library.results
        self.changes = changes or Changes()

    def accessions(self, start: int = 0) -> Iterable[tuple[str, str, bytes]]:
        return self.library.accessions(start)

    def count(self) -> int:
        return self.library.count()

    def unchanged(self) -> int:
        """By the accession of what changed. An article that names a changed record did, too."""
        places = [
            (one.added.isoformat() if one.added else "", one.id)
            for each in self.changes.articles
            for one in each.listed
        ]
        return self.library.accessions_before(*min(places)) if places else self.count()

    def chronology(self, ids: Collection[str]) -> list[str]:
        """As lists go: by day, second of publication, id."""
        if len(ids) * ONE_BY_ONE < self.count():
            return sorted(ids, key=self.library.place)
        wanted = set(ids)
        return [id_ for id_ in self.library.articles() if id_ in wanted]

    def document(self, id_: str) -> Document:
        """As far as it may be shown: `body` has nothing else."""
        return document(self.library.entry(id_), self.library.article(id_), self.body(id_))

    def former(self, id_: str) -> Document:
        """An article that changed, or whose records did, as it was in the last build."""
        before = {each.id: each.before for each in self.changes.articles}[id_]
        if before is None:
            raise LookupError(id_)
        records = {(each.kind, each.id): each.before for each in self.changes.records}

        def heading(kind: str, ref: str) -> Heading:
            record = records.get((kind, ref))
            return Heading.of(kind, ref, record) if record else self.library.heading(kind, ref)

        return document_of(before, heading, self.library.text_of(before).plain)

    def body(self, id_: str) -> str:
        return self.library.body(id_).plain

    def names(self) -> tuple[Name, ...]:
        """The records that articles name."""
        return tuple(
            name(kind, heading.id, self.library.record(kind, heading.id))
            for kind in RECORDS
            for heading, count in self.library.headings(kind)
            if count
        )

    def renamed(self) -> tuple[list[Name], list[Name]]:
        """Without a look at records that stayed as they were."""
        before: list[Name] = []
        after: list[Name] = []
        changed = {(each.kind, each.id): each for each in self.changes.records}
        for key, was, is_ in uses(self.library, self.changes):
            old = self.former_name(key, changed.get(key)) if was else None
            new = name(*key, self.library.record(*key)) if is_ else None
            if old != new:
                before += [old] if old else []
                after += [new] if new else []
        return before, after

    def former_name(self, key: tuple[str, str], change: RecordChange | None) -> Name:
        record = change.before if change else self.library.record(*key)
        if record is None:
            raise LookupError(key)
        return name(*key, record)

    def name(self, entity: str) -> Name:
        kind, _, id_ = entity[1:].partition("/")
        return name(kind, id_, self.library.record(kind, id_))


def uses(library: Library, changes: Changes) -> Iterator[tuple[tuple[str, str], bool, bool]]:
    """Records that changed or that changed articles name (kind, id), and whether listed articles
    named them before, and do now."""
    gained = Counter[tuple[str, str]]()
    keys = {(each.kind, each.id) for each in changes.records}
    for each in changes.articles:
        before, after = references(each.before), references(each.after)
        gained.update(after - before)
        gained.subtract(before - after)
        keys |= before ^ after
    for key in sorted(keys):
        now = library.count(*key)
        yield key, now - gained[key] > 0, now > 0


def references(article: Article | None) -> set[tuple[str, str]]:
    """The records that a listed article names."""
    if article is None or article.withdrawn or article.status != "published":
        return set()
    own = {(kind, ref) for kind in RECORDS[:-1] for ref in getattr(article, kind)}
    return own | {("sources", article.source)}


def document_of(article: Article, heading: Callable[[str, str], Heading], body: str) -> Document:
    headings = {
        kind: tuple(heading(kind, ref) for ref in getattr(article, kind)) for kind in RECORDS[:-1]
    }
    headings["sources"] = (heading("sources", article.source),)
    typeset = inline(article.title), inline(article.summary or "")
    return document(Entry.of(article, headings, *typeset), article, body)


def document(entry: Entry, article: Article, body: str) -> Document:
    headings = (*entry.people, *entry.places, *entry.organisations, *entry.tags, entry.source)
    return Document(
        id=entry.id,
        address=entry.address,
        title=plain(entry.title_html),
        day=entry.day,
        when=when(entry),
        dated=long_day(entry.day) if entry.precise else when(entry),
        added=entry.added,
        lang=entry.lang,
        summary=plain(entry.summary_html),
        highlights=tuple(map(typeset, article.highlights)),
        body=body,
        labels=tuple(map(label, headings)),
        event=article.event or "",
        published=article.date.iso,
        second=article.date.utc,
        authors=article.authors,
        source_url=article.source_url or "",
        archived_url=article.archived_url or "",
        text=article.text,
    )


@lru_cache(20_000)
def label(heading: Heading) -> Label:
    return Label(
        kind=heading.kind,
        id=heading.id,
        heading=typeset(heading.heading),
        sort=typeset(heading.sort),
        form=heading.form,
    )


def name(kind: str, id_: str, record: Authority) -> Name:
    return Name(
        kind=kind,
        id=id_,
        heading=record.heading,
        sort=record.sort or "",
        variants=record.variants,
        scripts=record.scripts,
    )


def when(entry: Entry) -> str:
    """6 Apr 2021; October 2022 or 1971 where no more is known."""
    if entry.span is None or entry.precise:
        return short_day(entry.day)
    month = f"{month_name(entry.day.month)} " if entry.span.precision == "month" else ""
    return f"{month}{entry.day.year}"
