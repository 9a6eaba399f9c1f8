"""Saved pages with pictures: what of them is in the archive after the import."""

import json
from pathlib import Path

import pytest

from plugins.archive.picture_data import hidden
from tests.pictures import drawn, exif, saved, xmp
from tests.unit.capture.conftest import Archive, make_archive

BY = "https://creativecommons.org/licenses/by/4.0/"
WALL = "https://www.harbourpost.example/img/wall.jpg"
FREE = saved(drawn(), exif=exif(gps=True), xmp=xmp(f'<cc:license rdf:resource="{BY}"/>'))
PLAIN = saved(drawn(), exif=exif(gps=True, artist="Ana Rell"))
AGENCY = saved(drawn(), exif=exif(rights="REUTERS"))
PROSE = (
    "The town of Port Ember will build four hundred metres of wall along the eastern quay, the "
    "harbour minister Mira Solan said on Wednesday, after a winter in which water stood in the "
    "market three times. "
)
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>New walls for Port Ember | Harbour Post</title>
<link rel="canonical" href="https://www.harbourpost.example/coast/new-walls">
<meta property="article:published_time" content="2022-03-09T15:28:00+05:30">
<script type="application/ld+json">{thing}</script></head>
<body><article><h1>New walls for Port Ember</h1>
<figure><img src="{src}" alt="A model of the wall on a table">
<figcaption>A model of the wall. {credit}</figcaption></figure>
<p>{prose}</p><p>{prose}Work begins in May.</p><p>{prose}It ends before winter.</p>
</article></body></html>
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return make_archive(tmp_path / "content")


@pytest.fixture
def page(tmp_path: Path):
    """Write a page with its folder, as a browser saves them."""

    def write(picture: bytes | None, credit: str = "", **said: str) -> Path:
        thing = {"@type": "ImageObject", "url": WALL} | said
        src = "walls_files/wall.jpg" if picture is not None else WALL
        text = PAGE.format(
            thing=json.dumps({"@type": "NewsArticle", "image": thing | {"url": src}}),
            src=src,
            credit=credit,
            prose=PROSE,
        )
        file = tmp_path / "walls.html"
        file.write_text(text, "utf-8")
        if picture is not None:
            (tmp_path / "walls_files").mkdir()
            (tmp_path / "walls_files" / "wall.jpg").write_bytes(picture)
        return file

    return write


def image_of(archive: Archive) -> dict[str, str]:
    values, _ = archive.article()
    images = values.get("images")
    assert isinstance(images, list)
    (image,) = images
    assert isinstance(image, dict)
    return {key: str(value) for key, value in image.items()}


def files_of(archive: Archive) -> list[str]:
    return [name for name in archive.files() if name.startswith("images/")]


def test_picture_with_a_licence_comes_in_clean(archive: Archive, page) -> None:
    assert archive.take(page(FREE)) == 0, archive.said
    name = "2022/new-walls-for-port-ember-1.jpg"
    assert image_of(archive) == {
        "file": name,
        "alt": "A model of the wall on a table",
        "caption": "A model of the wall.",
        "rights": "CC-BY-4.0",
    }
    assert files_of(archive) == [f"images/{name}"]
    left = hidden(archive.files()[f"images/{name}"])
    assert left.texts == ()
    assert not left.has_place
    assert archive.problems() == ()
    assert f"CC-BY-4.0 by XMP license; brought in as content/images/{name}" in archive.report()


def test_picture_without_a_licence_stays_out(archive: Archive, page) -> None:
    assert archive.take(page(PLAIN)) == 0, archive.said
    assert image_of(archive) == {"caption": "A model of the wall."}
    assert files_of(archive) == []
    assert "image 1, rights: none recognised" in archive.report()


def test_curator_names_the_licence(archive: Archive, page) -> None:
    assert archive.take(page(PLAIN), images="CC0-1.0") == 0, archive.said
    assert image_of(archive)["rights"] == "CC0-1.0"
    assert len(files_of(archive)) == 1
    assert archive.problems() == ()


@pytest.mark.parametrize(
    ("picture", "credit", "said", "where"),
    [
        (AGENCY, "", {}, "EXIF Copyright"),
        (FREE, "", {"copyrightNotice": "N O  A R C H I V E S"}, "JSON-LD copyrightNotice"),
        (FREE, "Tide Office/Handout via REUTERS", {}, None),
        (FREE, "", {"creditText": "Getty Images"}, "JSON-LD creditText"),
    ],
    ids=["hidden in the file", "hidden in the page", "printed", "credit in the page"],
)
def test_picture_with_a_notice_is_flagged_and_stays_out(
    archive: Archive, page, picture: bytes, credit: str, said: dict[str, str], where: str | None
) -> None:
    assert archive.take(page(picture, credit, **said), images="CC0-1.0") == 0, archive.said
    assert image_of(archive)["rights"] == "no-archive"
    assert "file" not in image_of(archive)
    assert files_of(archive) == []
    assert "image 1, rights: no-archive" in archive.report()
    if where is not None:
        assert f"image 1: a notice or an agency's mark in {where}" in archive.report()


def test_licence_without_a_file_brings_nothing_in(archive: Archive, page) -> None:
    assert archive.take(page(None, license=BY)) == 0, archive.said
    assert files_of(archive) == []
    assert "image 1 stays out: " not in archive.report() or "its file is not in" in archive.report()


def test_code_that_allows_nothing_is_refused(archive: Archive, page) -> None:
    for code in ("InC", "CC-BY", "no-archive"):
        assert archive.take(page(None), images=code) == 1
        assert archive.said[0].startswith("--images:1: bad-images: ")
        assert "choose one of CC-BY-2.0" in archive.said[0]


def test_importing_twice_changes_nothing(archive: Archive, page) -> None:
    file = page(FREE)
    assert archive.take(file) == 0
    before = archive.files()
    assert archive.take(file) == 0
    assert archive.files() == before
