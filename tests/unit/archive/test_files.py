import os
import socket
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import files
from plugins.archive.files import decode, read, walk

needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes and sockets of Unix")


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf", "Cn")) | st.just("\n"))
)
def test_ordinary_text_comes_through_unchanged(text):
    faultless = not any(row[:7] in ("<" * 7, ">" * 7, "|" * 7) for row in text.split("\n"))
    if faultless:
        assert decode(text.encode()) == (text, [])


@given(st.binary())
def test_any_bytes_are_text_or_faults_never_both(data):
    text, faults = decode(data)
    assert (text is None) == bool(faults)
    assert all(1 <= line <= data.count(b"\n") + 1 for line, _, _ in faults)


def test_a_byte_order_mark_and_line_ends_of_windows_are_taken_away():
    assert decode(b"\xef\xbb\xbfa\r\nb\r\n") == ("a\nb\n", [])


@pytest.mark.parametrize(
    ("data", "line", "code", "hint"),
    [
        (b"a\nb\xe9\n", 2, "not-utf-8", "0xe9"),
        (b"\xef\xbb\xbfa\n\xff", 2, "not-utf-8", "0xff"),
        ("a\n".encode("utf-16"), 1, "not-utf-8", "UTF-8"),
        (b"\xed\xa0\x80", 1, "not-utf-8", "0xed"),
        (b"a\x00b", 1, "control-character", "U+0000"),
        (b"a\rb", 1, "control-character", "U+000D"),
        (b"a\n\x1b[31m", 2, "control-character", "U+001B"),
        ("\u0085".encode(), 1, "control-character", "U+0085"),
        ("a\n\nb\u202e".encode(), 3, "control-character", "U+202E"),
        ("\u2066".encode(), 1, "control-character", "U+2066"),
        ("\u2028".encode(), 1, "control-character", "U+2028"),
        ("\uffff".encode(), 1, "control-character", "U+FFFF"),
        (b"a\n<<<<<<< HEAD\n", 2, "merge-marker", "resolve"),
        (b"a\n>>>>>>>\n", 2, "merge-marker", "resolve"),
        (b"||||||| base\n", 1, "merge-marker", "resolve"),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_line(data, line, code, hint):
    text, [fault] = decode(data)
    assert text is None
    assert fault[:2] == (line, code)
    assert hint in fault[2]


@pytest.mark.parametrize(
    "text", ["=======\n", "a <<<<<<< b", "<<<<<<<<", "\ta", "नमस्ते \u200dक", "👩🏽‍🚀"]
)
def test_what_only_looks_odd_is_left_alone(text):
    assert decode(text.encode()) == (text, [])


def test_every_line_with_a_fault_is_told():
    assert [line for line, _, _ in decode(b"\x01\x02\nok\n\x03\n<<<<<<< x\n")[1]] == [1, 3, 4]


def test_files_are_found_at_every_depth_in_one_order(tmp_path):
    for name in ("b/c/d.txt", "b/a.txt", "a.txt", "b-a.txt", ".hidden/x"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    names = [path for path, kind in walk(tmp_path) if kind == "file"]
    assert names == sorted(["b/c/d.txt", "b/a.txt", "a.txt", "b-a.txt", ".hidden/x"])


@needs_unix
def test_links_pipes_and_sockets_are_seen_and_not_opened(tmp_path, monkeypatch):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "secret").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("socket")
        assert walk(tmp_path) == [
            ("dangling", "symlink"), ("folder/secret", "file"), ("link", "symlink"),
            ("pipe", "special"), ("socket", "special"),
        ]  # fmt: skip


@needs_unix
def test_a_file_that_became_a_link_or_a_pipe_meanwhile_is_not_read(tmp_path):
    (tmp_path / "target").write_text("secret")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    os.mkfifo(tmp_path / "pipe")
    assert [read(tmp_path / name)[1][0][1] for name in ("link", "pipe", "gone")] == [
        "unreadable", "not-a-file", "unreadable"
    ]  # fmt: skip


def test_folders_that_cannot_be_opened_are_told_not_passed_over(tmp_path, monkeypatch):
    (tmp_path / "closed").mkdir()
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "x").write_text("")
    scandir = os.scandir

    def refuse(path):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(files.os, "scandir", refuse)
    assert walk(tmp_path) == [("closed", "unreadable"), ("open/x", "file")]


@needs_unix
def test_folders_deeper_than_python_can_call_itself_are_walked_all_the_same(tmp_path, monkeypatch):
    # Step by step: the whole path would be too long for Python's own helpers.
    monkeypatch.chdir(tmp_path)
    for _ in range(1050):
        Path("d").mkdir()
        os.chdir("d")
    Path("x").touch()
    found = walk(tmp_path)
    Path("x").unlink()
    for _ in range(1050):  # what clears temporary folders calls itself, too
        os.chdir("..")
        Path("d").rmdir()
    assert found == [("d/" * 1050 + "x", "file")]


def test_a_file_of_a_million_bytes_is_read_and_one_more_is_too_large(tmp_path):
    file = tmp_path / "x"
    file.write_bytes(b"a" * 1_000_000)
    assert read(file)[1] == []
    file.write_bytes(b"a" * 1_000_001)
    data, [(line, code, _)] = read(file)
    assert (data, line, code) == (None, 1, "too-large")
