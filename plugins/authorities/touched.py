"""Which pages of records a change can reach."""

from collections.abc import Iterator

from plugins.archive.changes import Changes, RecordChange
from plugins.archive.crowding import is_crowded
from plugins.archive.library import Library
from plugins.archive.model import Authority, Tag
from plugins.archive.pages import Gone, Offer, Page
from plugins.archive.permalinks import authority_address
from plugins.archive.reasons import LISTS, Cause, say

from .former import with_former
from .listing import month_part, year_part
from .offers import index_page, month_page, parts, record_page, variant_page, year_page
from .variants import owners, slugs

PART = ("part of a list with", "part of a list that had")


def touched(library: Library, changes: Changes) -> Iterator[Offer]:
    why = changes.why
    for kind in sorted({change.kind for change in changes.records}):
        yield index_page(kind, why.records_of(kind))
        yield from variants(library, changes, kind)
    related = relatives(library, changes)
    for kind, ref in sorted({*changes.refs, *related}):
        because = why.record(kind, ref, ("related to", related.get((kind, ref), ())))
        if not library.has_record(kind, ref):
            yield from gone_record(library, changes, kind, ref, because)
            continue
        own = (record_page(kind, ref, because), *touched_parts(library, changes, kind, ref))
        yield from with_former(library, kind, ref, own)
    for change in changes.records:
        yield from gone_former(library, changes, change)


def gone_record(
    library: Library, changes: Changes, kind: str, ref: str, why: str
) -> Iterator[Gone]:
    """A record's pages, where no other record has them redirect: parts stand in a folder, which
    can't go if some of them are there."""
    yield Gone(authority_address(kind, ref), why)
    if library.heir(kind, ref) is None:
        yield Gone(f"{kind}/{ref}/", why)
    else:
        years = sorted({year for year, _ in changes.times(kind, ref)})
        yield from gone_parts(library, kind, ref, years, why)


def gone_former(library: Library, changes: Changes, change: RecordChange) -> Iterator[Gone]:
    """Redirects from ids that a record says no longer were its own."""
    kept = change.after.former if change.after else ()
    for old in change.before.former if change.before else ():
        if old not in kept:
            why = changes.why.record(change.kind, change.id)
            yield Gone(authority_address(change.kind, old), why)
            if not library.has_record(change.kind, old):
                yield from gone_parts_of(library, changes, change, old, why)


def gone_parts_of(
    library: Library, changes: Changes, change: RecordChange, old: str, why: str
) -> Iterator[Gone]:
    if library.heir(change.kind, old) is None:
        yield Gone(f"{change.kind}/{old}/", why)
        return
    years = {year for year, _ in library.years(change.kind, change.id)}
    years |= {year for year, _ in changes.times(change.kind, change.id)}
    yield from gone_parts(library, change.kind, old, sorted(years), why)


def variants(library: Library, changes: Changes, kind: str) -> Iterator[Offer]:
    """The addresses of the names that changed records of a kind have or had; their own and former
    ones too, for a name may lead there when a record has gone."""
    found: dict[str, set[Cause]] = {}
    for change in changes.records:
        if change.kind == kind:
            states = [state for state in (change.before, change.after) if state is not None]
            ends = {slug for state in states for slug, _ in slugs(kind, state)}
            ends |= {old for state in states for old in state.former}
            for slug in ends | {change.id}:
                found.setdefault(slug, set()).add(changes.why.records[kind, change.id])
    leads = owners(library, kind)
    for slug, causes in sorted(found.items()):
        why = say(("", causes))
        if slug in leads:
            heading, name = leads[slug]
            yield variant_page(kind, slug, heading.id, name, why)
        elif not library.has_record(kind, slug) and library.heir(kind, slug) is None:
            yield Gone(authority_address(kind, slug), why)


def relatives(library: Library, changes: Changes) -> dict[tuple[str, str], set[Cause]]:
    """Records whose own pages name a changed record: see also, and the tree of tags."""
    found: dict[tuple[str, str], set[Cause]] = {}
    for change in changes.records:
        refs = set(library.seen_from(change.kind, change.id))
        for record in (change.before, change.after):
            if isinstance(record, Tag):
                refs |= family(library, change.id, record)
        for ref in refs:
            cause = changes.why.records[change.kind, change.id]
            found.setdefault((change.kind, ref), set()).add(cause)
    return found


def family(library: Library, tag: str, record: Authority) -> set[str]:
    """The tag above, all beside and all below."""
    found: set[str] = set()
    above = record.broader if isinstance(record, Tag) else None
    if above is not None and library.has_record("tags", above):
        found.add(above)
        found.update(heading.id for heading in library.narrower(above))
    waiting = [tag]
    while waiting:
        for heading in library.narrower(waiting.pop()):
            if heading.id not in found or heading.id == tag:
                found.add(heading.id)
                waiting.append(heading.id)
    return found - {tag}


def touched_parts(library: Library, changes: Changes, kind: str, ref: str) -> Iterator[Page | Gone]:
    """The years and months that a list is cut into, as far as they differ or are gone."""
    why = changes.why
    count = library.count(kind, ref)
    was, now = is_crowded(count - changes.delta(kind, ref)), is_crowded(count)
    if was and not now:
        yield Gone(f"{kind}/{ref}/", why.record(kind, ref))
    if not now:
        return
    months = changes.times(kind, ref)
    years = sorted({year for year, _ in months})
    renamed = (kind, ref) in why.records
    if not was or renamed or reordered(library, changes, kind, ref):
        because = why.record(kind, ref) if renamed else say(*why.lists(PART, kind, ref))
        yield from gone_parts(library, kind, ref, years, because)
        yield from parts(library, kind, ref, because)
        return
    for year in years:
        yield year_page(kind, ref, year, say(*why.lists(LISTS, kind, ref, year=year)))
    for year, month in months:
        if is_crowded(library.count(kind, ref, year=year)):
            because = say(*why.lists(LISTS, kind, ref, year=year, month=month))
            yield month_page(kind, ref, year, month, because)


def reordered(library: Library, changes: Changes, kind: str, ref: str) -> bool:
    """Whether a year or month came, went, or is cut otherwise: each part leads to the next."""
    months = changes.times(kind, ref)
    for year in sorted({year for year, _ in months}):
        after = library.count(kind, ref, year=year)
        before = after - changes.delta(kind, ref, year)
        if bool(before) != bool(after) or is_crowded(before) != is_crowded(after):
            return True
    for year, month in months:
        if not is_crowded(library.count(kind, ref, year=year)):
            continue  # its months have no pages
        after = library.count(kind, ref, year=year, month=month)
        if bool(after) != bool(after - changes.delta(kind, ref, year, month)):
            return True
    return False


def gone_parts(library: Library, kind: str, ref: str, years: list[int], why: str) -> Iterator[Gone]:
    """Parts of these years that are no longer there."""
    for year in years:
        count = library.count(kind, ref, year=year)
        if not count:
            yield Gone(year_part(kind, ref, year), why)
        for month in range(1, 13):
            empty = not library.count(kind, ref, year=year, month=month)
            if empty or not is_crowded(count):
                yield Gone(month_part(kind, ref, year, month), why)
