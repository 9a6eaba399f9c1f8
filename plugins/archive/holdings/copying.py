"""Articles that are copies of one another: candidates from the index, compared whole."""

import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..copies import COMMON, CONTAINED, Copy, may_be_copies, share, shingles
from .facts import sample_from, words_of
from .reading import read_article

KEPT = 2_000  # texts in memory, cut into shingles


@dataclass(frozen=True, slots=True)
class Text:
    """An article's text, cut into shingles; what it accepts beside it, and when it came."""

    cut: frozenset[int] = frozenset()
    accepted: frozenset[str] = frozenset()
    place: tuple[int, str] = (0, "")


class Texts:
    """The texts of articles, read as they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, id_: str) -> Text:
        article = read_article(self.folder, id_)
        if article is None:
            return Text()
        accepted = (one.other or "" for one in article.accepted if one.code == "same-story")
        place = (article.date.utc, id_)
        return Text(shingles(words_of(article)), frozenset(accepted), place)


def candidates(
    db: sqlite3.Connection, sample: "array[int]", number: int = 0
) -> Iterator[tuple[int, str]]:
    """Articles (number, id) that share enough of a text's sample; not the one of `number`."""
    shared: Counter[int] = Counter()
    for one in sample:
        having = db.execute(
            "SELECT number FROM shingles WHERE hash = ? LIMIT ?", (one, COMMON + 1)
        ).fetchall()
        if len(having) <= COMMON:
            shared.update(other for (other,) in having if other != number)
    for other, count in sorted(shared.items()):
        id_, blob = db.execute(
            "SELECT id, sample FROM articles WHERE number = ?", (other,)
        ).fetchone()
        if may_be_copies(sample, sample_from(blob), count):
            yield other, id_


def copies_of(
    db: sqlite3.Connection, texts: Texts, text: frozenset[int], sample: "array[int]"
) -> tuple[Copy, ...]:
    """Articles of which a text that is not in the archive is a copy, the nearest first."""
    found = [
        Copy(id_, part)
        for _, id_ in candidates(db, sample)
        if (part := share(text, texts.of(id_).cut)) >= CONTAINED
    ]
    return tuple(sorted(found, key=lambda copy: (-copy.share, copy.id)))


def pair(db: sqlite3.Connection, texts: Texts) -> None:
    """Compare every article that was not compared yet, each with those in the index."""
    rows = db.execute(
        "SELECT number, id, sample FROM articles JOIN unpaired USING (number) ORDER BY id"
    ).fetchall()
    for number, id_, blob in rows:
        pairs = []
        for other, other_id in candidates(db, sample_from(blob), number):
            text, another = texts.of(id_), texts.of(other_id)
            part = share(text.cut, another.cut)
            if part < CONTAINED or other_id in text.accepted or id_ in another.accepted:
                continue
            is_later = text.place > another.place
            pairs.append((number, other, part) if is_later else (other, number, part))
        db.execute("DELETE FROM pairs WHERE number = ? OR other = ?", (number, number))
        db.executemany("INSERT OR REPLACE INTO pairs VALUES (?, ?, ?)", pairs)
    db.execute("DELETE FROM unpaired")


def common_among(db: sqlite3.Connection, hashes: Iterable[int]) -> set[int]:
    """Those that too many articles have."""
    query = "SELECT 1 FROM shingles WHERE hash = ? LIMIT 1 OFFSET ?"
    return {one for one in hashes if db.execute(query, (one, COMMON)).fetchone()}


def paired(db: sqlite3.Connection, hashes: Iterable[int]) -> set[int]:
    """Articles with one of some shingles that count as a copy of one that has it too."""
    query = (
        "SELECT pairs.number FROM pairs "
        "JOIN shingles AS one ON one.number = pairs.number AND one.hash = :hash "
        "JOIN shingles AS other ON other.number = pairs.other AND other.hash = :hash"
    )
    return {number for one in hashes for (number,) in db.execute(query, {"hash": one})}


def having(db: sqlite3.Connection, hashes: Iterable[int]) -> set[int]:
    query = "SELECT number FROM shingles WHERE hash = ?"
    return {number for one in hashes for (number,) in db.execute(query, (one,))}
