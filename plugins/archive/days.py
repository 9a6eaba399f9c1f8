"""Days, times and spans of days, and how they are written in English.

Nothing here asks the machine for its locale, its time zone or its clock.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# [0-9] and not \d, which knows the digits of every script.
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})"
MOMENT_PATTERN = rf"^{DAY}([T ]{CLOCK})?$"
SPAN_PATTERN = rf"^([0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?|{DAY}/{DAY})$"


class Value:
    """Equality and text for the two classes below.

    They are no dataclasses, because msgspec would read a dataclass as a mapping; as plain
    classes they reach its hook for custom types and are read from text.
    """

    __slots__ = ()

    @property
    def iso(self) -> str:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(self.iso)

    def __str__(self) -> str:
        return self.iso

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.iso})"


class Moment(Value):
    """When something was published: a day, or a time with its UTC offset."""

    __slots__ = ("day", "time")

    def __init__(self, day: date, time: datetime | None = None) -> None:
        self.day = day
        self.time = time

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read `2021-04-06` or `2021-04-06T15:28:00+05:30`; raise ValueError otherwise."""
        if not re.fullmatch(MOMENT_PATTERN, text):
            raise ValueError(
                "write a day as 2021-04-06, or a time with its offset as 2021-04-06T15:28:00+05:30"
            )
        if len(text) == len("2021-04-06"):
            return cls(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
        return cls(moment.date(), moment)

    @property
    def utc(self) -> int:
        """Seconds since 1970; a day without a time counts from its midnight in UTC."""
        when = self.time or datetime.combine(self.day, time(), UTC)
        return int(when.timestamp())

    @property
    def iso(self) -> str:
        return self.time.isoformat() if self.time else self.day.isoformat()


class Span(Value):
    """The day, month, year or run of days that an article reports on, ends included.

    `precision` is "day", "month", "year" or "range".
    """

    __slots__ = ("end", "precision", "start")

    def __init__(self, start: date, end: date, precision: str) -> None:
        self.start = start
        self.end = end
        self.precision = precision

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read `2021-04-06`, `2021-04`, `2021` or `2021-04-05/2021-04-06`."""
        if not re.fullmatch(SPAN_PATTERN, text):
            raise ValueError(
                "write a day as 2021-04-06, a month as 2021-04, a year as 2021, "
                "or a range as 2021-04-05/2021-04-06"
            )
        if "/" in text:
            start, end = map(date.fromisoformat, text.split("/"))
            if end <= start:
                raise ValueError(
                    f"the range ends on {end}, which is not after {start}; write the earlier first"
                )
            return cls(start, end, "range")
        numbers = [int(part) for part in text.split("-")]
        if len(numbers) == 1:
            return cls(date(numbers[0], 1, 1), date(numbers[0], 12, 31), "year")
        if len(numbers) == 2:
            year, month = numbers
            start = date(year, month, 1)
            return cls(start, date(year, month, monthrange(year, month)[1]), "month")
        day = date.fromisoformat(text)
        return cls(day, day, "day")

    @property
    def iso(self) -> str:
        match self.precision:
            case "range":
                return f"{self.start}/{self.end}"
            case "month":
                return self.start.isoformat()[:7]
            case "year":
                return f"{self.start.year:04}"
        return self.start.isoformat()

    def nearest(self, day: date) -> date:
        """The day of the span closest to `day`."""
        return min(max(day, self.start), self.end)


def month_name(month: int) -> str:
    return MONTHS[month - 1]


def long_day(day: date) -> str:
    """6 April 2021"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date) -> str:
    """6 Apr 2021"""
    return f"{day_month(day)} {day.year}"


def day_month(day: date) -> str:
    """6 Apr"""
    return f"{day.day} {SHORT_MONTHS[day.month - 1]}"


def weekday_day(day: date) -> str:
    """Tuesday 6 April 2021"""
    return f"{WEEKDAYS[day.weekday()]} {long_day(day)}"


def long_span(span: Span) -> str:
    """5 to 6 April 2021; October 2022; 1971"""
    match span.precision:
        case "year":
            return str(span.start.year)
        case "month":
            return f"{month_name(span.start.month)} {span.start.year}"
        case "day":
            return long_day(span.start)
    start, end = span.start, span.end
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {long_day(end)}"
    if start.year == end.year:
        return f"{start.day} {month_name(start.month)} to {long_day(end)}"
    return f"{long_day(start)} to {long_day(end)}"


def run_of_years(first: int, last: int) -> str:
    """2014; 2003–08; 1998–2001"""
    if first == last:
        return str(first)
    same_century = first // 100 == last // 100
    return f"{first}–{last % 100:02}" if same_century else f"{first}–{last}"


def offset_name(moment: datetime) -> str:
    """UTC+05:30"""
    offset = moment.strftime("%z")
    return "UTC" if offset == "+0000" else f"UTC{offset[:3]}:{offset[3:5]}"
