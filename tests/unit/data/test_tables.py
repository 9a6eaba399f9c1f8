"""The tables: the same values in both forms, read back as a stranger would by the codebook."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.archive.model import AUTHORITIES, KINDS, FrontMatter
from plugins.archive.reading import read_record
from plugins.data.columns import ARTICLES, TABLES, columns
from plugins.data.forms import as_csv, as_json_lines, cell
from plugins.data.parts import Part, article_parts
from plugins.data.tables import articles_table, records_table
from plugins.data.values import article_row, record_row
from tests.sites import SITE

ODD = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20)
# What spreadsheets run, with and without apostrophes before it.
APOSTROPHES = st.sampled_from(["", "'", "''"])
FORMULA = st.builds(str.__add__, APOSTROPHES, st.sampled_from(["=1+1", "+1", "-1", "@x", "＝x"]))
TEXT = ODD | FORMULA
VALUES = {
    "string": TEXT | st.none(),
    "date": st.dates().map(str) | st.none(),
    "number": st.floats(-180, 180) | st.none(),
    "boolean": st.booleans(),
    "array": st.lists(TEXT | st.dictionaries(TEXT, TEXT, max_size=2), max_size=3),
    "object": st.dictionaries(TEXT, st.lists(TEXT, max_size=2), max_size=2),
}


def rows_of(table):
    return st.lists(
        st.fixed_dictionaries({column.name: VALUES[column.type] for column in columns(table)}),
        max_size=3,
    )


def read_csv(table, data):
    """As the codebook says."""
    types = {column.name: column.type for column in columns(table)}
    text = data.decode("utf-8-sig")
    for row in csv.DictReader(StringIO(text, newline="")):
        yield {name: read_cell(types[name], value) for name, value in row.items()}


def read_cell(kind, value):
    if value == "":
        return {"array": [], "object": {}}.get(kind)
    if kind in ("string", "date"):
        return value[1:] if re.match(r"'+[=+\-@\t\r＝＋－＠]", value) else value
    return json.loads(value)


def read_json_lines(data):
    return [json.loads(line) for line in data.decode().splitlines()] if data else []


@pytest.mark.parametrize("table", TABLES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_rows_come_back_from_both_forms(table, data):
    rows = data.draw(rows_of(table))
    assert list(read_csv(table, as_csv(table, rows))) == rows
    lines = as_json_lines(table, rows).decode().split("\n")
    assert [json.loads(line) for line in lines if line] == rows


@given(TEXT)
def test_no_spreadsheet_runs_a_text(text):
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


def test_a_number_is_no_formula_and_a_name_keeps_its_apostrophe():
    assert cell(-30.25) == "-30.25"
    assert cell("'Tis the season") == "'Tis the season"


RECORD = """people: [ann-lee]
tags: [trade]
happened: 2021-04-05
section: ['News; "old", and more', '=SUM(A1)']
summary: "-5 degrees, said the paper"
highlights: [One]
text: digest
lang: en
added: 2021-05-01
also: [{name: Herald}]
corrections: [{date: 2021-06-01, note: Mended.}]
"""


def test_front_matter_comes_back_from_the_tables(archive, site):
    """Records to CSV to records: what a row says is what the file said."""
    library = archive({"2021/a": RECORD, "2021/b": "lang: hi"})
    for ending, read in (
        ("csv", lambda data: read_csv(ARTICLES, data)),
        ("jsonl", read_json_lines),
    ):
        rows = list(read(articles_table(Part(ARTICLES, "2021"), ending, library, site)))
        assert [row["id"] for row in rows] == ["2021/a", "2021/b"]
        for row in rows:
            again, faults = read_record(FrontMatter, front_matter(row))
            assert not faults
            said = library.article(row["id"])
            assert again == FrontMatter(
                **{key: getattr(said, key) for key in FrontMatter.__dataclass_fields__}
            )


def front_matter(row):
    """What a file's YAML would be read as: text all over, and no key without a value."""
    return {
        key: value
        for key, value in row.items()
        if value not in (None, [], {}) and key in FrontMatter.__dataclass_fields__
    }


@pytest.mark.parametrize("kind", KINDS)
def test_records_come_back_from_the_tables(kind, archive, site):
    library = archive({"2021/a": "people: [ann-lee]\ntags: [trade]"})
    ids = library.in_use(kind)
    for ending, read in (("csv", lambda data: read_csv(kind, data)), ("jsonl", read_json_lines)):
        rows = list(read(records_table(Part(kind, ""), ids, ending, library, site)))
        assert [row["id"] for row in rows] == list(ids)
        for row in rows:
            values = {
                key: str(value).lower() if isinstance(value, bool) else value
                for key, value in row.items()
                if value not in (None, [], {}) and key not in ("id", "address")
            }
            again, faults = read_record(AUTHORITIES[kind], values)
            assert (again, faults) == (library.record(kind, row["id"]), [])


def test_a_row_has_every_column_in_order(archive):
    library = archive({"2021/a": "text: digest"})
    row = article_row(library.article("2021/a"), None, str)
    assert row.keys() == {column.name for column in columns(ARTICLES)}
    person = record_row("people", "ann-lee", library.record("people", "ann-lee"), str)
    assert list(person) == [column.name for column in columns("people")]


def test_every_column_says_what_it_means():
    assert [(t, c.name) for t in TABLES for c in columns(t) if not (c.meaning and c.words)] == []


def test_addresses_lead_from_the_file_or_are_absolute(archive, site, site_with_address):
    library = archive({"2021/a": "people: [ann-lee]"})

    def address(part, site, make, *ids):
        return read_json_lines(make(part, *ids, "jsonl", library, site))[0]["address"]

    year, people = Part(ARTICLES, "2021"), Part("people", "")
    assert address(year, site, articles_table) == "../../articles/2021/a.html"
    assert address(people, site, records_table, ("ann-lee",)) == "../people/ann-lee.html"
    known = address(year, site_with_address, articles_table)
    assert known == "https://example.org/c/articles/2021/a.html"


def test_tables_hold_only_what_is_listed(archive):
    library = archive(
        {
            "2020/old": "happened: 2020-01-02",
            "2021/gone": "withdrawn: {date: 2022-01-01, reason: Gone.}",
            "2021/draft": "status: draft",
        }
    )
    assert [part.name for part in article_parts(library)] == ["2020"]
    assert library.in_use("people") == ()


HIDDEN = """text: metadata
highlights: [A highlight]
images:
- {file: x.png, alt: A quay, rights: no-archive, notice: Not to be kept.}
- {file: y.png, alt: A pier, rights: CC0-1.0}
capture: {file: b/c.txt, sha256: SHA}
""".replace("SHA", "0" * 64)


def test_what_may_not_be_shown_is_left_out(archive):
    library = archive({"2021/a": HIDDEN}, images=["x.png", "y.png"])
    row = article_row(library.article("2021/a"), None, str)
    assert row["highlights"] == []
    assert [image.get("file") for image in row["images"]] == [None, "y.png"]
    assert row["images"][0]["notice"] == "Not to be kept."
    assert row["capture"] == {"sha256": "0" * 64}


def test_a_site_of_another_name_changes_no_row(archive, site):
    library = archive({"2021/a": ""})
    part = Part(ARTICLES, "2021")
    other = replace(SITE, name="Clippings")
    assert articles_table(part, "csv", library, site) == articles_table(part, "csv", library, other)
