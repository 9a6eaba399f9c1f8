"""What the index costs besides downloads: time and memory to make it, room on the disk."""

import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from ..cast import Record
from ..drafts import LAST_DAY, Draft, dated, draft
from ..make_archive import SEED, write_article, write_record
from ..measure import Cost, measure
from ..ours import Ours
from .downloads import INDEX, kind
from .host import compressed

PROGRAM = Path(__file__).with_name("indexing.py")
ROUNDS = 3  # of the whole index
ADDED = 4  # articles of each sort, each of them to the same archive
TRIED = 500  # articles, to find that many of each sort


def costs(ours: Ours, size: int) -> Iterator[tuple[str, float]]:
    """A name of `goals.py` and a value: milliseconds, seconds, bytes."""
    for _ in range(ROUNDS):
        with scratch(ours) as folder:
            found, cost = run(ours, "whole", ours.cache / "store.sqlite", folder)
        if found["articles"] != size:
            raise ValueError(f"{found['articles']} articles were indexed, not {size}")
        yield "index", found["seconds"] * 1_000 / size
        yield "memory", cost.peak
    with scratch(ours) as folder:
        store = Path(shutil.copy2(ours.cache / "store.sqlite", folder))
        for name, article in additions(ours.content, size):
            with one_more(ours.content, article):
                found, _ = run(ours, "added", store, folder)
            yield name, found["seconds"]
    yield from room(ours.output / INDEX)


def run(ours: Ours, job: str, store: Path, folder: Path) -> tuple[dict[str, float], Cost]:
    """What `indexing.py` said, and what it cost; with the code that the site was built by."""
    command = [sys.executable, "-P", str(PROGRAM), job, *map(str, (store, ours.content, folder))]
    report = folder / "report.json"
    cost = measure(command, report, ours.folder, {**ours.env, "PYTHONPATH": str(ours.code)})
    return json.loads(report.with_suffix(".log").read_text("utf-8")), cost


@contextmanager
def scratch(ours: Ours) -> Iterator[Path]:
    """An empty folder beside the site."""
    folder = ours.folder / "scratch"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def additions(content: Path, size: int) -> Iterator[tuple[str, Draft]]:
    """Articles that name known records only, and others that are the first to name one."""
    wanted = dict.fromkeys(("added", "added name"), ADDED)
    for number in range(size, size + TRIED):
        article = newest(number, size)
        name = "added name" if any(unknown(content, article)) else "added"
        if wanted[name]:
            wanted[name] -= 1
            yield name, article
        if not any(wanted.values()):
            return


def unknown(content: Path, article: Draft) -> Iterator[Record]:
    """The records that no other article names."""
    for record in article.records:
        if not (content / "authorities" / record.kind / f"{record.id}.yaml").exists():
            yield record


def newest(number: int, size: int, seed: int = SEED) -> Draft:
    """An article taken in after all others."""
    return dated(draft(seed, number, below=size), LAST_DAY, added=LAST_DAY + timedelta(days=32))


@contextmanager
def one_more(content: Path, article: Draft) -> Iterator[None]:
    """An article, and the records that it is the first to name, for as long as they are needed."""
    before = set(content.rglob("*"))
    try:
        for record in unknown(content, article):
            write_record(content, record)
        write_article(content, article)
        yield
    finally:
        for path in sorted(set(content.rglob("*")) - before, reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def room(index: Path) -> Iterator[tuple[str, float]]:
    """Bytes of all files, each compressed by itself, and their number."""
    lean, cards, files = 0, 0, 0
    for path in index.rglob("*"):
        if not path.is_file():
            continue
        files += 1
        size = len(compressed(path.read_bytes()))
        if kind(path.name) == "cards":
            cards += size
        else:
            lean += size
    yield "disk", lean
    yield "disk with cards", lean + cards
    yield "files", files
