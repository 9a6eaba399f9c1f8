"""What holdings note of one article, put in and taken out."""

import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ..content import Content
from ..copies import sample, shingles
from ..frontmatter import Value
from ..likeness import keys, leans_on
from ..model import Article, Authority
from ..rows import state_of
from ..store import named

FAULTY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All that is asked of an article without reading it."""

    id: str
    state: int = FAULTY
    day: str = ""
    sha256: str = ""
    capture: str = ""
    line: int = 1
    refs: tuple[tuple[str, str], ...] = ()
    keys: tuple[bytes, ...] = ()
    leans: tuple[str, ...] = ()
    sample: "array[int]" = field(default_factory=lambda: array("I"))


def facts_of(content: Content) -> Iterator[Facts]:
    """Of all articles in `content`, those with faults in their keys too."""
    for article in content.articles.values():
        capture = article.capture
        # A capture that may well be away, the curator having said so, is not asked for.
        is_asked = capture and capture.file and not accepts(article, "missing-capture")
        yield Facts(
            id=article.id,
            state=state_of(article),
            day=latest(article).isoformat(),
            sha256=capture.sha256 if capture else "",
            capture=(capture.file or "") if capture and is_asked else "",
            line=content.where(f"articles/{article.id}.md", "capture", "file"),
            refs=tuple(dict.fromkeys(named(article))),
            keys=tuple(dict.fromkeys(keys(article))),
            leans=tuple(dict.fromkeys(leans_on(article))),
            sample=sample(shingles(words_of(article))),
        )
    for path, values in content.faulty.items():
        yield Facts(
            id=id_of(path),
            refs=tuple(dict.fromkeys(raw_refs(values))),
            leans=tuple(dict.fromkeys(raw_pictures(values))),
        )


def latest(article: Article) -> date:
    corrections = (one.date for one in article.corrections)
    return max(article.date.day, article.added or article.date.day, *corrections)


def id_of(path: str) -> str:
    return path.removeprefix("articles/").removesuffix(".md")


def words_of(article: Article) -> str:
    """The text that copies are looked for by: none of what was taken out."""
    return "" if article.withdrawn else article.body


def accepts(record: Article | Authority, code: str, other: str = "") -> bool:
    """Whether a curator looked at this doubt and found all well."""
    return any(one.code == code and (one.other or "") == other for one in record.accepted)


def raw_refs(values: dict[str, Value]) -> Iterator[tuple[str, str]]:
    if isinstance(source := values.get("source"), str):
        yield "sources", source
    for kind in ("people", "places", "organisations", "tags"):
        refs = values.get(kind)
        for ref in refs if isinstance(refs, list) else ():
            if isinstance(ref, str):
                yield kind, ref


def raw_pictures(values: dict[str, Value]) -> Iterator[str]:
    images = values.get("images")
    for image in images if isinstance(images, list) else ():
        file = image.get("file") if isinstance(image, dict) else None
        if isinstance(file, str):
            yield f"images/{file}"


def put_in(db: sqlite3.Connection, facts: Facts) -> int:
    """Note an article that is not there; its number."""
    row = db.execute(
        "INSERT INTO articles (id, state, day, sha256, capture, line, sample) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (facts.id, facts.state, facts.day, facts.sha256, facts.capture, facts.line,
         facts.sample.tobytes()),
    )  # fmt: skip
    number = row.lastrowid
    assert number is not None
    db.executemany(
        "INSERT INTO refs VALUES (?, ?, ?)", ((kind, ref, number) for kind, ref in facts.refs)
    )
    db.executemany("INSERT INTO keys VALUES (?, ?)", ((key, number) for key in facts.keys))
    db.executemany("INSERT INTO leans VALUES (?, ?)", ((to, number) for to in facts.leans))
    db.executemany("INSERT INTO shingles VALUES (?, ?)", ((one, number) for one in facts.sample))
    return number


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of an article that changed or is gone."""

    number: int
    state: int
    keys: tuple[bytes, ...]
    sample: "array[int]"


def known(db: sqlite3.Connection, id_: str) -> Known | None:
    row = db.execute("SELECT number, state, sample FROM articles WHERE id = ?", (id_,)).fetchone()
    if row is None:
        return None
    keys_ = db.execute("SELECT key FROM keys WHERE number = ?", (row[0],)).fetchall()
    return Known(row[0], row[1], tuple(key for (key,) in keys_), sample_from(row[2]))


def sample_from(blob: bytes) -> "array[int]":
    found = array("I")
    found.frombytes(blob)
    return found


def take_out(db: sqlite3.Connection, was: Known) -> None:
    for one in was.sample:
        db.execute("DELETE FROM shingles WHERE hash = ? AND number = ?", (one, was.number))
    for table in ("refs", "keys", "leans", "articles", "unpaired", "pairs"):
        db.execute(f"DELETE FROM {table} WHERE number = ?", (was.number,))
    db.execute("DELETE FROM pairs WHERE other = ?", (was.number,))
