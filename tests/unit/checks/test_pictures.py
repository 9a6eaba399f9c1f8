"""Pictures that tell too much, or that a notice forbids."""

from plugins.checks.pictures import faults_of
from tests.pictures import drawn, exif, saved


def test_place_and_notice_in_a_file_are_faults():
    data = saved(drawn(), exif=exif(gps=True, rights=f"REUTERS/{'Ana ' * 40}"))
    assert [code for code, _ in faults_of(data)] == ["picture-place", "picture-notice"]
    assert all(len(message) < 200 for _, message in faults_of(data))


def test_plain_picture_and_what_is_none_have_no_faults():
    assert list(faults_of(saved(drawn(), exif=exif(rights="Ana Rell")))) == []
    assert list(faults_of(b"<html>")) == []
