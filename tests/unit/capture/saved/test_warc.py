"""Web archives: several pages in one file, each a capture of its own."""

import gzip
import zlib
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from plugins.archive.problems import Problem
from plugins.capture.saved.containers import Opened, open_file

WALLS = "https://www.harbourpost.example/coast/walls"
PUMPS = "https://www.harbourpost.example/coast/pumps"
HTML = "<!DOCTYPE html><html><body><p>Walls — 40 m</p></body></html>"
TYPE = ("Content-Type", "text/html; charset=utf-8")


class Archive:
    """A web archive in the making."""

    def __init__(self, *, gzip: bool = True) -> None:
        self.stream = BytesIO()
        self.writer = WARCWriter(self.stream, gzip=gzip)
        self.writer.write_record(self.writer.create_warcinfo_record("x.warc", {"software": "us"}))

    def add(
        self,
        address: str,
        body: bytes | str = HTML,
        *headers: tuple[str, str],
        status: str = "200 OK",
        record: str = "response",
        day: str = "2022-03-09T22:40:00Z",
        **more: str,
    ) -> "Archive":
        http = StatusAndHeaders(status, list(headers) or [TYPE], protocol="HTTP/1.1")
        payload = BytesIO(body if isinstance(body, bytes) else body.encode())
        about = {"WARC-Date": day} | {key.replace("_", "-"): value for key, value in more.items()}
        made = self.writer.create_warc_record(
            address,
            record,
            payload=payload,
            http_headers=http if record != "resource" else None,
            warc_headers_dict=about,
            warc_content_type="text/html" if record == "resource" else "",
        )
        self.writer.write_record(made)
        return self

    @property
    def data(self) -> bytes:
        return self.stream.getvalue()


def opened(archive: Archive) -> Opened:
    found = open_file(Path("a.warc.gz"), archive.data)
    assert isinstance(found, Opened), found
    return found


def refused(data: bytes) -> Problem:
    found = open_file(Path("a.warc.gz"), data)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_a_capture_of_its_own(packed: bool) -> None:
    archive = Archive(gzip=packed).add(WALLS).add(PUMPS, "<p>Pumps", day="2022-03-10T01:00:00Z")
    walls, pumps = opened(archive).pages
    assert (walls.html, walls.address, walls.captured) == (HTML, WALLS, date(2022, 3, 9))
    assert (pumps.html, pumps.address, pumps.captured) == ("<p>Pumps", PUMPS, date(2022, 3, 10))
    assert (walls.container, walls.member, pumps.member) == ("warc", "record 2", "record 3")
    assert opened(archive).notes == ()


def test_whole_file_in_one_gzip_stream_is_read() -> None:
    archive = Archive(gzip=False).add(WALLS).add(PUMPS)
    found = open_file(Path("a.warc.gz"), gzip.compress(archive.data))
    assert isinstance(found, Opened)
    assert [page.address for page in found.pages] == [WALLS, PUMPS]


def chunked(data: bytes, size: int = 7) -> bytes:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


RAW = HTML.encode()
CHUNKS = ("Transfer-Encoding", "chunked")
ENCODINGS: list[tuple[str, bytes, list[tuple[str, str]]]] = [
    ("gzip", gzip.compress(RAW), [("Content-Encoding", "gzip")]),
    ("gzip in capitals", gzip.compress(RAW), [("content-encoding", "GZIP")]),
    ("zlib", zlib.compress(RAW), [("Content-Encoding", "deflate")]),
    ("deflate without a header", raw_deflate(RAW), [("Content-Encoding", "deflate")]),
    ("identity", RAW, [("Content-Encoding", "identity")]),
    ("chunks", chunked(RAW), [CHUNKS]),
    ("chunks of gzip", chunked(gzip.compress(RAW)), [CHUNKS, ("Content-Encoding", "gzip")]),
    ("gzip twice", gzip.compress(gzip.compress(RAW)), [("Content-Encoding", "gzip, gzip")]),
    ("gzip only in the header", RAW, [("Content-Encoding", "gzip")]),
    ("chunks only in the header", RAW, [CHUNKS]),
]


@pytest.mark.parametrize(("how", "body", "headers"), ENCODINGS, ids=[e[0] for e in ENCODINGS])
def test_encodings_of_the_body_are_undone(
    how: str, body: bytes, headers: list[tuple[str, str]]
) -> None:
    (page,) = opened(Archive().add(WALLS, body, TYPE, *headers)).pages
    assert page.html == HTML
    assert page.data == RAW


def test_character_set_of_the_server_counts() -> None:
    body = "<html><p>Мост</html>".encode("cp1251")
    archive = Archive().add(WALLS, body, ("Content-Type", "text/html; charset=windows-1251"))
    assert opened(archive).pages[0].html == "<html><p>Мост</html>"


