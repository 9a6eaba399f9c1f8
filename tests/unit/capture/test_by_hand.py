"""One picture, taken in by hand."""

from pathlib import Path

import pytest

from plugins.archive.picture_data import hidden
from plugins.capture.by_hand import take_picture
from tests.pictures import drawn, exif, saved, xmp


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def take(content: Path, data: bytes, name: str = "2021/quay", rights: str = "CC-BY-4.0"):
    path = content.parent / "quay.jpg"
    path.write_bytes(data)
    said: list[str] = []
    code = take_picture(path, name, rights, content=content, show=said.append)
    return code, "\n".join(said)


def test_picture_comes_in_upright_and_without_its_hidden_data(content):
    data = saved(drawn(), exif=exif(gps=True, orientation=6, artist="Somebody"))
    assert hidden(data).has_place
    code, said = take(content, data)
    assert code == 0
    assert "content/images/2021/quay.jpg: written; 120 by 160 pixels" in said
    assert "images:\n- file: 2021/quay.jpg\n" in said
    assert said.endswith("rights: CC-BY-4.0")
    kept = hidden((content / "images/2021/quay.jpg").read_bytes())
    assert not kept.has_place
    assert not kept.texts


def test_picture_of_the_same_name_is_never_replaced(content):
    take(content, saved(drawn()))
    before = (content / "images/2021/quay.jpg").read_bytes()
    code, said = take(content, saved(drawn(200, 200)))
    assert code == 1
    assert said == "--name:1: taken: 2021/quay.jpg is there already; choose another name"
    assert (content / "images/2021/quay.jpg").read_bytes() == before


SHARE_ALIKE = "https://creativecommons.org/licenses/by-sa/4.0/"
OTHER = saved(drawn(), xmp=xmp(f'<cc:license rdf:resource="{SHARE_ALIKE}"/>'))
NOTICE = saved(drawn(), exif=exif(rights="NO ARCHIVES"))


@pytest.mark.parametrize(
    ("data", "options", "said"),
    [
        (NOTICE, {}, "quay.jpg:1: picture-notice: it may not be kept"),
        (OTHER, {}, "quay.jpg:1: bad-images: its file says CC-BY-SA-4.0 by "),
        (saved(drawn()), {"rights": "InC"}, "--rights:1: bad-images: InC is no licence"),
        (saved(drawn()), {"rights": ""}, "--rights:1: bad-images: nothing is no licence"),
        (saved(drawn()), {"name": "../quay"}, '--name:1: bad-value: "../quay" is no name'),
        (b"no picture", {}, "quay.jpg:1: bad-picture: "),
        (saved(drawn(20, 20)), {}, "quay.jpg:1: bad-picture: it is only 20 by 20 pixels"),
    ],
)
def test_picture_that_may_not_come_in_leaves_nothing(data, options, said, content):
    code, shown = take(content, data, **options)
    assert code == 1
    assert said in shown
    assert not content.exists()


@pytest.mark.parametrize("rights", ["PDM-1.0", "CC0-1.0", "CC-BY-SA-4.0"])
def test_licence_of_the_file_may_be_the_named_one(rights, content):
    data = OTHER if rights == "CC-BY-SA-4.0" else saved(drawn())
    assert take(content, data, rights=rights)[0] == 0


def test_picture_that_is_not_there_is_told(content):
    said: list[str] = []
    path = content.parent / "none.jpg"
    assert take_picture(path, "a", "CC0-1.0", content=content, show=said.append) == 1
    assert "none.jpg:1: unreadable: " in said[0]
