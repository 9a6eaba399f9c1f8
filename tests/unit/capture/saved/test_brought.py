"""Pictures of a page: which come in, and from where their files are had."""

import base64
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import html

from plugins.archive.picture_data import hidden
from plugins.capture.loading import folder_of, page_of
from plugins.capture.saved.brought import Brought, beside, brought
from plugins.capture.saved.pages import SavedPage
from tests.pictures import drawn, exif, saved, xmp

ADDRESS = "https://www.harbourpost.example/coast/walls"
WALL = "https://www.harbourpost.example/img/wall.jpg"
BY = "https://creativecommons.org/licenses/by/4.0/"
PLAIN = saved(drawn(), exif=exif(gps=True, artist="Ana Rell"))
FREE = saved(drawn(), xmp=xmp(f'<cc:license rdf:resource="{BY}"/>'))


def only(body: str, pictures: dict[str, bytes], said: str | None = None) -> Brought:
    page = SavedPage(html=body, address=ADDRESS, captured=None, container="html", pictures=pictures)
    (one,) = brought(html.document_fromstring(body), page, said)
    return one


def test_picture_with_a_licence_of_its_own_comes_in() -> None:
    one = only('<figure><img src="/img/wall.jpg" alt="A wall"></figure>', {WALL: FREE})
    assert one.verdict.rights == "CC-BY-4.0"
    assert one.alt == "A wall"
    assert one.note == "CC-BY-4.0 by XMP license"
    assert one.picture is not None
    assert hidden(one.picture.data).texts == ()


def test_picture_without_a_licence_stays_out() -> None:
    one = only('<img src="/img/wall.jpg">', {WALL: PLAIN})
    assert (one.verdict.rights, one.picture) == (None, None)
    assert one.note == "no licence is declared"


def test_curator_may_name_the_licence() -> None:
    one = only('<img src="/img/wall.jpg">', {WALL: PLAIN}, "CC0-1.0")
    assert one.verdict.rights == "CC0-1.0"
    assert one.picture is not None
    assert b"Ana Rell" not in one.picture.data


def test_notice_in_the_file_keeps_it_out_whatever_else_is_said() -> None:
    data = saved(drawn(), exif=exif(rights="REUTERS"), xmp=xmp(attributes=
                 f'xmpRights:WebStatement="{BY}"'))  # fmt: skip
    one = only('<img src="/img/wall.jpg">', {WALL: data}, "CC0-1.0")
    assert one.verdict.rights == "no-archive"
    assert one.verdict.notice == "REUTERS"
    assert one.picture is None


HELD: list[tuple[str, str, dict[str, bytes]]] = [
    ("under its address", "/img/wall.jpg", {WALL: FREE}),
    ("under its number", "cid:wall@x", {"cid:wall@x": FREE}),
    ("beside the page", "./walls_files/wall%201.jpg", {"walls_files/wall 1.jpg": FREE}),
    ("in its address", f"data:image/jpeg;base64,{base64.b64encode(FREE).decode()}", {}),
    ("in its address, plain", f"data:image/jpeg,{quote(FREE)}", {}),
]


@pytest.mark.parametrize(("how", "src", "pictures"), HELD, ids=[case[0] for case in HELD])
def test_file_is_found(how: str, src: str, pictures: dict[str, bytes]) -> None:
    assert only(f'<img src="{src}">', pictures).picture is not None


@pytest.mark.parametrize(
    ("data", "note"),
    [
        ({}, "CC0-1.0 by --images; its file is not in the capture"),
        ({WALL: b"x"}, "CC0-1.0 by --images; it is no JPEG, PNG, WebP, AVIF or GIF, or broken"),
        ({WALL: PLAIN[:-200]}, "CC0-1.0 by --images; it is broken (OSError); save it again"),
        ({WALL: saved(drawn(30, 30))}, "CC0-1.0 by --images; it is only 30 by 30 pixels"),
    ],
)  # fmt: skip
def test_file_that_cannot_be_had_is_told(data: dict[str, bytes], note: str) -> None:
    one = only('<img src="/img/wall.jpg">', data, "CC0-1.0")
    assert one.picture is None
    assert one.note == note


def test_nonsense_in_an_address_is_no_picture() -> None:
    assert only('<img src="data:image/png;base64,====x">', {}, "CC0-1.0").picture is None


def test_folder_beside_a_page_gives_its_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "walls_files"
    folder.mkdir()
    page = tmp_path / "walls.html"
    page.write_text("<html>", "utf-8")
    (folder / "wall 1.jpg").write_bytes(FREE)
    (folder / "script.js").write_text("1", "utf-8")
    (folder / "link.jpg").symlink_to(folder / "wall 1.jpg")
    assert folder_of(page) == folder
    assert page_of(folder) == page
    assert dict(beside(folder)) == {"walls_files/wall 1.jpg": FREE}


def test_picture_that_may_be_a_forbidden_one_stays_out() -> None:
    thing = '{"@type": "ImageObject", "url": "/img/large-1200.jpg", "creditText": "PTI"}'
    script = f'<script type="application/ld+json">{thing}</script>'
    one = only(f'{script}<img src="/img/wall.jpg">', {WALL: FREE})
    assert one.picture is None
    assert one.note == "a notice forbids a picture of the page, which may be this one"
