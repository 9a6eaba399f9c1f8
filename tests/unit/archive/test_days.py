from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.days import (
    Moment,
    Span,
    day_month,
    long_day,
    long_span,
    month_name,
    offset_name,
    run_of_years,
    short_day,
    weekday_day,
)

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda n: timezone(timedelta(minutes=n)))
TIMES = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - Hypothesis adds the offset
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001
    timezones=OFFSETS,
).map(lambda time: time.replace(microsecond=0))
MOMENTS = st.dates().map(Moment) | TIMES.map(lambda time: Moment(time.date(), time))
DAYS = st.dates()
REFUSED = "write|out of range|must be|isoformat|between"
SPANS = st.one_of(
    DAYS.map(lambda day: Span.parse(day.isoformat())),
    DAYS.map(lambda day: Span.parse(day.isoformat()[:7])),
    DAYS.map(lambda day: Span.parse(day.isoformat()[:4])),
    st.lists(DAYS, min_size=2, max_size=2, unique=True).map(
        lambda pair: Span.parse("/".join(day.isoformat() for day in sorted(pair)))
    ),
)


@given(MOMENTS)
def test_a_moment_written_and_read_again_is_the_same(moment):
    again = Moment.parse(moment.iso)
    assert again == moment
    assert (again.day, again.utc) == (moment.day, moment.utc)


@given(SPANS)
def test_a_span_written_and_read_again_is_the_same(span):
    again = Span.parse(span.iso)
    assert again == span
    assert (again.start, again.end, again.precision) == (span.start, span.end, span.precision)


@given(SPANS, DAYS)
def test_the_nearest_day_lies_in_the_span_and_no_day_of_it_is_nearer(span, day):
    nearest = span.nearest(day)
    assert span.start <= nearest <= span.end
    assert abs(nearest - day) <= min(abs(span.start - day), abs(span.end - day))
    assert span.start > day or span.end < day or nearest == day


@pytest.mark.parametrize(
    ("text", "day", "utc"),
    [
        ("1970-01-01", date(1970, 1, 1), 0),
        ("2021-04-06", date(2021, 4, 6), 1617667200),
        ("2021-04-06T15:28:00+05:30", date(2021, 4, 6), 1617703080),
        ("2021-04-06 15:28+05:30", date(2021, 4, 6), 1617703080),
        ("2021-04-06T00:15:00+05:30", date(2021, 4, 6), 1617648300),
        ("2021-04-06T09:58:00Z", date(2021, 4, 6), 1617703080),
    ],
)
def test_a_moment_keeps_its_own_day_and_knows_its_second(text, day, utc):
    moment = Moment.parse(text)
    assert (moment.day, moment.utc) == (day, utc)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "2021-04",
        "2021-02-30",
        "2021-4-6",
        "0000-01-01",
        "20210406",
        "2021-04-06\n",
        "2021-04-06T15:28:00",
        "2021-04-06T15:28:00 IST",
        "2021-04-06T25:00:00Z",
        "2021-04-06T15:28:00+99:00",
        "2021-04-06T15:28:00.5Z",
        "२०२१-०४-०६",
        "6 April 2021",
    ],
)
def test_what_is_no_day_and_no_time_with_an_offset_is_refused(text):
    with pytest.raises(ValueError, match=REFUSED):
        Moment.parse(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2021-04-06", date(2021, 4, 6), date(2021, 4, 6), "day"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("1971", date(1971, 1, 1), date(1971, 12, 31), "year"),
        ("0999-04", date(999, 4, 1), date(999, 4, 30), "month"),
        ("2021-04-05/2021-05-06", date(2021, 4, 5), date(2021, 5, 6), "range"),
    ],
)
def test_a_span_has_its_ends_and_says_how_precise_it_is(text, start, end, precision):
    span = Span.parse(text)
    assert (span.start, span.end, span.precision, span.iso) == (start, end, precision, text)


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-13", "2021-04-31", "0000", "2021-04-06/2021-04-05", "2021-04-06/2021-04-06",
     "2021-04/2021-05", "2021-04-06/", "2021\n", "२०२१", "2021-04-06T00:00Z"],
)  # fmt: skip
def test_what_is_no_span_is_refused(text):
    with pytest.raises(ValueError, match=REFUSED):
        Span.parse(text)


def test_moments_and_spans_are_equal_by_what_they_say():
    assert Moment.parse("2021-04-06") == Moment(date(2021, 4, 6))
    assert Moment.parse("2021-04-06") != Span.parse("2021-04-06")
    assert len({Span.parse("2021"), Span.parse("2021"), Span.parse("2021-01")}) == 2
    assert repr(Span.parse("2021-04")) == "Span(2021-04)"


def test_days_are_written_in_english_without_a_locale():
    day = date(2021, 9, 6)
    assert long_day(day) == "6 September 2021"
    assert short_day(day) == "6 Sept 2021"
    assert day_month(day) == "6 Sept"
    assert weekday_day(day) == "Monday 6 September 2021"
    assert [month_name(n) for n in (1, 12)] == ["January", "December"]


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("1971", "1971"),
        ("2022-10", "October 2022"),
        ("2021-04-06", "6 April 2021"),
        ("2021-04-05/2021-04-06", "5 to 6 April 2021"),
        ("2021-04-30/2021-05-02", "30 April to 2 May 2021"),
        ("2021-12-30/2022-01-02", "30 December 2021 to 2 January 2022"),
    ],
)
def test_a_span_is_written_no_longer_than_it_must_be(iso, words):
    assert long_span(Span.parse(iso)) == words


@pytest.mark.parametrize(
    ("zone", "words"),
    [
        (UTC, "UTC"),
        (timezone(timedelta(hours=5, minutes=30)), "UTC+05:30"),
        (timezone(-timedelta(hours=3, minutes=30)), "UTC-03:30"),
    ],
)
def test_an_offset_is_written_as_hours_and_minutes(zone, words):
    assert offset_name(datetime(2021, 4, 6, tzinfo=zone)) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(2014, 2014, "2014"), (2003, 2008, "2003–08"), (1998, 2001, "1998–2001")],
)
def test_a_run_of_years_is_written_short_within_a_century(first, last, words):
    assert run_of_years(first, last) == words
