from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive import reading
from plugins.archive.days import Moment, Span
from plugins.archive.model import AUTHORITIES, FrontMatter, PageMatter, Place, Tag
from plugins.archive.reading import faults, read_record

GOOD = {"title": "x", "date": "2021-04-06", "source": "paper"}
RECORDS = (FrontMatter, PageMatter, *AUTHORITIES.values())
SCALARS = st.none() | st.sampled_from(
    [
        "",
        " ",
        "x",
        "null",
        "true",
        "1",
        "nan",
        "inf",
        "-inf",
        "1e400",
        "91",
        "2021",
        "2021-04-06",
        "en",
        "2021-04-06T15:28:00+05:30",
        "https://x.example/",
        "http://",
        "Q1",
        "InC",
        "full",
        "draft",
        "a.png",
        "../x",
        "x\ny",
        "articles/2021/x.html",
        "Asia/Kolkata",
        "a" * 64,
        "é" * 1001,
    ]
)
KEYS = st.sampled_from(
    [*sorted({key for cls in RECORDS for key in reading.keys(cls)}), "nmae", "url"]
)
SHAPES = st.recursive(
    SCALARS, lambda v: st.lists(v, max_size=3) | st.dictionaries(KEYS, v, max_size=3), max_leaves=6
)


def read_front(**more):
    return read_record(FrontMatter, {**GOOD, **more})


@given(st.sampled_from(RECORDS), st.dictionaries(KEYS, SHAPES, max_size=5), st.booleans())
def test_the_fast_path_and_the_careful_path_agree(cls, values, filled):
    if filled:
        values = {
            **dict.fromkeys(("title", "heading", "source"), "x"),
            "date": "2021-04-06",
            **values,
        }
        values = {key: value for key, value in values.items() if key in reading.keys(cls)}
    careful = list(faults(cls, values, ()))
    record, found = read_record(cls, values)
    assert (record is None) == bool(found) == bool(careful)
    assert found == careful
    assert all(message and "Expected" not in message for _, _, message in found)


def test_values_become_what_the_model_says():
    front, found = read_front(
        happened="2021-04", added="2021-04-10", tags=["a"], also=[{"name": "n"}], summary=None
    )
    assert found == []
    assert front.date == Moment(date(2021, 4, 6))
    assert front.happened == Span.parse("2021-04")
    assert front.added == date(2021, 4, 10)
    assert front.also[0].name == "n"
    assert (front.summary, front.text, front.status, front.lang) == (
        None,
        "full",
        "published",
        "en",
    )


@pytest.mark.parametrize(
    ("text", "number"), [("12.5", 12.5), ("-90", -90.0), ("0", 0.0), ("1e1", 10.0)]
)
def test_a_number_is_read_from_its_text(text, number):
    assert read_record(Place, {"heading": "x", "lat": text})[0].lat == number


