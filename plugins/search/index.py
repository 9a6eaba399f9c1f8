"""The whole index: which segments there are, and what a change makes of them.

`search/manifest.js` says which folders make up the index. A segment's folder is named by its
articles in their order, so an edit stays in the folder; its version, which browsers see behind
each address, by all that they show.
"""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from . import memory, names, naming, renaming, segment
from .answers import (
    NAMES,
    NAMES_PATH,
    ROOT,
    Answer,
    Left,
    Made,
    Names,
    Placed,
    Published,
    Segment,
)
from .articles import SMALL, Articles, Renamed, extracts, forget_others, former
from .cards import shown
from .cites import cite
from .cut import segments
from .documents import FACETS, Document
from .memory import Memory, Runs
from .postings import LONG, PAGE
from .revise import Edit, revise
from .scripts import digest, script
from .segment import per_file
from .stopwords import STOP_WORDS

# Grows with every change of the layout or of what counts as a word.
VERSION = 3
K1, B = 1.2, 0.75
PUBLISHED = "search-published"
# What numbered records say of an article.
SHELVES: dict[str, Callable[[Document], object]] = {"cards": shown, "cites": cite}


def whole(articles: Articles) -> Iterator[Answer]:
    """Everything, for an archive that has no index yet."""
    placed, small = [], []
    for version, part in parts(articles):
        found = numbered(articles, version, part)
        yield found
        placed.append(Placed(found.folder, version, len(found.ids)))
        small += part if len(part) < SMALL else []
    forget_others(articles, small)
    version = names.version(digest([str(VERSION)]), (), articles.names())
    yield Names(version)
    yield manifest(articles, Published(tuple(placed), version))


def change(articles: Articles, before: Published) -> Iterator[Answer]:
    """What to write and what to leave out where `before` is published. What is left comes
    before what is written in its place."""
    placed: list[Placed] = []
    small: list[tuple[str, bytes]] = []
    known = {each.version: each for each in before.segments}
    old = {each.id: each for each in before.segments}
    for version, part in parts(articles):
        small += part if len(part) < SMALL else []
        if version in known:
            placed.append(known[version])
            continue
        found = numbered(articles, version, part)
        placed.append(Placed(found.folder, version, len(found.ids)))
        yield from answers(articles, old.get(found.folder), found)
    renamed = articles.renamed()
    version = names.version(before.names, *renamed)
    if version != before.names:
        yield from rename(articles, before.names, version, renamed)
    for name in sorted(old.keys() - {each.id for each in placed}):
        yield Left(f"{ROOT}/{name}/")
    now = Published(tuple(placed), version)
    if now != before:
        yield manifest(articles, now)
        versions = [*(each.version for each in placed), names_key(version)]
        memory.forget_others(articles.results, versions)
        forget_others(articles, small)


def parts(articles: Articles) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """The version of each segment, and its articles by accession with what they show."""
    for part in segments((id_, said) for id_, _, said in articles.accessions()):
        ids, said = zip(*part, strict=True)
        yield digest([str(VERSION), "\n".join(ids), b"".join(said)]), part


def numbered(articles: Articles, version: str, part: Iterable[tuple[str, bytes]]) -> Segment:
    shown = dict(part)
    ids = tuple(articles.chronology(shown))
    folder = digest([str(VERSION), "\n".join(ids)])
    return Segment(folder, version, ids, tuple(map(shown.__getitem__, ids)))


def answers(articles: Articles, old: Placed | None, new: Segment) -> Iterator[Answer]:
    """An edit of a segment, or all of it where too little is remembered."""
    if old is None:
        yield new
        return
    try:
        edited = list(edit(articles, old, new))
    except LookupError:
        yield Left(new.path)
        yield new
        return
    yield from edited


