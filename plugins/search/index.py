"""The whole index, and what a change makes of it; `search/manifest.js` names its folders."""

from collections.abc import Iterator

import msgspec

from . import memory, name_files, names, segment_files
from .answers import NAMES, ROOT, VERSION, Answer, Left, Made, Names, Placed, Published
from .articles import SMALL, Articles, forget_others
from .documents import FACETS
from .postings import LONG, PAGE
from .scripts import digest, script
from .segment import is_fresh, per_file
from .stopwords import STOP_WORDS

K1, B = 1.2, 0.75
PUBLISHED = "search-published"


def whole(articles: Articles) -> Iterator[Answer]:
    """Everything, for an archive that has no index yet."""
    placed, small = [], []
    for version, part in segment_files.parts(articles):
        found = segment_files.numbered(articles, version, part)
        meta = None
        if is_fresh(len(found.ids)):
            ready, meta = segment_files.fresh(articles, found)
            yield ready
        else:
            yield found
        placed.append(Placed(found.folder, version, len(found.ids), meta))
        small += part if len(part) < SMALL else []
    forget_others(articles, small)
    version = names.version(digest([str(VERSION)]), (), articles.names())
    yield Names(version)
    yield manifest(articles, Published(tuple(placed), version))


def change(articles: Articles, before: Published) -> Iterator[Answer]:
    """What to write and what to leave out where `before` is published. What is left comes
    before what is written in its place."""
    is_due = memory.is_due(articles.results)  # then all is looked at
    placed = [] if is_due else list(segment_files.kept(articles, before.segments))
    small: list[tuple[str, bytes]] = []
    known = {each.version: each for each in before.segments}
    old = {each.id: each for each in before.segments}
    for version, part in segment_files.parts(articles, len(placed)):
        small += part if len(part) < SMALL else []
        if version in known:
            placed.append(known[version])
            continue
        found = segment_files.numbered(articles, version, part)
        meta = None
        if is_fresh(len(found.ids)):
            ready, meta = segment_files.fresh(articles, found)
            yield ready
        else:
            yield from segment_files.answers(articles, old.get(found.folder), found)
        placed.append(Placed(found.folder, version, len(found.ids), meta))
    renamed = articles.renamed()
    version = names.version(before.names, *renamed)
    if version != before.names:
        yield from name_files.rename(articles, before.names, version, renamed)
    for name in sorted(old.keys() - {each.id for each in placed}):
        yield Left(f"{ROOT}/{name}/")
    now = Published(tuple(placed), version)
    if now != before:
        yield manifest(articles, now)
        versions = [*(each.version for each in placed), name_files.key(version)]
        memory.forget_others(articles.results, versions)
        if is_due:
            memory.forget_runs_of_others(articles.results, versions)
            forget_others(articles, small)


def manifest(articles: Articles, now: Published) -> Made:
    """The manifest, noted for the next build."""
    articles.results.put(PUBLISHED, b"", msgspec.json.encode(now))
    value = {
        "version": VERSION,
        "k1": K1,
        "b": B,
        "page": PAGE,
        "long": LONG,
        "stop": " ".join(STOP_WORDS),
        "facets": list(FACETS),
        "names": {"id": NAMES, "version": now.names},
        "segments": [
            {key: value for key, value in msgspec.to_builtins(each).items() if value is not None}
            | {"perFile": per_file(each.docs)}
            for each in now.segments
        ],
    }
    return Made(f"{ROOT}/manifest.js", script("manifest", value))


def published(articles: Articles) -> Published | None:
    """What the last build published, as far as it is known."""
    data = articles.results.get(PUBLISHED, b"")
    return None if data is None else msgspec.json.decode(data, type=Published)
