"""HTML files: their character set, and what browsers note in them."""

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from plugins.archive.problems import Problem
from plugins.capture.saved.charsets import decode
from plugins.capture.saved.containers import Opened, SavedPage, kind_of, open_file

LETTERS = "Ember — Мост नदी"
RUSSIAN = "<p>Мост через реку</p>"


def only(data: bytes, name: str = "page.html") -> SavedPage:
    opened = open_file(Path(name), data)
    assert isinstance(opened, Opened), opened
    (page,) = opened.pages
    return page


# how the character set is told, the bytes, the name that a server gave
CHARSETS: list[tuple[str, bytes, str | None]] = [
    ("UTF-8 by its mark", b"\xef\xbb\xbf" + RUSSIAN.encode(), None),
    ("UTF-16 by its mark", b"\xff\xfe" + RUSSIAN.encode("utf-16-le"), None),
    ("UTF-16, big end first", b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), None),
    ("UTF-16 without a mark", RUSSIAN.encode("utf-16-le"), None),
    ("UTF-8 by nothing", RUSSIAN.encode(), None),
    ("meta", b"<meta charset=windows-1251>" + RUSSIAN.encode("cp1251"), None),
    ("meta in quotes", b'<meta charset="koi8-r" >' + RUSSIAN.encode("koi8-r"), None),
    ("http-equiv", b'<meta http-equiv="Content-Type" content="text/html; charset=cp1251">'
     + RUSSIAN.encode("cp1251"), None),
    ("XML declaration", b'<?xml version="1.0" encoding="iso-8859-5"?>'
     + RUSSIAN.encode("iso-8859-5"), None),
    ("the server", RUSSIAN.encode("cp1251"), "windows-1251"),
    ("the server before meta", b"<meta charset=koi8-r>" + RUSSIAN.encode("cp1251"), "cp1251"),
    ("meta in a comment doesn't count",
     b"<!-- <meta charset=koi8-r> --><meta charset=cp1251>" + RUSSIAN.encode("cp1251"), None),
    ("a name that is none", b"<meta charset=nonsense>" + RUSSIAN.encode(), None),
    ("a codec that is no character set", b"<meta charset=rot13>" + RUSSIAN.encode(), None),
    ("its language", b"<html lang=ru>" + RUSSIAN.encode("cp1251"), None),
    ("UTF-8, though meta says Latin-1", b"<meta charset=iso-8859-1>" + RUSSIAN.encode(), None),
    ("UTF-8, though meta says UTF-16", b"<meta charset=utf-16>" + RUSSIAN.encode(), None),
    ("meta where the server is wrong", b"<meta charset=cp1251>" + RUSSIAN.encode("cp1251"),
     "utf-8"),
]  # fmt: skip


@pytest.mark.parametrize(("how", "data", "header"), CHARSETS, ids=[c[0] for c in CHARSETS])
def test_character_set_is_found(how: str, data: bytes, header: str | None) -> None:
    assert decode(data, header)[0].endswith(RUSSIAN)


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode(b"<meta charset=iso-8859-1><p>\x93Ember\x94") == (
        "<meta charset=iso-8859-1><p>“Ember”",
        (),
    )


def test_what_was_doubtful_about_the_letters_is_said() -> None:
    assert decode(b"<p>caf\xe9")[1] == ("the page names no character set; it was read as cp1252",)
    assert "says cp1252, but is UTF-8" in decode(b"<meta charset=latin1><p>caf\xc3\xa9")[1][0]
    text, notes = decode(b"<meta charset=utf-8><p>caf\xe9 and t\xe9a")
    assert text.endswith("caf\ufffd and t\ufffda")
    assert notes == ("2 characters are not utf-8; they show as \ufffd",)


