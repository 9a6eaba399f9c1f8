"""The whole index: which segments there are, and what a change makes of them.

`search/manifest.js` says which folders make up the index. A segment's folder is named by its
articles in their order, so an edit stays in the folder; its version, which browsers see behind
each address, by all that they show.
"""

from collections.abc import Iterable, Iterator

import msgspec

from . import memory, names, segment
from .answers import ROOT, Answer, Left, Made, Names, Placed, Published, Segment
from .articles import SMALL, Articles, extracts, forget_others, former
from .cut import segments
from .documents import FACETS
from .memory import Memory
from .postings import LONG, PAGE
from .revise import Edit, revise
from .scripts import digest, script
from .segment import PER_FILE
from .stopwords import STOP_WORDS
from .words import Keyed

# Grows with every change of the layout or of what counts as a word.
VERSION = 2
K1, B = 1.2, 0.75
PUBLISHED = "search-published"


def whole(articles: Articles) -> Iterator[Answer]:
    """Everything, for an archive that has no index yet."""
    placed, small = [], []
    for version, part in parts(articles):
        found = numbered(articles, version, part)
        yield found
        placed.append(Placed(found.folder, version, len(found.ids)))
        small += part if len(part) < SMALL else []
    forget_others(articles, small)
    folder = Names(names.folder(articles.names(), VERSION))
    yield folder
    yield manifest(articles, Published(tuple(placed), folder.folder))


def change(articles: Articles, before: Published, *, same_names: bool) -> Iterator[Answer]:
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
    folder = before.names if same_names else names.folder(articles.names(), VERSION)
    if folder != before.names:
        yield Names(folder)
    present = {*(each.id for each in placed), folder}
    for name in sorted({*old, before.names} - present):
        yield Left(f"{ROOT}/{name}/")
    now = Published(tuple(placed), folder)
    if now != before:
        yield manifest(articles, now)
        memory.forget_others(articles.results, [each.version for each in placed])
        forget_others(articles, small)


def parts(articles: Articles) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """The version of each segment, and its articles by accession with what they show."""
    for part in segments((id_, shown) for id_, _, shown in articles.accessions()):
        ids, shown = zip(*part, strict=True)
        yield digest([str(VERSION), "\n".join(ids), b"".join(shown)]), part


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
    for kind, count in PER_FILE.items():
        for place in sorted({number // count for number in numbers}):
            some = slice(place * count, (place + 1) * count)
            found = extracts(articles, new.ids[some], new.shown[some])
            shelf = [each.text(body) if kind == "texts" else each.card for each, body in found]
            here = tuple(id_ for id_ in new.ids[some] if id_ in edited)
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

    def keep(run: list[Keyed]) -> None:
        remembered.runs.append(memory.put_run(articles.results, run))

    documents = extracts(articles, new.ids, new.shown)
    for name, value in segment.build(documents, remembered.frame, keep):
        file = made(new.folder, name, value)
        yield file.path, file.data
    memory.save(articles.results, new.version, remembered)


def name_files(articles: Articles, folder: str) -> Iterator[tuple[str, bytes]]:
    """All files of the names, by path."""
    for name, value in names.write(articles.names()):
        file = made(folder, name, value)
        yield file.path, file.data


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
        "perFile": PER_FILE,
        "stop": " ".join(STOP_WORDS),
        "facets": list(FACETS),
        "names": now.names,
        "segments": [msgspec.to_builtins(each) for each in now.segments],
    }
    return Made(f"{ROOT}/manifest.js", script("manifest", value))


def published(articles: Articles) -> Published | None:
    """What the last build published, as far as it is known."""
    data = articles.results.get(PUBLISHED, b"")
    return None if data is None else msgspec.json.decode(data, type=Published)
