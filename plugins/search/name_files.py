"""The names: all their files, and those that a change of records changes."""

from collections.abc import Iterator

from . import memory, naming, renaming
from .answers import NAMES, NAMES_PATH, Answer, Left, Names, made
from .articles import Articles, Renamed
from .memory import Runs


def rename(articles: Articles, before: str, now: str, renamed: Renamed) -> Iterator[Answer]:
    """A change of the names, or all of them where too little is remembered."""
    try:
        known = memory.load_runs(articles.results, key(before))
        revision = renaming.revise(known, *renamed, articles.name, articles.results)
    except LookupError:
        yield Left(NAMES_PATH)
        yield Names(now)
        return
    for name in revision.gone:
        yield Left(f"{NAMES_PATH}{name}.js")
    for name, value in revision.files:
        yield made(NAMES, name, value)
    memory.save_runs(articles.results, key(now), known)


def whole(articles: Articles, version: str) -> Iterator[tuple[str, bytes]]:
    """All files of the names, by path; then they are remembered."""
    known = Runs((kind, []) for kind in naming.TABLES)

    def keep(kind: str, lead: str, first: str, data: bytes) -> None:
        known.keep(kind, lead, first, data, articles.results)

    for name, value in naming.build(articles.names(), keep):
        file = made(NAMES, name, value)
        yield file.path, file.data
    memory.save_runs(articles.results, key(version), known)


def key(version: str) -> str:
    """What the runs of the names are remembered under."""
    return f"{NAMES} {version}"
