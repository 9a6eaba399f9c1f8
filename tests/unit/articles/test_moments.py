"""Times are written as the source's readers would read them."""

import pytest

from plugins.archive.days import Moment
from plugins.articles.moments import shown

CASES = [
    ("2021-04-06T15:28:00+05:30", "Asia/Kolkata", "IST", "India Standard Time, UTC+05:30"),
    ("2021-04-06T15:28:00+05:30", None, "UTC+05:30", ""),
    # Another offset than India's is not Indian time, whoever published it.
    ("2021-04-06T15:28:00+02:00", "Asia/Kolkata", "UTC+02:00", ""),
    ("2021-07-06T09:00:00+01:00", "Europe/London", "BST", "British Summer Time, UTC+01:00"),
    ("2021-07-06T09:00:00-03:30", "America/St_Johns", "UTC-03:30", ""),
    ("2021-07-06T09:00:00Z", None, "UTC", ""),
]


@pytest.mark.parametrize(("iso", "timezone", "zone", "title"), CASES)
def test_zone_is_named_only_where_the_offset_says_so(iso, timezone, zone, title):
    moment = shown(Moment.parse(iso), timezone)
    assert (moment.zone, moment.zone_title) == (zone, title)


def test_a_time_has_its_clock_and_weekday():
    moment = shown(Moment.parse("2021-04-06T15:28:00+05:30"), "Asia/Kolkata")
    assert moment.text == "6 April 2021, 15:28"
    assert moment.dated.text == "Tuesday 6 April 2021, 15:28"


def test_a_day_has_no_zone():
    moment = shown(Moment.parse("2021-04-06"), "Asia/Kolkata")
    assert (moment.text, moment.zone) == ("6 April 2021", "")
