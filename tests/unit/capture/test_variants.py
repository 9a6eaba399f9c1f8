"""One capture in the shapes that newspapers, editors and systems give it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.archive.frontmatter import Value

from .conftest import Archive

TITLE = "New walls for Port Ember: the Tide Office's plan"
CRUMB = f"Home >News >Coast >{TITLE}"
HIGHLIGHTS: list[Value] = [
    "In 2018 the town bought S-400 pumps, despite warnings from the islands",
    "'We like the drawings,' said harbour minister Meera Solan after meeting Vask",
]
META = "2 min read . 03:28 PM IST Staff Writer"

# what is varied, edits of the plain capture, what the front matter then says
VARIANTS: list[tuple[str, list[tuple[str, str]], dict[str, Value]]] = [
    ("Windows line ends", [("\n", "\r\n")], {"date": "2022-03-09T15:28:00+05:30"}),
    ("old Mac line ends", [("\n", "\r")], {"title": TITLE, "section": ["News", "Coast"]}),
    ("a byte order mark", [(" date", "\ufeff date")], {"title": TITLE}),
    ("spaces that don't break", [("2 min read", "2\u00a0min\u00a0read")], {"title": TITLE}),
    ("form feeds", [("\n\nSo far", "\f\nSo far")], {"title": TITLE}),
    ("angle quotes", [(CRUMB, f"Home › News › Coast › {TITLE}")], {"section": ["News", "Coast"]}),
    ("guillemets", [(CRUMB, f"Home » News » {TITLE}")], {"section": ["News"]}),
    ("slashes", [(CRUMB, f"Home / News / Coast / {TITLE}")], {"section": ["News", "Coast"]}),
    ("bars", [(CRUMB, f"Home | News | Coast | {TITLE}")], {"section": ["News", "Coast"]}),
    ("no spaces", [(CRUMB, f"Home>News>Coast>{TITLE}")], {"section": ["News", "Coast"]}),
    ("a title cut short", [(CRUMB, "Home > News > New walls for Port…")], {"section": ["News"]}),
    ("a breadcrumb without a title", [(CRUMB, "Home > News > Coast")],
     {"title": TITLE, "section": ["News", "Coast"]}),
    ("no breadcrumb", [(CRUMB, "")], {"title": TITLE, "section": None}),
    ("a title in the breadcrumb only", [(f"\n{TITLE}\n", "\n")],
     {"title": TITLE, "section": ["News", "Coast"]}),
    ("hyphens for bullets", [("•", "-")],
     {"highlights": HIGHLIGHTS}),
    ("stars for bullets", [("  •", "*")],
     {"highlights": HIGHLIGHTS}),
    ("24-hour time", [("03:28 PM IST", "15:28 IST")], {"date": "2022-03-09T15:28:00+05:30"}),
    ("full stop in the time", [("03:28 PM IST", "3.28 pm IST")],
     {"date": "2022-03-09T15:28:00+05:30"}),
    ("hours", [("03:28 PM IST", "15:28 hrs IST")], {"date": "2022-03-09T15:28:00+05:30"}),
    ("a printed offset", [("03:28 PM IST", "15:28 UTC+3")], {"date": "2022-03-09T15:28:00+03:00"}),
    ("another offset", [("03:28 PM IST", "15:28 -05:30")], {"date": "2022-03-09T15:28:00-05:30"}),
    ("universal time", [("03:28 PM IST", "15:28 GMT")], {"date": "2022-03-09T15:28:00+00:00"}),
    ("a zone that isn't the source's", [("IST", "PST")], {"date": "2022-03-09"}),
    ("a zone that is none", [("IST", "XQT")], {"date": "2022-03-09", "authors": ["Staff Writer"]}),
    ("no zone", [("IST ", "")], {"date": "2022-03-09", "authors": ["Staff Writer"]}),
    ("an agency after the time", [("IST Staff Writer", "PTI")],
     {"date": "2022-03-09", "authors": ["PTI"]}),
    ("no time", [("03:28 PM IST ", "")], {"date": "2022-03-09", "authors": ["Staff Writer"]}),
    ("an ISO time", [("date 2022-03-09", "2022-03-09T15:28:00+05:30"), (META, "2 min read")],
     {"date": "2022-03-09T15:28:00+05:30", "authors": None}),
    ("a written day", [("date 2022-03-09", "Published: Wednesday, March 9, 2022")],
     {"date": "2022-03-09T15:28:00+05:30"}),
    ("a day before the month", [("date 2022-03-09", "09 Mar 2022")],
     {"date": "2022-03-09T15:28:00+05:30"}),
    ("a day with slashes", [("date 2022-03-09", "Posted on 23/03/2022")],
     {"date": "2022-03-23T15:28:00+05:30"}),
    ("an update later", [("date 2022-03-09", "Published 9 Mar 2022 | Updated 10 Mar 2022")],
     {"date": "2022-03-09T15:28:00+05:30"}),
    ("two authors", [("Staff Writer", "| By Ana Rell and Bo Tarn")],
     {"authors": ["Ana Rell", "Bo Tarn"]}),
    ("an author twice", [("Staff Writer", "| By Ana Rell, Ana Rell")], {"authors": ["Ana Rell"]}),
    ("no author", [(" Staff Writer", "")], {"authors": None}),
    ("a byline below", [(META, "2 min read . 03:28 PM IST\nAna Rell")], {"authors": ["Ana Rell"]}),
    ("a standfirst", [(TITLE + "\n\n", TITLE + "\n\nThe sea comes nearer every year\n\n")],
     {"summary": "The sea comes nearer every year"}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "edits", "expected"), VARIANTS, ids=[v[0] for v in VARIANTS])
def test_variant_of_a_capture_is_read(
    what: str,
    edits: list[tuple[str, str]],
    expected: dict[str, Value],
    archive: Archive,
    pasted: Callable[[str], Path],
    plain: str,
) -> None:
    text = plain
    for old, new in edits:
        # The last print of the title is that above the text.
        text = text.replace(old, new) if old != TITLE + "\n\n" else new.join(text.rsplit(old, 1))
    assert text != plain
    assert archive.take(pasted(text)) == 0, archive.said
    values, body = archive.article()
    assert {key: values.get(key) for key in expected} == expected
    assert values["title"] == TITLE
    assert body.split("\n\n")[0].startswith(
        'The town and the islands are talking about "additional"'
    )
    assert len(body.split("\n\n")) == 6
    assert archive.problems() == ()


def test_capture_without_a_photograph_has_no_image(
    archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    lines = [line for line in plain.split("\n") if "Handout" not in line]
    assert archive.take(pasted("\n".join(lines))) == 0
    values, _ = archive.article()
    assert "images" not in values


def test_reason_for_a_day_alone_is_told(
    archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    archive.take(pasted(plain), source="dublin-bay")
    assert "IST is not what Europe/Dublin used on 2022-03-09" in archive.report()


def test_same_abbreviation_means_another_offset_elsewhere(
    archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    summer = plain.replace("2022-03-09", "2022-07-09")
    archive.take(pasted(summer), source="dublin-bay")
    assert archive.article()[0]["date"] == "2022-07-09T15:28:00+01:00"


def test_source_without_a_zone_gives_the_day_alone(
    archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    archive.take(pasted(plain), source="island-wire")
    assert archive.article()[0]["date"] == "2022-03-09"
    assert "no timezone to read IST by" in archive.report()


@pytest.mark.parametrize(
    ("printed", "offset"), [("1:30 AM EDT", "-04:00"), ("1:30 AM EST", "-05:00")]
)
def test_hour_that_comes_twice_is_told_apart_by_its_zone(
    printed: str, offset: str, archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    text = plain.replace("2022-03-09", "2022-11-06").replace("03:28 PM IST", printed)
    archive.take(pasted(text), source="west-quay")
    assert archive.article()[0]["date"] == f"2022-11-06T01:30:00{offset}"


def test_hour_that_does_not_exist_gives_the_day_alone(
    archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    text = plain.replace("2022-03-09", "2022-03-13").replace("03:28 PM IST", "2:30 AM EST")
    archive.take(pasted(text), source="west-quay")
    assert archive.article()[0]["date"] == "2022-03-13"


def test_control_characters_are_left_out_and_listed(
    archive: Archive, pasted: Callable[[str], Path], plain: str
) -> None:
    archive.take(pasted(plain.replace("So far 20", "So f\x07ar\u202e 20")))
    _, body = archive.article()
    assert "So far 20 meetings" in body
    assert "line 22, control character: U+0007" in archive.report()
    assert "line 22, control character: U+202E" in archive.report()
