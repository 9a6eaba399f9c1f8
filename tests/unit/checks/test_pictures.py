"""Pictures that tell too much, or that a notice forbids."""

from pathlib import Path

from plugins.archive.content import Content
from plugins.checks.pictures import faults_of, hidden_data
from tests.pictures import drawn, exif, saved


def test_place_and_notice_in_a_file_are_pointed_out(tmp_path: Path) -> None:
    folder = tmp_path / "images" / "2022"
    folder.mkdir(parents=True)
    (folder / "fine.jpg").write_bytes(saved(drawn()))
    (folder / "where.jpg").write_bytes(saved(drawn(), exif=exif(gps=True)))
    (folder / "whose.jpg").write_bytes(saved(drawn(), exif=exif(rights="REUTERS/Ana Rell")))
    names = {"2022/fine.jpg", "2022/where.jpg", "2022/whose.jpg", "2022/gone.jpg"}
    assert list(hidden_data(Content(tmp_path, images=names))) == [
        ("images/2022/where.jpg", (), "picture-place",
         "the file tells where it was taken; take out its EXIF data"),
        ("images/2022/whose.jpg", (), "picture-notice",
         'its EXIF Copyright says "REUTERS/Ana Rell"; remove the file, and give the image '
         "rights: no-archive"),
    ]  # fmt: skip


def test_file_that_is_no_picture_is_pointed_out() -> None:
    ((code, message),) = faults_of(b"<html>")
    assert code == "broken-picture"
    assert message.startswith("it is no JPEG, PNG, WebP, AVIF or GIF, or broken; save it again")
