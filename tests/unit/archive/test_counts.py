"""Counts that are followed from change to change, beside counts made anew."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import company, counts, intake, rows
from plugins.archive.days import Moment
from plugins.archive.intake import Checks, take_in
from plugins.archive.library import Library
from plugins.archive.model import AUTHORITIES, Article
from plugins.archive.store import encode, open_store
from tests.archives import write_article, write_single

PEOPLE = ("ann", "bob", "cid")
TAGS = ("air", "sea")
ARTICLES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(PEOPLE), unique=True),
        st.lists(st.sampled_from(TAGS), unique=True),
        st.sampled_from(["published", "draft"]),
    ),
    max_size=8,
)


def article(number: int, people: list[str], tags: list[str], status: str) -> Article:
    return Article(
        id=f"2021/a{number}",
        title="T",
        date=Moment.parse("2021-01-02"),
        source="mint",
        people=tuple(people),
        tags=tuple(tags),
        status=status,
        body="Text.",
    )


def opened() -> sqlite3.Connection:
    """A store of records without articles."""
    db = open_store(None)
    refs = (("sources", "mint"), *(("people", p) for p in PEOPLE), *(("tags", t) for t in TAGS))
    for kind, id_ in refs:
        record = encode(AUTHORITIES[kind](heading=id_))
        db.execute("INSERT INTO records VALUES (?, ?, ?)", (kind, id_, record))
    return db


def counted(db: sqlite3.Connection) -> tuple[list[object], ...]:
    refs = (("sources", "mint"), *(("people", id_) for id_ in PEOPLE))
    company_of = [(ref, together(db, *ref)) for ref in refs]
    return db.execute("SELECT * FROM tallies").fetchall(), company_of


def together(db: sqlite3.Connection, kind: str, ref: str) -> dict[str, list[tuple[str, int]]]:
    """As a page shows it, whether it is kept or not."""
    library = Library(db, folder=Path())
    return {
        other: [(heading.id, n) for heading, n in library.together(kind, ref, other)]
        for other in company.COMPANY
    }


@given(ARTICLES, st.integers(0, 4), st.data())
def test_counts_that_are_followed_are_those_made_anew(found, few, data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(company, "FEW", few)
        db = opened()
        articles = [article(number, *one) for number, one in enumerate(found)]
        left = list(articles)
        while left:
            some = [left.pop() for _ in range(data.draw(st.integers(1, len(left))))]
            rows.insert(db, rows.rows_of_all(some), lambda record, _: record)
            counts.count_in(db, some)
        gone = data.draw(st.lists(st.sampled_from(articles), unique=True)) if articles else []
        for one in gone:
            counts.count(db, one, -1)
            rows.remove(db, one)
        followed = counted(db)
        patch.setattr(company, "FEW", 1_000)
        counts.count_all(db)
        assert db.execute("SELECT count(*) FROM pairs").fetchone() == (0,)
        assert followed == counted(db)


def test_company_is_kept_of_common_records_only(monkeypatch):
    monkeypatch.setattr(company, "FEW", 2)
    db = opened()
    articles = [article(n, ["ann", "bob"] if n else ["ann"], [], "published") for n in range(3)]
    rows.insert(db, rows.rows_of_all(articles), lambda record, _: record)
    counts.count_all(db)
    assert db.execute("SELECT DISTINCT kind, ref FROM pairs").fetchall() == [
        ("people", "ann"),
        ("sources", "mint"),
    ]
    assert together(db, "people", "ann")["people"] == [("bob", 2)]
    assert together(db, "people", "bob")["people"] == [("ann", 2)]


def test_losing_more_than_is_counted_one_by_one_leaves_the_right_counts(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MANY", 2)
    content = write_single(tmp_path / "content")
    for number in range(4):
        write_article(content, f"2021/more{number}", "Other words.")
    db = open_store(None)
    checks = Checks(lambda _: (), lambda _: ())
    take_in(db, content, checks)
    db.execute("COMMIT")
    for number in range(3):
        (content / f"articles/2021/more{number}.md").unlink()
    write_article(content, "2021/more3", "Changed words.")
    assert take_in(db, content, checks) is not None
    assert Library(db, folder=content).count() == 2