def test_what_is_no_page_is_passed_over_and_said() -> None:
    archive = (
        Archive()
        .add(WALLS)
        .add(f"{WALLS}.css", "p {}", ("Content-Type", "text/css"))
        .add(f"{WALLS}.js", "1", ("Content-Type", "text/javascript"))
        .add(PUMPS, "<p>Gone", TYPE, status="404 Not Found")
        .add(PUMPS, "", TYPE, record="revisit", WARC_Profile="identical-payload-digest")
        .add(PUMPS, b"\x1b\x00", TYPE, ("Content-Encoding", "br"))
        .add(PUMPS, b"", TYPE)
    )
    found = opened(archive)
    assert [page.address for page in found.pages] == [WALLS]
    assert found.notes == (
        f"passed over: status 404: {PUMPS}",
        f"passed over: revisit record: {PUMPS}: it only says that nothing had changed",
        f"passed over: record 7: {PUMPS}: its encoding br can't be read here",
        f"passed over: record 8: {PUMPS}: the record has no body",
        "passed over: other files: 1 text/css, 1 text/javascript",
    )


def test_resource_record_is_a_page_too() -> None:
    (page,) = opened(Archive().add(WALLS, record="resource")).pages
    assert (page.html, page.address) == (HTML, WALLS)


def test_pictures_of_the_file_go_with_each_page() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    archive = (
        Archive().add(WALLS).add(f"{WALLS}.png", picture, ("Content-Type", "image/png")).add(PUMPS)
    )
    assert [page.pictures for page in opened(archive).pages] == [{f"{WALLS}.png": picture}] * 2


def test_page_that_the_crawler_cut_off_says_so() -> None:
    (page,) = opened(Archive().add(WALLS, WARC_Truncated="length")).pages
    assert "the crawler cut the page off (length)" in page.notes


def test_address_in_angle_brackets_is_read() -> None:
    data = Archive(gzip=False).add(WALLS).data.replace(WALLS.encode(), b"<%s>" % WALLS.encode())
    found = open_file(Path("a.warc"), data)
    assert isinstance(found, Opened)
    assert found.pages[0].address == WALLS


def test_archive_without_pages_is_refused() -> None:
    problem = refused(Archive().add(WALLS, "p {}", ("Content-Type", "text/css")).data)
    assert problem.code == "no-page"
    assert "(passed over: other files: 1 text/css)" in problem.message


@pytest.mark.parametrize("packed", [True, False])
def test_file_that_ends_in_the_middle_is_refused(packed: bool) -> None:
    problem = refused(Archive(gzip=packed).add(WALLS, HTML * 50).data[:-120])
    assert problem.code == "truncated"
    assert "save or download it again" in problem.message


def test_broken_records_are_refused(capsys: Any) -> None:
    data = Archive(gzip=False).add(WALLS).add(PUMPS).data
    for broken in (
        data.replace(b"Content-Length: ", b"Content-Length: 1", 1),
        data.replace(b"\r\n\r\nWARC/1.0", b"\r\n\r\nnonsense", 1),
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nHello\r\n\r\n",
        b"WARC/1.0\r\n\r\n\r\n",
    ):
        problem = refused(broken)
        assert problem.code in ("damaged", "truncated", "no-page")
        assert "\n" not in problem.message
    assert capsys.readouterr().err == ""


def test_broken_compression_is_refused() -> None:
    data = bytearray(Archive().add(WALLS).data)
    data[60:64] = b"\xff\xff\xff\xff"
    assert refused(bytes(data)).code == "damaged"


def test_file_that_swells_is_refused() -> None:
    bomb = gzip.compress(bytes(1_000_000)) * 210
    assert len(bomb) < 300_000
    problem = refused(bomb)
    assert problem.code == "too-large"
    assert problem.message == "inflated it has over 200 MB; keep only what you need"


def test_page_that_swells_is_passed_over() -> None:
    bomb = gzip.compress(bytes(21_000_000))
    archive = Archive().add(WALLS).add(PUMPS, bomb, TYPE, ("Content-Encoding", "gzip"))
    found = opened(archive)
    assert [page.address for page in found.pages] == [WALLS]
    assert "inflated it has over 20 MB" in found.notes[0]


@pytest.mark.parametrize("packed", [True, False])
def test_file_cut_anywhere_gives_pages_or_one_line(packed: bool) -> None:
    data = Archive(gzip=packed).add(WALLS).add(PUMPS).data
    for cut in range(0, len(data), 23):
        found = open_file(Path("a.warc"), data[:cut])
        assert isinstance(found, Problem) or found.pages
