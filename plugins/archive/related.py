"""Which articles go with one, and why: those that share most of its headings with it."""

from datetime import date, timedelta

from .entries import Entry, Heading
from .library import Library, filing_key
from .model import Tag

WEIGHTS = {"people": 3, "organisations": 2, "places": 1, "tags": 2}


def related(library: Library, id_: str, limit: int = 4) -> tuple[tuple[Entry, str], ...]:
    """Articles that share most with this one, and what they share.

    Looked for among those near it in the lists of its people, organisations, places and
    subjects. Only the pair counts, never how common a name is; ties go to the nearest in
    time. So an added article changes nothing beyond its surroundings. Other reports of the same
    event are left out: `reports` has them.
    """
    here, place = library.entry(id_), library.place(id_)
    near = [
        (heading, library.near(heading.kind, heading.id, place))
        for heading in (*here.people, *here.organisations, *here.places, *here.tags)
        if heading.kind != "tags" or is_subject(library, heading.id)
    ]
    weights: dict[tuple[str, str], int] = {}
    for heading, others in near:
        weight = WEIGHTS[heading.kind]
        for other in others:
            weights[other] = weights.get(other, 0) + weight
    if here.event:
        weights = {
            other: weight
            for other, weight in weights.items()
            if here.event != library.entry(other[0]).event
        }
    # The days are read of those alone that may be among the best.
    least = min(sorted(weights.values(), reverse=True)[:limit], default=0)

    def key(other: tuple[str, str]) -> tuple[int, timedelta, str]:
        id_, filed = other
        return -weights[other], abs(here.day - date.fromisoformat(filed)), id_

    best = sorted((other for other, weight in weights.items() if weight >= least), key=key)
    return tuple(
        (library.entry(other[0]), reason([heading for heading, others in near if other in others]))
        for other in best[:limit]
    )


def reports(library: Library, id_: str) -> tuple[Entry, ...]:
    """The other reports of an article's event, the oldest first; where there are very many,
    those nearest to it."""
    event = library.entry(id_).event
    found = library.reports(event, library.place(id_)) if event else ()
    return tuple(map(library.entry, found))


def is_subject(library: Library, tag: str) -> bool:
    record = library.record("tags", tag)
    return isinstance(record, Tag) and bool(record.broader) and not record.form


def reason(shared: list[Heading]) -> str:
    """Also names Sergey Lavrov and S. Jaishankar; also filed under Joint production."""
    filed = sorted(shared, key=filing_key)
    by_kind = {kind: [h.heading for h in filed if h.kind == kind] for kind in WEIGHTS}
    names = by_kind["people"] or by_kind["organisations"]
    parts = []
    if names:
        parts.append(f"also names {and_list(names[:2])}")
    elif by_kind["places"]:
        parts.append(f"also in {and_list(by_kind['places'][:2])}")
    if by_kind["tags"]:
        parts.append(f"also filed under {and_list(by_kind['tags'][:2])}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def and_list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
