"""What can't be imported is refused with path, line, code and remedy, and nothing is written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import HERE, Archive

Write = Callable[[str | bytes], Path]
NO_DATE = "A headline of five words\n\n" + "Prose goes on and on, " * 5 + "and it ends.\n"

PROSE = "<p>Prose of the sea goes on and on, and on, until at last it comes to an end.</p>" * 5

# content of the file, line, code, part of the message
CASES: list[tuple[str, str | bytes, int, str, str]] = [
    ("nothing", "", 1, "empty", "paste the article again"),
    ("white space", " \n\t\n", 1, "empty", "paste the article again"),
    ("Latin-1", b"one\ntwo\n\xe9t\xe9\n", 3, "not-utf-8", "byte 0xe9 is not UTF-8; save"),
    ("UTF-16", "date 2022-03-09\n".encode("utf-16"), 1, "not-utf-8", "save the capture as UTF-8"),
    ("too much", "word " * 200_001, 1, "too-large", "keep the article's part"),
    ("a page without words", "<!DOCTYPE html><html></html>", 1, "empty", "save it again"),
    ("a page without a day", "<!DOCTYPE html><h1>A headline of five words</h1>" + PROSE, 1,
     "no-date", "below a line: `date 2021-04-06`, or name it with --date 2021-04-06"),
    ("a page without a headline", "<!DOCTYPE html><p>March 9, 2022" + PROSE, 1,
     "no-title", "title:"),
    ("a page without a text", "<!DOCTYPE html><h1>A headline of five words</h1><p>March 9, 2022", 1,
     "no-text", "no text was found below the headline"),
    ("a page that is too deep", "<!DOCTYPE html>" + "<div>" * 3_000 + "deep", 1, "too-deep",
     "paste the text into a .txt file"),
    ("a PDF", b"%PDF-1.7", 1, "unknown-capture", "paste its text"),
    ("no day", NO_DATE, 1, "no-date", "write it as the first line: `date 2021-04-06`"),
    ("a day in the text only", NO_DATE + "\nIt was on April 6, 2021.", 1, "no-date", "write it"),
    ("a day read two ways", "06/04/2021\n" + NO_DATE, 1, "no-date", "can be read in two ways"),
    ("an impossible day", "date 2022-02-30\n" + NO_DATE, 1, "no-date", "write it"),
    ("no headline", "date 2022-03-09\n\nIt only has a sentence here, with a full stop.\n", 1,
     "no-title", "write one above the text: `title: ...`"),
    ("ornaments without end", "date 2022-03-09\n\nA headline of five words\n\n" + "*" * 10_001,
     5, "too-many-signs", "remove the ornaments"),
    ("no text", "date 2022-03-09\n\nA headline of five words\n", 1, "no-text", "paste it"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "text", "line", "code", "message"), CASES, ids=[c[0] for c in CASES]
)
def test_unfit_capture_is_refused(
    what: str,
    text: str | bytes,
    line: int,
    code: str,
    message: str,
    archive: Archive,
    pasted: Write,
) -> None:
    before, file = archive.files(), pasted(text)
    assert archive.take(file) == 1
    assert len(archive.said) == 1
    assert archive.said[0].startswith(f"{file}:{line}: {code}: ")
    assert message in archive.said[0]
    assert archive.files() == before


def test_missing_file_is_refused(archive: Archive, tmp_path: Path) -> None:
    assert archive.take(tmp_path / "gone.txt") == 1
    assert "gone.txt:1: unreadable: No such file or directory; check" in archive.said[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_is_refused_at_once(archive: Archive, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert archive.take(tmp_path / "pipe.txt") == 1
    assert "pipe.txt:1: not-a-file: " in archive.said[0]


def test_no_file_at_all_is_refused(archive: Archive) -> None:
    assert archive.take() == 1
    assert "no-files" in archive.said[0]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("harbor-post", "did you mean harbour-post (Harbour Post)?"),
        ("Harbour Post", "did you mean harbour-post (Harbour Post)?"),
        ("zzz", "content/authorities/sources"),
        ("", "content/authorities/sources"),
    ],
)
def test_unknown_source_is_refused_with_the_nearest(
    given: str, said: str, archive: Archive, pasted: Write, plain: str
) -> None:
    before, file = archive.files(), pasted(plain)
    assert archive.take(file, source=given) == 1
    assert archive.said[0].startswith(f'--source:1: unknown-source: unknown source "{given}"; ')
    assert said in archive.said[0]
    assert archive.files() == before


def test_source_that_no_address_tells_is_asked_for(
    archive: Archive, pasted: Write, plain: str
) -> None:
    assert archive.take(pasted(plain), source=None) == 1
    assert "no-source: no address of a known source stands in it; " in archive.said[0]
    assert "--source ID" in archive.said[0]


def test_two_sources_in_a_text_are_asked_about(archive: Archive, pasted: Write, plain: str) -> None:
    text = plain + "\nharbourpost.example and www.westquay.example\n"
    assert archive.take(pasted(text), source=None) == 1
    assert "addresses of several sources stand in it (harbour-post, west-quay)" in archive.said[0]


@pytest.mark.parametrize(
    "host", ["notharbourpost.example", "harbourpost.example.net", "x@harbourpost.example"]
)
def test_address_that_only_looks_alike_is_no_source(
    host: str, archive: Archive, pasted: Write, plain: str
) -> None:
    assert archive.take(pasted(f"{plain}\n{host}\n"), source=None) == 1


def test_digest_is_no_import(archive: Archive, pasted: Write, plain: str) -> None:
    assert archive.take(pasted(plain), text="digest") == 1
    assert "a captured text is not in our own words" in archive.said[0]


def test_another_capture_of_the_same_article_is_pointed_out(
    archive: Archive, pasted: Write, plain: str
) -> None:
    archive.take(HERE / "captures" / "plain.txt")
    before = archive.files()
    assert archive.take(pasted(plain + "\nShare\n")) == 1
    assert "duplicate-article: content/articles/2022/new-walls-" in archive.said[0]
    assert archive.files() == before


def test_one_unfit_capture_stops_all(archive: Archive, tmp_path: Path, pasted: Write) -> None:
    before = archive.files()
    good, bad, worse = HERE / "captures" / "plain.txt", pasted("x"), tmp_path / "gone.txt"
    assert archive.take(good, bad, worse) == 1
    assert [line.split(": ")[1] for line in archive.said] == ["unreadable", "no-title"]
    assert archive.files() == before


def test_broken_archive_is_mended_first(archive: Archive) -> None:
    broken = archive.folder / "articles" / "2022" / "broken.md"
    broken.parent.mkdir(parents=True)
    broken.write_text("---\ntitle: [\n---\n", "utf-8")
    assert archive.take(HERE / "captures" / "plain.txt") == 1
    assert archive.said[0].startswith("content/articles/2022/broken.md:")
    assert not (archive.folder / "captures").exists()


def test_content_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "nowhere")
    assert archive.take(HERE / "captures" / "plain.txt") == 1
    assert "no-content" in archive.said[0]
    assert not (tmp_path / "nowhere").exists()
