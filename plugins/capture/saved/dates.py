"""Days and times as metadata write them."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

from ..clock import LOCAL, Stamp
from ..meta import read_meta

EPOCH = re.compile(r"^(\d{10})(?:\d{3})?$")
DIGITS = re.compile(
    r"^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$",
)
# "Tue Apr 06 15:28:00 IST 2021", as Java prints it
JAVA = re.compile(r"^([A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2}) ([\d:]{8}) (\S{1,6}) (\d{4})$")
# "... GMT+0530 (India Standard Time)", as scripts print it
NAMED = re.compile(r"(?<=\d)\s*\([^()]*\)$")
EARLIEST = 1600  # what is before was left empty: the year 1, or 0


def stamp_of(value: str, line: int = 0, label: str = "") -> Stamp | None:
    """The day and time that a value of metadata means; None if it can't be told.

    A time without a zone is the source's, for there is no reader to whom it could be another's:
    its zone is `clock.LOCAL`.
    """
    stamp = of_epoch(value) or of_digits(value) or of_words(value)
    if stamp is None or stamp.day is None or stamp.day.year < EARLIEST:
        return None
    if (stamp.day, stamp.clock, stamp.zone) == (date(1970, 1, 1), time(0), "Z"):
        return None
    zone = LOCAL if stamp.clock and stamp.zone is None else stamp.zone
    return replace(stamp, line=line, label=label, zone=zone)


def of_epoch(value: str) -> Stamp | None:
    """Seconds or milliseconds since 1970."""
    match = EPOCH.match(value)
    if match is None:
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    return Stamp(0, "", moment.date(), moment.time(), "Z")


def of_digits(value: str) -> Stamp | None:
    """20210406, 20210406T152800+0530, 20210406152800"""
    match = DIGITS.match(value)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    try:
        clock = time(hour, minute, second) if match[4] else None
        return Stamp(0, "", date(year, month, day), clock, match[7])
    except ValueError:
        return None


def of_words(value: str) -> Stamp | None:
    java = JAVA.match(value)
    if java is not None:
        value = f"{java[1]} {java[4]} {java[2]} {java[3]}"
    meta = read_meta(NAMED.sub("", value), 0, lambda _: None)
    if meta is None or len(meta.stamps) != 1:
        return None
    return meta.stamps[0]
