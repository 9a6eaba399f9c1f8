"""Captures that don't say their day, and those that do, imported with --date."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Archive
from .test_refusals import NO_DATE, PROSE

Write = Callable[[str | bytes], Path]
PAGE = f"<!DOCTYPE html><h1>A headline of five words</h1>{PROSE}"


@pytest.mark.parametrize("text", [NO_DATE, PAGE, "06/04/2021\n" + NO_DATE])
def test_a_capture_without_a_day_gets_the_one_that_is_named(
    text: str, archive: Archive, pasted: Write
) -> None:
    assert archive.take(pasted(text), date="6 April 2021") == 0, archive.said
    assert archive.article()[0]["date"] == "2021-04-06"
    report = archive.report()
    assert "  named with --date, date, sure: 2021-04-06\n" in report
    assert "    named with --date; the capture says no day\n" in report


def test_a_time_is_read_in_the_zone_of_the_source(archive: Archive, pasted: Write) -> None:
    assert archive.take(pasted(NO_DATE), date="2021-04-06 15:28") == 0, archive.said
    assert str(archive.article()[0]["date"]).startswith("2021-04-06T15:28:00")


def test_what_a_capture_says_is_kept_and_the_difference_told(
    archive: Archive, pasted: Write
) -> None:
    file = pasted("date 2022-03-09\n\n" + NO_DATE)
    assert archive.take(file, date="2021-04-06") == 0, archive.said
    assert archive.article()[0]["date"] == "2022-03-09"
    report = archive.report()
    assert "date, doubtful: 2022-03-09\n" in report
    assert "    --date says 2021-04-06; what the capture says was taken\n" in report


def test_the_same_day_is_no_doubt(archive: Archive, pasted: Write) -> None:
    assert archive.take(pasted("date 2022-03-09\n\n" + NO_DATE), date="9 March 2022") == 0
    assert "date, sure: 2022-03-09\n" in archive.report()
    assert "--date" not in archive.report()


def test_a_time_is_added_to_the_same_day(archive: Archive, pasted: Write) -> None:
    file = pasted("date 2022-03-09\n\n" + NO_DATE)
    assert archive.take(file, date="9 March 2022 08:15 +00:00") == 0, archive.said
    assert archive.article()[0]["date"] == "2022-03-09T08:15:00+00:00"
    assert "    the time was named with --date\n" in archive.report()


@pytest.mark.parametrize("given", ["06/04/2021", "soon", "31 April 2021"])
def test_a_day_that_is_none_is_refused_once(given: str, archive: Archive, pasted: Write) -> None:
    before = archive.files()
    assert archive.take(pasted(NO_DATE), date=given) == 1
    assert len(archive.said) == 1
    assert archive.said[0].startswith("--date:1: bad-date: ")
    assert "write 2021-04-06 or 6 April 2021" in archive.said[0]
    assert archive.files() == before