def edit(articles: Articles, old: Placed, new: Segment) -> Iterator[Made | Left]:
    """The files of a segment that are different where some articles say something else."""
    remembered = memory.load(articles.results, old.version)
    numbers = [n for n, shown in enumerate(remembered.shown) if shown != new.shown[n]]
    revision = revise(remembered, edits(articles, new, numbers), articles.results)
    ids = tuple(new.ids[number] for number in numbers)
    edited = frozenset(ids)
    for name in revision.gone:
        yield Left(f"{new.path}{name}.js", ids)
    for name, value in revision.files:
        yield made(new.folder, name, value, ids)
    for kind, count in per_file(len(new.ids)).items():
        for place in sorted({number // count for number in numbers}):
            some = new.ids[place * count : (place + 1) * count]
            shelf = [SHELVES[kind](articles.document(id_)) for id_ in some]
            here = tuple(id_ for id_ in some if id_ in edited)
            yield made(new.folder, f"{kind}-{place}", shelf, here)
    remembered.shown = list(new.shown)
    memory.save(articles.results, new.version, remembered)


def edits(articles: Articles, new: Segment, numbers: list[int]) -> Iterator[Edit]:
    ids, shown = [new.ids[n] for n in numbers], [new.shown[n] for n in numbers]
    for number, (after, _) in zip(numbers, extracts(articles, ids, shown), strict=True):
        before = former(articles, new.ids[number])
        yield Edit(number, before, after)


def segment_files(articles: Articles, new: Segment) -> Iterator[tuple[str, bytes]]:
    """All files of a segment, by path, as they get ready; then it is remembered."""
    remembered = Memory(list(new.ids), list(new.shown))

    def keep(kind: str, first: str, data: bytes) -> None:
        remembered.runs.keep(kind, first, data, articles.results)

    documents = extracts(articles, new.ids, new.shown)
    for name, value in segment.build(documents, len(new.ids), remembered.frame, keep):
        file = made(new.folder, name, value)
        yield file.path, file.data
    memory.save(articles.results, new.version, remembered)


def rename(articles: Articles, before: str, now: str, renamed: Renamed) -> Iterator[Answer]:
    """A change of the names, or all of them where too little is remembered."""
    try:
        known = memory.load_runs(articles.results, names_key(before))
        revision = renaming.revise(known, *renamed, articles.name, articles.results)
    except LookupError:
        yield Left(NAMES_PATH)
        yield Names(now)
        return
    for name in revision.gone:
        yield Left(f"{NAMES_PATH}{name}.js")
    for name, value in revision.files:
        yield made(NAMES, name, value)
    memory.save_runs(articles.results, names_key(now), known)


def name_files(articles: Articles, version: str) -> Iterator[tuple[str, bytes]]:
    """All files of the names, by path; then they are remembered."""
    known = Runs((kind, []) for kind in naming.TABLES)

    def keep(kind: str, first: str, data: bytes) -> None:
        known.keep(kind, first, data, articles.results)

    for name, value in naming.build(articles.names(), keep):
        file = made(NAMES, name, value)
        yield file.path, file.data
    memory.save_runs(articles.results, names_key(version), known)


def names_key(version: str) -> str:
    """What the runs of the names are remembered under."""
    return f"{NAMES} {version}"


def made(folder: str, name: str, value: object, ids: tuple[str, ...] = ()) -> Made:
    key = f"{folder}/{name}"
    return Made(f"{ROOT}/{key}.js", script(key, value), ids)


def manifest(articles: Articles, now: Published) -> Made:
    """The manifest, noted for the next build."""
    articles.results.put(PUBLISHED, b"", msgspec.json.encode(now))
    value = {
        "version": VERSION,
        "k1": K1,
        "b": B,
        "long": LONG,
        "page": PAGE,
        "stop": " ".join(STOP_WORDS),
        "facets": list(FACETS),
        "names": {"id": NAMES, "version": now.names},
        "segments": [
            msgspec.to_builtins(each) | {"perFile": per_file(each.docs)} for each in now.segments
        ],
    }
    return Made(f"{ROOT}/manifest.js", script("manifest", value))


def published(articles: Articles) -> Published | None:
    """What the last build published, as far as it is known."""
    data = articles.results.get(PUBLISHED, b"")
    return None if data is None else msgspec.json.decode(data, type=Published)