SAVED = "<!DOCTYPE html>\n{}\n<html><body><p>Words.</p></body></html>\n"
# the comment, the address and the day it tells, the copy it names
COMMENTS: list[tuple[str, str | None, date | None, str | None]] = [
    ("<!-- saved from url=(0039)https://www.harbourpost.example/coast/a -->",
     "https://www.harbourpost.example/coast/a", None, None),
    ("<!-- saved from url=(0014)about:internet -->", None, None, None),
    ("<!-- saved from url=(0020)file:///home/me/a.htm -->", None, None, None),
    ("<!--\n Page saved with SingleFile \n url: https://harbourpost.example/a?b=1&amp;c=2#top \n "
     "saved date: Wed Mar 09 2022 23:40:00 GMT+0530 (India Standard Time)\n-->",
     "https://harbourpost.example/a?b=1&c=2", date(2022, 3, 9), None),
    ("<!--\n Page saved with SingleFile \n url: https://harbourpost.example/a \n "
     "saved date: some day\n-->", "https://harbourpost.example/a", None, None),
    ("<!-- Mirrored from www.harbourpost.example/a.html by HTTrack Website Copier/3.x "
     "[XR&CO'2014], Wed, 09 Mar 2022 10:00:00 GMT -->",
     "http://www.harbourpost.example/a.html", date(2022, 3, 9), None),
    ("<!-- saved from url=(0070)https://web.archive.org/web/20220310080000/"
     "https://harbourpost.example/a -->", "https://harbourpost.example/a", date(2022, 3, 10),
     "https://web.archive.org/web/20220310080000/https://harbourpost.example/a"),
    ("<!--\n     FILE ARCHIVED ON 03:28:12 Mar 10, 2022 AND RETRIEVED FROM THE\n"
     "     INTERNET ARCHIVE ON 09:00:00 Jan 02, 2026.\n-->", None, date(2022, 3, 10), None),
    ("<!-- nothing of the kind -->", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize(("comment", "address", "day", "copy"), COMMENTS)
def test_comment_of_a_browser_tells_where_and_when(
    comment: str, address: str | None, day: date | None, copy: str | None
) -> None:
    page = only(SAVED.format(comment).encode())
    assert (page.address, page.captured, page.archived) == (address, day, copy)
    assert page.container == "html"
    assert page.notes == ()


def test_page_that_is_cut_off_is_pointed_out() -> None:
    page = only(b"<html><body><p>Words and")
    assert page.notes == ("the page does not end with </html>: it may be cut off",)


# the bytes, their file's name, what they are
KINDS: list[tuple[bytes, str, str | None]] = [
    (b"<!DOCTYPE html><p>", "a.txt", "html"),
    (b"\n<!-- saved --> <?xml version='1.0'?> <HTML>", "a", "html"),
    (b"\xff\xfe" + "<html>".encode("utf-16-le"), "a", "html"),
    (b"<p>Only a fragment", "a.html", "html"),
    (b"<p>Only a fragment", "a.txt", None),
    (b"<!-- -->" * 2_000 + b"text", "a.txt", None),
    (b"From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=x\r\n", "a", "mhtml"),
    (b"From: a reader\n\nContent was fine.", "a.txt", None),
    (b"WARC/1.0\r\n", "a", "warc"),
    (b"\x1f\x8b\x08", "a", "gzip"),
    (b"%PDF-1.7", "a.html", "foreign"),
    (b"A headline\n\nText.", "a.txt", None),
    (b"", "a.txt", None),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "kind"), KINDS)
def test_kind_of_a_file_is_told_by_its_first_bytes(
    data: bytes, name: str, kind: str | None
) -> None:
    assert kind_of(Path(name), data) == kind


# the bytes, their file's name, code, part of the message
UNFIT: list[tuple[bytes, str, str, str]] = [
    (b"%PDF-1.7", "a.pdf", "unknown-capture", "this is a PDF; paste its text"),
    (b"PK\x03\x04...", "a.zip", "unknown-capture", "unpack it"),
    (b"bplist00...", "a.webarchive", "unknown-capture", "save the page as HTML"),
    (b"\x89PNG\r\n", "a.png", "unknown-capture", "begins with a page"),
    (b"Some words.", "a.doc", "unknown-capture", "paste the text into a .txt file"),
    (b"no markup", "words.html", "no-markup", "save or download it again"),
    (b"<html>" + b"\0" * 500, "zeros.html", "damaged", "full of zero bytes"),
    (b"<html>" + b"x" * 20_000_000, "huge.html", "too-large", "over 20 MB"),
    (b"\x1f\x8b\x07nothing that inflates", "a.html.gz", "damaged", "its compression is broken"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "name", "code", "message"), UNFIT, ids=[u[1] for u in UNFIT])
def test_unfit_file_is_one_line(data: bytes, name: str, code: str, message: str) -> None:
    problem = open_file(Path(name), data)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.code) == (name, 1, code)
    assert message in problem.message


@pytest.mark.parametrize(
    "data",
    [b"<html>" + b"<!--" * 5_000, b"<!-- saved -->" * 5_000, b"<html>" + b"<meta " * 2_000,
     b"<!--\n Page saved with SingleFile \n url: " + b"a" * 20_000 + b"-->"],
)  # fmt: skip
def test_hostile_beginnings_cost_little(data: bytes) -> None:
    started = process_time()
    open_file(Path("a.html"), data)
    assert process_time() - started < 1
