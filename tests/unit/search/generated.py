"""Articles and records of `bench/make_archive.py` as the index takes them."""

from bench.drafts import Draft
from bench.make_archive import make
from plugins.archive.days import long_day, short_day
from plugins.search.documents import Document, Label, Name


def archive(count):
    """(documents, names)"""
    made = list(make(count))
    documents = [document(one) for one in made if isinstance(one, Draft)]
    names = [name(one) for one in made if not isinstance(one, Draft)]
    return documents, names


def document(draft):
    named = (*draft.people, *draft.places, *draft.organisations, *draft.tags, draft.source)
    return Document(
        id=draft.id,
        address=f"articles/{draft.id}.html",
        title=draft.title,
        day=draft.day,
        when=short_day(draft.day),
        dated=long_day(draft.day),
        added=draft.added,
        summary=draft.summary,
        body=draft.body,
        labels=tuple(map(label, named)),
    )


def label(record):
    sort = dict(record.keys).get("sort", record.heading)
    return Label(kind=record.kind, id=record.id, heading=record.heading, sort=sort)


def name(record):
    keys = dict(record.keys)
    return Name(
        kind=record.kind,
        id=record.id,
        heading=record.heading,
        sort=keys.get("sort", ""),
        variants=tuple(keys.get("variants", ())),
        scripts={lang: tuple(forms) for lang, forms in keys.get("scripts", {}).items()},
    )
