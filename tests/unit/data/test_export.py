"""`inv export`: one SQLite file, whole or not at all, and never in another file's place."""

import json
import sqlite3
from contextlib import closing

import pytest

from plugins.archive.problems import Problem
from plugins.checks.desk import check
from plugins.data import command
from plugins.data.command import export, is_ours
from tests.building import GOOD

SECRETS = ("Not yet, says", "A draft that nobody", "lumen pictures. not")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    file = tmp_path_factory.mktemp("export") / "good.sqlite"
    assert export(GOOD, file, check) == 0
    return file


@pytest.fixture
def db(exported):
    with closing(sqlite3.connect(exported)) as connection:
        yield connection


def ids(db, query, *values):
    return [row[0] for row in db.execute(query, values)]


def test_every_listed_article_is_there_and_no_other(db):
    assert ids(db, "SELECT id FROM articles ORDER BY number") == [
        "2020/count-of-boats",
        "2020/lighthouse-lit",
        "2020/beacon-on-old-wick",
        "2021/ferry-talks",
        "2021/ferry-in-hindi",
    ]
    assert ids(db, "SELECT id FROM withdrawn") == ["2021/withdrawn-report"]


def test_relations_can_be_followed_and_none_leads_nowhere(db):
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    query = (
        "SELECT heading FROM articles_people JOIN people ON people.id = person "
        "WHERE article = '2021/ferry-talks' ORDER BY position"
    )
    assert ids(db, query) == ["Asha Tamm", "Meera Kadam"]
    wider = "SELECT w.heading FROM tags JOIN tags w ON w.id = tags.broader WHERE tags.id = ?"
    assert ids(db, wider, "ferries") == ["Harbours"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lamp", ["2020/lighthouse-lit"]),
        ("маяк", ["2020/beacon-on-old-wick"]),
        ("नौका", ["2021/ferry-in-hindi"]),
        ("count boats", ["2020/count-of-boats"]),
        ("बातच", []),  # a beginning of a word is no word
    ],
)
def test_words_are_found_in_every_script(db, words, found):
    query = (
        "SELECT id FROM search JOIN articles ON number = search.rowid WHERE search MATCH ? "
        "ORDER BY rank"
    )
    assert ids(db, query, words) == found


def test_text_is_there_where_it_may_be_shown_only(db):
    without = ids(db, "SELECT id FROM articles WHERE body IS NULL")
    assert without == ["2020/count-of-boats"]
    dump = "\n".join(db.iterdump())
    assert [secret for secret in SECRETS if secret in dump] == []
    assert "courier/lighthouse.txt" not in dump


def test_lists_are_json_and_every_column_is_explained(db):
    (authors,) = ids(db, "SELECT authors FROM articles WHERE id = '2020/lighthouse-lit'")
    assert json.loads(authors) == ["Bruno Quill", "Asha Tamm & Sons"]
    for table in ("articles", "people", "places", "organisations", "sources", "tags"):
        there = set(ids(db, f"SELECT name FROM pragma_table_info('{table}')"))
        told = set(ids(db, 'SELECT "column" FROM codebook WHERE "table" = ?', table))
        assert there - told <= {"number"}


def test_the_same_content_gives_the_same_bytes(exported, tmp_path):
    again = tmp_path / "again.sqlite"
    assert export(GOOD, again, check) == 0
    assert again.read_bytes() == exported.read_bytes()


def test_addresses_are_absolute_where_the_site_has_one(tmp_path):
    file = tmp_path / "x.sqlite"
    assert export(GOOD, file, check, site_url="https://archive.example/") == 0
    with closing(sqlite3.connect(file)) as db:
        (one,) = ids(db, "SELECT address FROM articles WHERE id = '2021/ferry-talks'")
    assert one == "https://archive.example/articles/2021/ferry-talks.html"


def test_an_earlier_export_is_replaced(tmp_path):
    file = tmp_path / "x.sqlite"
    assert export(GOOD, file, check) == 0
    file.write_bytes(file.read_bytes()[:200])
    assert is_ours(file)
    assert export(GOOD, file, check) == 0
    with closing(sqlite3.connect(file)) as db:
        assert ids(db, "PRAGMA integrity_check") == ["ok"]
    assert [path.name for path in tmp_path.iterdir()] == ["x.sqlite"]


def other_database(file):
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE mine (x)")


@pytest.mark.parametrize(
    ("prepare", "name", "words"),
    [
        (lambda file: file.write_text("My notes."), "x.txt", "this is no export of an archive"),
        (lambda file: file.touch(), "empty", "this is no export of an archive"),
        (other_database, "x.sqlite", "this is no export of an archive"),
        (lambda file: file.mkdir(), "x", "this is a folder; name a file"),
        (lambda file: None, "no/x.sqlite", "no such folder; make it first"),
    ],
)
def test_what_is_there_stays_and_one_line_says_why(prepare, name, words, tmp_path, capsys):
    file = tmp_path / name
    prepare(file)
    before = file.read_bytes() if file.is_file() else None
    assert export(GOOD, file, check) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert before is None or file.read_bytes() == before


def test_nothing_is_written_into_the_content(tmp_path, capsys):
    content = tmp_path / "content"
    content.mkdir()
    assert export(content, content / "x.sqlite", check) == 1
    assert "this is in the content folder" in capsys.readouterr().err
    assert list(content.iterdir()) == []


def test_content_that_is_not_there_is_named(tmp_path, capsys):
    assert export(tmp_path / "nowhere", tmp_path / "x.sqlite", check) == 1
    told = f"cuttings: {tmp_path}/nowhere: no such folder; name one with --content\n"
    assert capsys.readouterr().err == told


def test_problems_are_told_and_nothing_is_written(tmp_path, capsys):
    problem = Problem("content/articles/2021/x.md", 7, "unknown-person", "who?")
    assert export(GOOD, tmp_path / "x.sqlite", lambda content: (problem,)) == 1
    assert capsys.readouterr().err == f"{problem}\n"
    assert list(tmp_path.iterdir()) == []


def test_what_fails_half_way_leaves_the_earlier_export(tmp_path, capsys, monkeypatch):
    file = tmp_path / "x.sqlite"
    assert export(GOOD, file, check) == 0
    before = file.read_bytes()

    def half(db, library, at):
        db.execute("CREATE TABLE half (x)")
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(command, "fill", half)
    assert export(GOOD, file, check) == 1
    assert capsys.readouterr().err == f"cuttings: {file}: database or disk is full\n"
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["x.sqlite"]
