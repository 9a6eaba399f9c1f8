"""The archive of tests/site/good: nothing is wrong with it, and it shows everything."""

from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from plugins.archive import model
from plugins.archive.content import read_content
from plugins.archive.reading import keys, unwrap
from plugins.checks.desk import check

ROOT = Path(__file__).resolve().parents[3]
GOOD = read_content(ROOT / "tests" / "site" / "good" / "content")


def everything():
    yield from GOOD.articles.values()
    for records in GOOD.authorities.values():
        yield from records.values()
    yield from (page.front for page in GOOD.pages.values())


def parts(record):
    """A record and the records inside it."""
    yield record
    for field in fields(record):
        value = getattr(record, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if is_dataclass(item):
                yield from parts(item)


def test_nothing_is_wrong_with_it():
    assert check(GOOD) == ()


def test_nothing_is_wrong_with_the_sample():
    assert check(read_content(ROOT / "content")) == ()


@pytest.mark.parametrize(
    "cls",
    [
        model.FrontMatter,
        model.Report,
        model.Image,
        model.Capture,
        model.Correction,
        model.Withdrawal,
        model.Accepted,
        model.PageMatter,
        *model.AUTHORITIES.values(),
    ],
    ids=lambda cls: cls.__name__,
)
def test_every_key_is_given_somewhere(cls):
    found = [part for record in everything() for part in parts(record) if isinstance(part, cls)]
    for field in fields(cls):
        default = field.default if field.default is not MISSING else None
        empty = (default, None, (), {})
        given = [part for part in found if getattr(part, field.name) not in empty]
        assert given or field.name == "status", f"{cls.__name__}.{field.name} is given nowhere"


@pytest.mark.parametrize("key", ["text", "status"])
def test_every_choice_is_made_somewhere(key):
    kind = unwrap(keys(model.FrontMatter)[key][0])
    assert get_origin(kind) is Literal
    assert {getattr(article, key) for article in GOOD.articles.values()} == set(get_args(kind))


def test_happened_is_given_in_every_precision():
    spans = {article.happened.precision for article in GOOD.articles.values() if article.happened}
    assert spans == {"day", "month", "year", "range"}


def test_dates_are_days_and_times_in_two_offsets():
    times = {str(a.date.time and a.date.time.tzinfo) for a in GOOD.articles.values()}
    assert times == {"None", "UTC", "UTC+05:30"}


def test_names_and_texts_are_in_three_scripts():
    assert {article.lang for article in GOOD.articles.values()} == {"en", "hi", "ru"}
    people = GOOD.authorities["people"].values()
    assert {lang for person in people for lang in person.scripts} == {"hi", "ru"}


def test_an_image_may_be_shown_and_another_may_not():
    images = [image for article in GOOD.articles.values() for image in article.images]
    assert {model.may_publish_image(image.rights) for image in images} == {True, False}


@pytest.mark.parametrize(
    "sign", ["](../", "[^", "## ", "\n- ", "\n1. ", "\n> ", "|---", "\n: ", "B-12"]
)
def test_its_texts_use_all_that_markdown_offers(sign):
    assert any(sign in f"\n{article.body}" for article in GOOD.articles.values())
