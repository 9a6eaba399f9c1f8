"""MHTML: a page with its pictures, as browsers save it."""

import base64
import quopri
from datetime import date
from pathlib import Path

import pytest

from plugins.archive.problems import Problem
from plugins.capture.saved.containers import Opened, SavedPage, open_file

ADDRESS = "https://www.harbourpost.example/coast/walls"
HTML = "<!DOCTYPE html><html><body><p>Walls = 3 × 40 m</p><img src='cid:wall@x'></body></html>"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
HEAD = (
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: {address}\r\n"
    "Subject: =?utf-8?Q?Walls_=E2=80=94_Harbour_Post?=\r\n"
    "Date: Wed, 9 Mar 2022 23:40:00 +0530\r\n"
    "MIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--Edge--x--"\r\n\r\n'
)


def part(kind: str, body: bytes, encoding: str, *headers: str) -> bytes:
    lines = (f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", *headers)
    head = "\r\n".join(lines).encode()
    coded = {
        "quoted-printable": quopri.encodestring,
        "base64": base64.encodebytes,
        "binary": bytes,
        "8bit": bytes,
    }[encoding](body)
    return b"----Edge--x--\r\n" + head + b"\r\n\r\n" + coded + b"\r\n"


def mhtml(*parts: bytes, address: str = ADDRESS, end: bytes = b"----Edge--x----\r\n") -> bytes:
    return HEAD.format(address=address).encode() + b"".join(parts) + end


def opened(data: bytes) -> Opened:
    found = open_file(Path("walls.mhtml"), data)
    assert isinstance(found, Opened), found
    return found


def only(data: bytes) -> SavedPage:
    (page,) = opened(data).pages
    return page


PAGE = part(
    "text/html", HTML.encode(), "quoted-printable", f"Content-Location: {ADDRESS}",
    "Content-ID: <frame-1@mhtml.blink>",
)  # fmt: skip
WALL = part(
    "image/png", PICTURE, "base64", "Content-ID: <wall@x>",
    "Content-Location: https://img.harbourpost.example/wall.png",
)  # fmt: skip


def test_page_address_day_and_pictures_are_read() -> None:
    page = only(mhtml(PAGE, WALL))
    assert page.html == HTML
    assert page.address == ADDRESS
    assert page.captured == date(2022, 3, 9)
    assert page.container == "mhtml"
    assert page.pictures == {
        "cid:wall@x": PICTURE,
        "https://img.harbourpost.example/wall.png": PICTURE,
    }
    assert page.notes == ()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit", "binary"])
def test_every_transfer_encoding_is_undone(encoding: str) -> None:
    page = only(mhtml(part("text/html", HTML.encode(), encoding)))
    assert page.html == HTML
    assert page.address == ADDRESS


def test_character_set_of_the_part_counts() -> None:
    data = mhtml(part('text/html; charset="windows-1251"', "<p>Мост".encode("cp1251"), "base64"))
    assert only(data).html == "<p>Мост"


def test_relative_picture_is_found_by_both_names() -> None:
    picture = part("image/png", PICTURE, "base64", "Content-Location: wall.png")
    names = set(only(mhtml(PAGE, picture)).pictures)
    assert names == {"wall.png", "https://www.harbourpost.example/coast/wall.png"}


def test_folded_address_is_put_together() -> None:
    long = "https://www.harbourpost.example/" + "a" * 60
    data = mhtml(PAGE, address=f"{long}\r\n /{'b' * 60}")
    assert only(data).address == f"{long}/{'b' * 60}"


def test_page_is_the_part_that_the_file_names() -> None:
    frame = part(
        "text/html", b"<p>An advertisement</p>", "8bit", "Content-Location: cid:frame-2@mhtml.blink"
    )
    found = opened(mhtml(frame, PAGE))
    assert found.pages[0].html == HTML
    assert found.notes == ("a frame of the page was passed over: cid:frame-2@mhtml.blink",)


def test_file_that_ends_within_its_page_is_refused() -> None:
    problem = open_file(Path("walls.mhtml"), mhtml(PAGE, end=b"")[:-40])
    assert isinstance(problem, Problem)
    assert str(problem) == (
        "walls.mhtml:1: truncated: it ends in the middle of the page; save or download it again"
    )


def test_file_that_ends_within_its_pictures_is_read_and_says_so() -> None:
    found = opened(mhtml(PAGE, WALL, end=b"")[:-40])
    assert found.pages[0].html == HTML
    assert found.notes == ("the file ends in the middle: pictures may be missing",)


def test_file_without_a_page_is_refused() -> None:
    problem = open_file(Path("walls.mhtml"), mhtml(WALL))
    assert isinstance(problem, Problem)
    assert problem.code == "no-page"


@pytest.mark.parametrize("cut", range(0, 900, 50))
def test_file_cut_anywhere_gives_pages_or_one_line(cut: int) -> None:
    found = open_file(Path("walls.mhtml"), mhtml(PAGE, WALL)[:cut])
    assert isinstance(found, Problem) or found.pages[0].html


def test_parts_within_parts_without_end_are_refused() -> None:
    nested = b"".join(
        b"Content-Type: multipart/related; boundary=%d\n\n--%d\n" % (n, n) for n in range(3_000)
    )
    problem = open_file(Path("walls.mhtml"), b"From: x\n" + nested)
    assert isinstance(problem, Problem)
    assert problem.code == "damaged"
