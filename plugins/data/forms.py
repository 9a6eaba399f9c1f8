"""Tables as bytes: CSV for spreadsheets and JSON Lines for programs, with the same values.

CSV is that of RFC 4180 in UTF-8, with the mark at its beginning by which a spreadsheet knows it.
A list or a mapping is JSON in its cell; what is unknown, and a list of nothing, is an empty one.
In JSON Lines each row has each column, null where it is unknown.
"""

import csv
import re
from collections.abc import Iterable
from io import StringIO
from typing import Any

import msgspec

from .columns import columns
from .values import Row

MARK = "\ufeff"
# What a spreadsheet would take for the beginning of a formula. Apostrophes before it count with
# it, so that whoever takes one away from such a cell has the text again.
FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def as_csv(table: str, rows: Iterable[Row]) -> bytes:
    names = [column.name for column in columns(table)]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([cell(row[name]) for name in names] for row in rows)
    return (MARK + text.getvalue()).encode()


def as_json_lines(table: str, rows: Iterable[Row]) -> bytes:
    names = [column.name for column in columns(table)]
    return b"".join(
        msgspec.json.encode({name: row[name] for name in names}) + b"\n" for row in rows
    )


def cell(value: Any) -> str:
    """A value as a cell; a text that a spreadsheet would run gets an apostrophe before it."""
    if isinstance(value, str):
        return f"'{value}" if FORMULA.match(value) else value
    if value is None or value in ([], {}):
        return ""
    return msgspec.json.encode(value).decode()


# By the ending of the file.
FORMS = {"csv": as_csv, "jsonl": as_json_lines}
