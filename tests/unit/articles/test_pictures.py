"""A picture is shown only if everybody may keep it and it is there."""

import pytest

from plugins.archive.model import Image
from plugins.articles.pictures import picture

CASES = [
    ("may be shown", Image(file="a.jpg", rights="CC-BY-4.0"), "images/a.jpg", ""),
    ("a notice forbids it", Image(file="a.jpg", rights="no-archive"), None, "rule out archives"),
    ("in copyright", Image(file="a.jpg", rights="InC"), None, "In copyright: not everybody"),
    ("unknown rights", Image(file="a.jpg"), None, "not recorded"),
    ("no file", Image(rights="CC0-1.0"), None, "no copy"),
    ("a file that is not there", Image(file="b.jpg", rights="CC0-1.0"), None, "no copy"),
]


@pytest.mark.parametrize(("title", "image", "path", "reason"), CASES, ids=[c[0] for c in CASES])
def test_pictures_are_shown_or_withheld_with_the_reason(title, image, path, reason):
    shown = picture(image, frozenset({"a.jpg"}))
    assert shown.path == path
    assert reason in shown.reason


def test_a_withheld_picture_shows_its_notice_and_a_kept_one_its_licence():
    forbidden = picture(Image(rights="no-archive", notice="NO ARCHIVES"), frozenset())
    assert forbidden.notice == "NO ARCHIVES"
    kept = picture(Image(file="a.jpg", rights="CC-BY-4.0", notice="x"), frozenset({"a.jpg"}))
    assert kept.notice is None
    assert kept.rights.name == "CC BY 4.0"
