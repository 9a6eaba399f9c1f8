"""Pictures that no article names."""

from datetime import date
from unittest.mock import patch

import pytest

from plugins.checks import strays
from plugins.checks.command import verdict_on
from tests.archives import write_article, write_record
from tests.pictures import drawn, exif, saved

TODAY = date(2021, 6, 15)
UNNAMED = "no article names this picture; name it under `images` of one, or remove the file"
IMAGES = [{"file": "2021/quay.png", "alt": "A quay", "rights": "CC0-1.0"}]


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "content"
    write_record(folder, "sources", "paper")
    put(folder, saved(drawn()))
    return folder


def put(content, data, name="2021/quay.png"):
    file = content / "images" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def told(content):
    """What is said of pictures, by a check that remembers and by one that doesn't."""
    cache = content.parent / "cache"
    verdicts = [verdict_on(content, where, TODAY) for where in (cache, None)]
    assert verdicts[0] == verdicts[1]
    assert verdicts[0].errors == 0 or "colour" in str(verdicts[0].problems)
    return [str(one) for one in verdicts[0].problems if one.code == "unused-picture"]


def test_a_picture_that_no_article_names_is_told(content):
    assert told(content) == [f"content/images/2021/quay.png:1: warning: unused-picture: {UNNAMED}"]
    (content / "images/2021/quay.png").unlink()
    assert told(content) == []


@pytest.mark.parametrize("keys", [{}, {"status": "draft"}, {"colour": "red"}])
def test_an_article_that_names_it_is_enough(content, keys):
    write_article(content, "2021/a", "A line.", images=IMAGES, **keys)
    assert told(content) == []
    write_article(content, "2021/a", "A line.", **keys)
    assert len(told(content)) == 1


def test_what_is_hidden_in_it_is_told_too(content):
    put(content, saved(drawn(), exif=exif(gps=True)), "2021/pier.jpg")
    put(content, saved(drawn(), exif=exif(rights="REUTERS/Ana Rell")), "2021/wall.jpg")
    pier, quay, wall = told(content)
    assert f"{UNNAMED}; it tells where it was taken; remove the EXIF data from it" in pier
    assert quay.endswith(UNNAMED)
    assert f"{UNNAMED}; it may not be kept, by its " in wall
    put(content, saved(drawn()), "2021/pier.jpg")
    assert told(content)[0].endswith(UNNAMED)


def test_a_file_that_stays_as_it_is_is_read_once(content):
    cache = content.parent / "cache"
    verdict_on(content, cache, TODAY)
    with patch.object(strays, "hidden_in", side_effect=AssertionError):
        verdict_on(content, cache, TODAY)


def test_a_file_that_is_no_picture_is_told_once(content):
    put(content, b"x", "notes.txt")
    codes = {problem.path: problem.code for problem in verdict_on(content, None, TODAY).problems}
    assert codes["content/images/notes.txt"] == "unknown-file"
