"""Links to the original tell where a copy of it is, and of which day."""

from datetime import date

import pytest

from plugins.archive.days import Moment
from plugins.archive.model import Article, Capture
from plugins.articles.robust import of_archived_copy, of_original

ORIGINAL = "https://paper.example/a"
CAPTURE = Capture(sha256="0" * 64, captured=date(2021, 5, 20))


def article(**keys):
    return Article(
        id="2021/a",
        title="A",
        body="",
        source="paper",
        date=Moment.parse("2021-05-14"),
        **keys,
    )


CASES = [
    ("https://web.archive.org/web/20210516093000/https://paper.example/a", CAPTURE, "2021-05-16"),
    ("https://web.archive.org/web/20210516093000if_/https://paper.example/", None, "2021-05-16"),
    ("https://keep.example/a", CAPTURE, "2021-05-20"),
    ("https://keep.example/20219916093000/a", CAPTURE, "2021-05-20"),
    ("https://keep.example/a", Capture(sha256="0" * 64), None),
    ("https://keep.example/a", None, None),
]


@pytest.mark.parametrize(("archived", "capture", "day"), CASES)
def test_the_day_is_that_of_the_copy_as_far_as_it_is_known(archived, capture, day):
    found = article(source_url=ORIGINAL, archived_url=archived, capture=capture)
    dated = {"data-versiondate": day} if day else {}
    assert dict(of_original(found)) == {"data-versionurl": archived} | dated
    assert dict(of_archived_copy(found)) == {"data-originalurl": ORIGINAL} | dated


def test_a_link_without_a_copy_or_an_original_says_nothing():
    assert of_original(article(source_url=ORIGINAL, capture=CAPTURE)) == ()
    assert of_archived_copy(article(archived_url="https://keep.example/a")) == ()
