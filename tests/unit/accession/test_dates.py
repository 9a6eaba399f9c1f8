"""Days and times as they are typed."""

from datetime import date

import pytest

from plugins.accession.dates import in_words, read

DAY = date(2024, 5, 2)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2021-04-06", "2021-04-06"),
        ("6 April 2021", "2021-04-06"),
        ("6th apr. 2021", "2021-04-06"),
        ("April 6, 2021", "2021-04-06"),
        ("Sept 6 2021", "2021-09-06"),
        ("today", "2024-05-02"),
        ("yesterday", "2024-05-01"),
        ("2021-04-06T15:28:00+05:30", "2021-04-06T15:28:00+05:30"),
        ("2021-04-06 15:28", "2021-04-06T15:28:00+05:30"),
        ("6 April 2021, 15:28", "2021-04-06T15:28:00+05:30"),
        ("6 April 2021 15:28:09 -0300", "2021-04-06T15:28:09-03:00"),
        ("6 April 2021 15:28Z", "2021-04-06T15:28:00+00:00"),
    ],
)
def test_a_date_is_read(text, iso):
    assert read(text, "Asia/Kolkata", DAY).iso == iso


@pytest.mark.parametrize(
    ("text", "zone", "words"),
    [
        ("06/04/2021", None, "two ways"),
        ("06.04.2021", None, "two ways"),
        ("31 April 2021", None, "day"),
        ("2021-13-01", None, "month"),
        ("6 Smarch 2021", None, "write 2021-04-06"),
        ("6 April 2021 at noon", None, "write 2021-04-06"),
        ("6 April 2021 25:00", None, "hour"),
        ("6 April 2021 15:28", None, "write the offset too"),
        ("6 April 2021 15:28+99:00", None, "no offset"),
        ("31 October 2021 02:30", "Europe/Berlin", "clocks were changed"),
        ("28 March 2021 02:30", "Europe/Berlin", "clocks were changed"),
        ("April 2021", None, "write 2021-04-06"),
    ],
)
def test_what_is_no_date_says_what_to_write(text, zone, words):
    with pytest.raises(ValueError, match=words):
        read(text, zone, DAY)


def test_a_date_is_said_back_in_words():
    assert in_words(read("2021-04-06", None, DAY)) == "Tuesday 6 April 2021"
    moment = read("2021-04-06 15:28", "Asia/Kolkata", DAY)
    assert in_words(moment) == "Tuesday 6 April 2021, 15:28 UTC+05:30"
