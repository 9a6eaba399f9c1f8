"""Printed days and times, and the moment they mean in a source's time zone."""

from datetime import date, time

import pytest

from plugins.capture.clock import LOCAL, Stamp, find_day, moment
from plugins.capture.meta import read_meta

DELHI, LONDON, DHAKA, NEW_YORK = (
    "Asia/Kolkata", "Europe/London", "Asia/Dhaka", "America/New_York",
)  # fmt: skip

# a line as printed, the source's time zone, the moment it means
PRINTED: list[tuple[str, str | None, str]] = [
    ("Updated: 06 Apr 2021, 03:28 PM IST", DELHI, "2021-04-06T15:28:00+05:30"),
    ("Published - April 06, 2021 03:28 pm IST", DELHI, "2021-04-06T15:28:00+05:30"),
    ("First Published: April 6, 2021, 15:28 IST", DELHI, "2021-04-06T15:28:00+05:30"),
    ("Last Updated : Tuesday, 6th of April, 2021 | 3.28 p.m. IST", DELHI,
     "2021-04-06T15:28:00+05:30"),
    ("Update: 06-Apr-2021 15:28:30 (IST)", DELHI, "2021-04-06T15:28:30+05:30"),
    ("6 April 2021 15:28 IST", "Europe/Dublin", "2021-04-06T15:28:00+01:00"),
    ("6 January 2021 15:28 IST", "Asia/Jerusalem", "2021-01-06T15:28:00+02:00"),
    ("6 April 2021 15:28 IDT", "Asia/Jerusalem", "2021-04-06T15:28:00+03:00"),
    ("6 January 2021 15:28 IST", "Europe/Dublin", "2021-01-06"),
    ("6 January 2021 15:28 EST", NEW_YORK, "2021-01-06T15:28:00-05:00"),
    ("6 April 2021 15:28 EDT", NEW_YORK, "2021-04-06T15:28:00-04:00"),
    ("6 April 2021 15:28 EST", NEW_YORK, "2021-04-06"),
    ("6 April 2021 3:28 p.m. ET", NEW_YORK, "2021-04-06T15:28:00-04:00"),
    ("6 January 2021 3:28 p.m. ET", NEW_YORK, "2021-01-06T15:28:00-05:00"),
    ("7 November 2021 1:30 a.m. EST", NEW_YORK, "2021-11-07T01:30:00-05:00"),
    ("7 November 2021 1:30 a.m. EDT", NEW_YORK, "2021-11-07T01:30:00-04:00"),
    ("7 November 2021 1:30 a.m. ET", NEW_YORK, "2021-11-07"),
    ("6 April 2021 15:28 BST", LONDON, "2021-04-06T15:28:00+01:00"),
    ("6 January 2021 15:28 BST", LONDON, "2021-01-06"),
    ("6 January 2021 15:28 BST", DHAKA, "2021-01-06T15:28:00+06:00"),
    ("6 April 2021 15:28 CST", "Asia/Shanghai", "2021-04-06T15:28:00+08:00"),
    ("6 January 2021 15:28 CST", "America/Chicago", "2021-01-06T15:28:00-06:00"),
    ("6 April 2021 15:28 CST", "America/Chicago", "2021-04-06"),
    ("6 April 2021 15:28 CST", "America/Havana", "2021-04-06"),
    ("6 April 2021 15:28 MSK", "Europe/Moscow", "2021-04-06T15:28:00+03:00"),
    ("6 апреля 2021 г. 15:28 мск", "Europe/Moscow", "2021-04-06T15:28:00+03:00"),
    ("6 апреля 2021 года, 15:28 (МСК)", "Europe/Moscow", "2021-04-06T15:28:00+03:00"),
    ("6 апр. 2021, 15:28 по московскому времени", "Europe/Moscow", "2021-04-06T15:28:00+03:00"),
    ("Опубликовано: 6 апреля 2021, 15:28 МСК", "Europe/Moscow", "2021-04-06T15:28:00+03:00"),
    ("6 July 2013 15:28 MSK", "Europe/Moscow", "2013-07-06T15:28:00+04:00"),
    ("6 अप्रैल 2021, 03:28 PM IST", DELHI, "2021-04-06T15:28:00+05:30"),
    ("अपडेटेड: 06 सितम्बर 2021 15:28 IST", DELHI, "2021-09-06T15:28:00+05:30"),
    ("प्रकाशित: ६ अप्रैल २०२१", DELHI, "2021-04-06"),
    ("6 फ़रवरी 2021", DELHI, "2021-02-06"),
    ("6 April 2021 15:28 PKT", "Asia/Karachi", "2021-04-06T15:28:00+05:00"),
    ("6 April 2021 15:28 NPT", "Asia/Kathmandu", "2021-04-06T15:28:00+05:45"),
    ("6 April 2021 15:28 GST", "Asia/Dubai", "2021-04-06T15:28:00+04:00"),
    ("6 April 2021 15:28 SGT", "Asia/Singapore", "2021-04-06T15:28:00+08:00"),
    ("6 April 2021 15:28 JST", "Asia/Tokyo", "2021-04-06T15:28:00+09:00"),
    ("6 April 2021 15:28 AEST", "Australia/Sydney", "2021-04-06T15:28:00+10:00"),
    ("6 April 2021 15:28 CEST", "Europe/Berlin", "2021-04-06T15:28:00+02:00"),
    ("6 April 2021 15:28 GMT+5:30", None, "2021-04-06T15:28:00+05:30"),
    ("6 April 2021 15:28 UTC + 5:30", None, "2021-04-06T15:28:00+05:30"),
    ("6 April 2021 15:28 +0530", None, "2021-04-06T15:28:00+05:30"),
    ("6 April 2021 15:28 GMT", DELHI, "2021-04-06T15:28:00+00:00"),
    ("6 April 2021 15:28 Z", None, "2021-04-06T15:28:00+00:00"),
    ("6 April 2021 15:28 EDT", DELHI, "2021-04-06"),
    ("6 April 2021 15:28 XYZ", DELHI, "2021-04-06"),
    ("6 April 2021 15:28 IST", None, "2021-04-06"),
    ("6 April 2021 15:28", DELHI, "2021-04-06"),
    ("31.12.2021 15:28 GMT", None, "2021-12-31T15:28:00+00:00"),
    ("31-12-2021", None, "2021-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "zone", "expected"), PRINTED, ids=[f"{line} in {zone}" for line, zone, _ in PRINTED]
)
def test_printed_line_means_a_moment(line: str, zone: str | None, expected: str) -> None:
    meta = read_meta(line, 1, lambda _: None)
    assert meta is not None
    dated = moment(meta.stamps, zone)
    assert dated is not None
    assert dated.moment.iso == expected
    is_time_lost = len(expected) == 10 and any(stamp.clock for stamp in meta.stamps)
    assert bool(dated.notes) is (is_time_lost or line.startswith(("Update", "Last", "अपडेट")))


@pytest.mark.parametrize("line", ["06/04/2021", "06.04.2021", "6-4-2021"])
def test_day_that_can_be_read_two_ways_is_left_open(line: str) -> None:
    assert find_day(line, 0) == (None, len(line))


@pytest.mark.parametrize(
    ("zone", "day", "clock", "expected", "note"),
    [
        (DELHI, date(2021, 4, 6), time(15, 28), "2021-04-06T15:28:00+05:30", None),
        (NEW_YORK, date(2021, 7, 6), time(15, 28), "2021-07-06T15:28:00-04:00", None),
        (NEW_YORK, date(2021, 11, 7), time(1, 30), "2021-11-07", "came twice"),
        (NEW_YORK, date(2021, 3, 14), time(2, 30), "2021-03-14", "did not exist"),
        (None, date(2021, 4, 6), time(15, 28), "2021-04-06", "no timezone to read 15:28 by"),
    ],
)
def test_local_time_is_read_in_the_zone_of_the_source(
    zone: str | None, day: date, clock: time, expected: str, note: str | None
) -> None:
    dated = moment((Stamp(0, "", day, clock, LOCAL),), zone)
    assert dated is not None
    assert dated.moment.iso == expected
    assert (note in dated.notes[0]) if note else dated.notes == ()