@pytest.mark.parametrize(
    ("cls", "values", "where", "code", "hint"),
    [
        (FrontMatter, {"sumary": "x"}, ("sumary",), "unknown-key", "`summary`"),
        (FrontMatter, {"TAGS": ["x"]}, ("TAGS",), "unknown-key", "`tags`"),
        (FrontMatter, {"title": None}, ("title",), "missing-title", "empty"),
        (FrontMatter, {"date": "2021-02-30"}, ("date",), "bad-date", "out of range"),
        (FrontMatter, {"date": ["2021-02-03"]}, ("date",), "bad-value", "one value"),
        (FrontMatter, {"date": "2021-04-06T15:28"}, ("date",), "bad-date", "with its offset"),
        (
            FrontMatter,
            {"happened": "2021-04-06/2021-04-01"},
            ("happened",),
            "bad-date",
            "not after",
        ),
        (FrontMatter, {"added": "2021-04-06T00:00:00"}, ("added",), "bad-date", "2021-04-06"),
        (FrontMatter, {"title": "a\nb"}, ("title",), "bad-value", "one line"),
        (FrontMatter, {"title": "x" * 1001}, ("title",), "too-long", "at most 1000"),
        (FrontMatter, {"tags": ["x"] * 51}, ("tags",), "too-many", "at most 50"),
        (FrontMatter, {"tags": "x"}, ("tags",), "bad-value", "a list"),
        (FrontMatter, {"tags": ["a", None]}, ("tags", 1), "bad-value", "fill it in"),
        (FrontMatter, {"tags": [["a"]]}, ("tags", 0), "bad-value", "one value"),
        (FrontMatter, {"rights": "inc"}, ("rights",), "bad-value", "InC"),
        (FrontMatter, {"rights": "no-archive"}, ("rights",), "bad-value", "one of"),
        (FrontMatter, {"source_url": "HTTPS://X"}, ("source_url",), "bad-value", "http"),
        (FrontMatter, {"source_url": "javascript:alert(1)"}, ("source_url",), "bad-value", "http"),
        (FrontMatter, {"source_url": 'http://x/"onload='}, ("source_url",), "bad-value", "http"),
        (FrontMatter, {"images": ["x"]}, ("images", 0), "bad-value", "file, alt"),
        (
            FrontMatter,
            {"images": [{"file": "../a.png"}]},
            ("images", 0, "file"),
            "bad-value",
            "name",
        ),
        (FrontMatter, {"images": [{"file": ".git/a"}]}, ("images", 0, "file"), "bad-value", "name"),
        (
            FrontMatter,
            {"images": [{"alt": "x", "alt ": "y"}]},
            ("images", 0, "alt "),
            "unknown-key",
            "alt",
        ),
        (FrontMatter, {"also": [{}]}, ("also", 0), "missing-name", "add it"),
        (FrontMatter, {"capture": {"sha256": "12"}}, ("capture", "sha256"), "bad-value", "64"),
        (FrontMatter, {"aliases": ["people/x.html"]}, ("aliases", 0), "bad-value", "articles/"),
        (FrontMatter, {"withdrawn": "yes"}, ("withdrawn",), "bad-value", "date, reason"),
        (FrontMatter, {"lang": "english"}, ("lang",), "bad-value", "en, hi"),
        (Place, {"heading": "x", "lat": "nan"}, ("lat",), "bad-value", "-90 to 90"),
        (Place, {"heading": "x", "lon": "200"}, ("lon",), "bad-value", "-180 to 180"),
        (Place, {"heading": "x", "scripts": {"ru": "x"}}, ("scripts", "ru"), "bad-value", "a list"),
        (
            Place,
            {"heading": "x", "scripts": {"Russian": []}},
            ("scripts", "Russian"),
            "bad-value",
            "en",
        ),
        (Place, {"heading": "x", "scripts": ["x"]}, ("scripts",), "bad-value", "`key: value`"),
        (Place, {"heading": "x", "wikidata": "Q१"}, ("wikidata",), "bad-value", "Q58217"),
        (Tag, {"heading": "x", "form": "yes"}, ("form",), "bad-value", "true or false"),
    ],
)
def test_each_fault_is_told_with_its_place_and_a_remedy(cls, values, where, code, hint):
    given_values = {**GOOD, **values} if cls is FrontMatter else values
    record, found = read_record(cls, given_values)
    assert record is None
    assert [(place, kind) for place, kind, _ in found] == [(where, code)]
    assert hint in found[0][2]


def test_all_faults_of_a_record_are_told_at_once():
    _, found = read_record(FrontMatter, {"title": "", "lang": "x", "images": [{"fil": "x"}]})
    assert [code for _, code, _ in found] == [
        "bad-value",
        "bad-value",
        "unknown-key",
        "missing-date",
        "missing-source",
    ]


def test_every_key_of_every_record_says_what_it_means():
    for cls in RECORDS:
        for key, (kind, _) in reading.keys(cls).items():
            assert any(meta.description for meta in reading.all_metas(kind)), (
                f"{cls.__name__}.{key}"
            )


def test_a_type_that_the_hook_does_not_know_is_no_business_of_it():
    with pytest.raises(NotImplementedError):
        reading.custom(complex, "1j")
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert("x", Moment, dec_hook=reading.custom)
