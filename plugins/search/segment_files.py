"""The segments: which there are, all files of one, and those that an edit changes.

A segment's folder is named by its articles in their order, so an edit stays in the folder; its
version, which browsers see behind each address, by all that they show.
"""

from collections.abc import Callable, Iterable, Iterator

from . import memory, segment
from .answers import VERSION, Answer, Left, Made, Placed, Ready, Segment, made
from .articles import Articles, extracts, former
from .cards import shown
from .cites import cite
from .cut import segments, sizes
from .documents import Document
from .memory import Memory
from .revise import Edit, revise
from .scripts import digest
from .segment import Frame, per_file

# What numbered records say of an article.
SHELVES: dict[str, Callable[[Document], object]] = {"cards": shown, "cites": cite}


def parts(articles: Articles, skip: int = 0) -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """The version of each segment, and its articles by accession with what they show; the first
    `skip` left out."""
    ways = sizes(articles.count())
    rest = ((id_, said) for id_, _, said in articles.accessions(sum(ways[:skip])))
    for part in segments(rest, ways[skip:]):
        ids, said = zip(*part, strict=True)
        yield digest([str(VERSION), "\n".join(ids), b"".join(said)]), part


def kept(articles: Articles, before: Iterable[Placed]) -> Iterator[Placed]:
    """The first of the segments that are published, as far as no change reaches: their articles
    are not looked at."""
    unchanged, end = articles.unchanged(), 0
    for placed, size in zip(before, sizes(articles.count()), strict=False):
        end += size
        if placed.docs != size or end > unchanged:
            return
        yield placed


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


def fresh(articles: Articles, new: Segment) -> tuple[Ready, dict[str, object]]:
    """All files of a small segment at once, and what the manifest says of it. Nothing is
    remembered: it is written anew with each change."""
    documents = extracts(articles, new.ids, new.shown)
    built = segment.build(documents, len(new.ids), Frame(), lambda *_: None)
    files = dict(built)
    meta = segment.told(files)
    return Ready(new, tuple(made(new.folder, name, value) for name, value in files.items())), meta


def edits(articles: Articles, new: Segment, numbers: list[int]) -> Iterator[Edit]:
    ids, shown = [new.ids[n] for n in numbers], [new.shown[n] for n in numbers]
    for number, (after, _) in zip(numbers, extracts(articles, ids, shown), strict=True):
        before = former(articles, new.ids[number])
        yield Edit(number, before, after)


def whole(articles: Articles, new: Segment) -> Iterator[tuple[str, bytes]]:
    """All files of a segment, by path, as they get ready; then it is remembered."""
    remembered = Memory(list(new.ids), list(new.shown))

    def keep(kind: str, lead: str, first: str, data: bytes) -> None:
        remembered.runs.keep(kind, lead, first, data, articles.results)

    documents = extracts(articles, new.ids, new.shown)
    for name, value in segment.build(documents, len(new.ids), remembered.frame, keep):
        file = made(new.folder, name, value)
        yield file.path, file.data
    memory.save(articles.results, new.version, remembered)
