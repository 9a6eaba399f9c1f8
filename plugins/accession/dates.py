"""Days and times as a curator types them, to the moment they mean; and said back in words.

What can be read in two ways is refused. A time without an offset is read by the time zone of the
source, and only where that zone knows it once.
"""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from ..archive.days import MONTHS, Moment, offset_name, weekday_day

NAMES = {
    name: number
    for number, month in enumerate(MONTHS, start=1)
    for name in (month.lower(), month[:3].lower())
} | {"sept": 9}
MONTH = rf"(?P<month>{'|'.join(sorted(NAMES, key=len, reverse=True))})\.?"
YEAR = r"(?P<year>[0-9]{4})"
NUMBER = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
DAYS = (
    re.compile(rf"{NUMBER}\s+{MONTH},?\s+{YEAR}", re.IGNORECASE),
    re.compile(rf"{MONTH}\s+{NUMBER},?\s+{YEAR}", re.IGNORECASE),
    re.compile(rf"{YEAR}-(?P<number>[0-9]{{2}})-(?P<day>[0-9]{{2}})"),
)
CLOCK = re.compile(
    r"[,\sT]*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"\s*(?P<offset>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?"
)
HOW = "write 2021-04-06 or 6 April 2021, and 15:28 behind it for a time"


def read(text: str, zone: str | None, today: date) -> Moment:
    """The moment that a text means; `zone` is that of the source. Raises ValueError with what to
    write instead."""
    text = " ".join(text.split())
    if text.lower() in ("today", "yesterday"):
        return Moment(today - timedelta(days=text.lower() == "yesterday"))
    for pattern in DAYS:
        if match := pattern.match(text):
            day = day_of(match)
            return at_clock(day, text[match.end() :], zone)
    if re.match(r"[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}", text):
        raise ValueError(f"this can be read in two ways; {HOW}")
    raise ValueError(HOW)


def day_of(match: re.Match[str]) -> date:
    parts = match.groupdict()
    month = NAMES[parts["month"].lower()] if parts.get("month") else int(parts["number"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError as error:
        raise ValueError(f"{error}; {HOW}") from error


def at_clock(day: date, rest: str, zone: str | None) -> Moment:
    if not rest:
        return Moment(day)
    match = CLOCK.fullmatch(rest)
    if match is None:
        raise ValueError(HOW)
    try:
        clock = time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    except ValueError as error:
        raise ValueError(f"{error}; {HOW}") from error
    local = datetime.combine(day, clock)
    return Moment(day, local.replace(tzinfo=offset_of(match["offset"], local, zone)))


def offset_of(printed: str | None, local: datetime, zone: str | None) -> tzinfo:
    if printed in ("Z", "UTC", "GMT"):
        return timezone(timedelta(0))
    if printed:
        ahead = timedelta(hours=int(printed[1:3]), minutes=int(printed[-2:]))
        if ahead >= timedelta(hours=24):
            raise ValueError(f"{printed} is no offset; write one such as +05:30")
        return timezone(ahead if printed[0] == "+" else -ahead)
    if zone is None:
        raise ValueError("write the offset too, as 15:28+05:30: the source has no time zone")
    both = {local.replace(tzinfo=ZoneInfo(zone), fold=fold).utcoffset() for fold in (0, 1)}
    if len(both) > 1:
        raise ValueError(f"in {zone} clocks were changed then; write the offset too, as +01:00")
    return timezone(both.pop() or timedelta(0))


def in_words(moment: Moment) -> str:
    """Tuesday 6 April 2021, 15:28 UTC+05:30"""
    if moment.time is None:
        return weekday_day(moment.day)
    return f"{weekday_day(moment.day)}, {moment.time:%H:%M} {offset_name(moment.time)}"
