"""Ids that articles and records name: each must lead to a record."""

from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

from ..archive.authorities import NameIndex
from ..archive.content import Content
from ..archive.frontmatter import Value
from ..archive.model import AUTHORITIES, MOST_IDS, SINGULAR, Article, Source, Tag

Found = Iterator[tuple[str, tuple[str | int, ...], str, str]]  # path, keys, code, message


def article_references(content: Content) -> Found:
    # Names are read only for an id that is not there, and once for all articles that miss it.
    index = cache(lambda kind: NameIndex(content.authorities[kind]))
    judge = cache(lambda kind, ref: verdict(index(kind), kind, ref))
    for id_, article in sorted(content.articles.items()):
        path = f"articles/{id_}.md"
        for keys, kind, ref in references(article):
            if not is_known(content, kind, ref):
                yield path, keys, *judge(kind, ref)
        for kind in ("people", "places", "organisations", "tags"):
            yield from repeated(path, kind, getattr(article, kind))
    for path, values in sorted(content.faulty.items()):
        for keys, kind, ref in raw_references(values):
            if not is_known(content, kind, ref):
                yield path, keys, *judge(kind, ref)


def is_known(content: Content, kind: str, ref: str) -> bool:
    """Whether there is such a record, be it one with faults: those are told already."""
    return f"authorities/{kind}/{ref}.yaml" in content.paths


def references(article: Article) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    yield ("source",), "sources", article.source
    for kind in ("people", "places", "organisations", "tags"):
        for index, ref in enumerate(getattr(article, kind)):
            yield (kind, index), kind, ref


def raw_references(
    values: dict[str, Value],
) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """The ids in front matter that has other faults. What is no text is told already, and so is
    a list that is too long: a line for each of its 100,000 items would help nobody."""
    if isinstance(source := values.get("source"), str):
        yield ("source",), "sources", source
    for kind in ("people", "places", "organisations", "tags"):
        refs = values.get(kind)
        if not isinstance(refs, list) or len(refs) > MOST_IDS:
            continue
        for index, ref in enumerate(refs):
            if isinstance(ref, str) and ref:
                yield (kind, index), kind, ref


def repeated(path: str, kind: str, refs: tuple[str, ...]) -> Found:
    for index, ref in enumerate(refs):
        if ref in refs[:index]:
            yield path, (kind, index), "repeated-id", f"{ref} stands here twice; remove one"


def verdict(index: NameIndex, kind: str, ref: str) -> tuple[str, str]:
    """Why `ref` leads nowhere: it is a name where an id belongs, or nothing that is known."""
    single = SINGULAR[kind]
    heir = index.heir(ref)
    if heir is not None:
        return "former-id", f"{ref} has another id now; write {heir}"
    id_ = index.find(ref)
    if id_ is not None:
        return "variant-not-id", f'"{ref}" is a name; write the id {id_}'
    near = index.nearest(ref)
    if near is not None:
        heading = index.records[near].heading
        return f"unknown-{single}", f'unknown {single} "{ref}"; did you mean {near} ({heading})?'
    return (
        f"unknown-{single}",
        f'unknown {single} "{ref}"; correct it, or add content/authorities/{kind}/<id>.yaml',
    )


def record_references(content: Content) -> Found:
    """see_also and broader, within one kind; a tag can't be wider than itself."""
    index = cache(lambda kind: NameIndex(content.authorities[kind]))
    for kind in AUTHORITIES:
        records = content.authorities[kind]
        for id_, record in sorted(records.items()):
            path = f"authorities/{kind}/{id_}.yaml"
            yield from repeated(path, "see_also", record.see_also)
            for number, ref in enumerate(record.see_also):
                if not is_known(content, kind, ref):
                    yield path, ("see_also", number), *verdict(index(kind), kind, ref)
                elif ref == id_:
                    message = "a record can't lead to itself; remove this line"
                    yield path, ("see_also", number), "see-itself", message
            if isinstance(record, Tag) and record.broader:
                if not is_known(content, kind, record.broader):
                    yield path, ("broader",), *verdict(index(kind), kind, record.broader)
                elif id_ in ancestors(content, record.broader):
                    yield (
                        path,
                        ("broader",),
                        "circular-tag",
                        f"{record.broader} is itself under {id_}; remove one of the two",
                    )


def ancestors(content: Content, tag: str) -> list[str]:
    """A tag and all that are wider, nearest first; stops where a circle closes."""
    found: list[str] = []
    records = content.authorities["tags"]
    while tag in records and tag not in found:
        found.append(tag)
        record = records[tag]
        assert isinstance(record, Tag)
        tag = record.broader or ""
    return found


def time_zones(content: Content) -> Found:
    """A source's time zone must be one that the IANA database has."""
    for id_, record in sorted(content.authorities["sources"].items()):
        zone = record.timezone if isinstance(record, Source) else None
        if zone is not None and not is_zone(zone):
            yield (
                f"authorities/sources/{id_}.yaml",
                ("timezone",),
                "unknown-zone",
                f"there is no time zone {zone}; write an IANA time zone such as Asia/Kolkata",
            )


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not there; no zone file; a folder of zones
        return False
    return True


def shared_names(content: Content) -> Found:
    """Names that lead to two records of one kind."""
    for kind in AUTHORITIES:
        for name, ids in NameIndex(content.authorities[kind]).clashes():
            for id_ in ids[1:]:
                yield (
                    f"authorities/{kind}/{id_}.yaml",
                    (),
                    "shared-name",
                    f'the name "{name}" also leads to {ids[0]}; make it clear which is meant',
                )
