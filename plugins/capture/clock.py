"""Printed days and times, and the moment they mean.

An abbreviation such as IST means India, Israel or Ireland; it is read only through the time
zone of the source, and only if that zone used it then. What can't be read so stays a day,
and the report says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from importlib import resources
from zoneinfo import ZoneInfo

from ..archive.days import Moment

# By how they are printed: in English full or short; in Russian after a number, alone or short;
# in Hindi, where some months have several spellings.
MONTH_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь янв जनवरी",
            "february feb февраля февраль фев февр फरवरी \u092b\u093cरवरी \u095eरवरी",
            "march mar марта март мар मार्च",
            "april apr апреля апрель апр अप्रैल",
            "may мая май मई",
            "june jun июня июнь июн जून",
            "july jul июля июль июл जुलाई",
            "august aug августа август авг अगस्त",
            "september sep sept сентября сентябрь сен сент सितंबर सितम्बर",
            "october oct октября октябрь окт अक्टूबर अक्तूबर",
            "november nov ноября ноябрь ноя нояб नवंबर नवम्बर",
            "december dec декабря декабрь дек दिसंबर दिसम्बर",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = (
    rf"(?P<month>{'|'.join(sorted(MONTH_NAMES, key=len, reverse=True))})(?![\w\u0900-\u0963])\.?"
)
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
DAYS = tuple(
    re.compile(WEEKDAY + pattern + r"(?!\w)", re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?:T(?=\d\d:))?",
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+"
        + MONTH
        + r",?[\s-]+(?P<year>\d{4})(?:\s*(?:г\.|года(?!\w)))?",
        MONTH + r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})",
        r"(?P<year>\d{4})[/.](?P<number>\d\d)[/.](?P<day>\d\d)",
        r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})(?:\s*г\.)?",
    )
)
ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T(?=\d\d:)")
TIME = re.compile(
    r"""(?P<hour>\d{1,2}) (?: [:.] (?P<minute>\d\d) (?: :(?P<second>\d\d) (?:\.\d+)? )? )?
        \s* (?P<half>[aApP]\.?\s?[mM]\b\.?)? (?:\s*(?:hrs|hours|h)\b\.?)?
        (?: \s* (?P<open>\()? (?P<zone> (?:UTC|GMT)?\s?[+\-−]\s?\d{1,2}(?::?\d\d)? (?!\d)
                           | Z\b | [A-Z]{2,5}(?!\w)
                           | (?:по\s+)?(?:[Мм][Сс][Кк] | московскому\s+времени)
                           ) (?(open)\)) )? (?!\w)""",
    re.VERBOSE,
)
OFFSET = re.compile(r"^(?:UTC|GMT)?\s?([+\-−])\s?(\d{1,2}):?(\d\d)?$")
MOSCOW = re.compile(r"мск|московск", re.IGNORECASE)
# Printed without a zone where every reader is in the source's: in a page's metadata.
LOCAL = "local time"
# What people call the time of a zone that the time zone database has only a number for.
CALLED = {
    "Asia/Dhaka": ("BST", "BDT"), "Asia/Kathmandu": ("NPT",), "Asia/Colombo": ("SLST",),
    "Asia/Dubai": ("GST",), "Asia/Riyadh": ("AST",), "Asia/Qatar": ("AST",),
    "Asia/Tehran": ("IRST", "IRDT"), "Asia/Kabul": ("AFT",), "Asia/Singapore": ("SGT",),
    "Asia/Kuala_Lumpur": ("MYT",), "Asia/Yangon": ("MMT",), "Asia/Bangkok": ("ICT",),
    "Asia/Tashkent": ("UZT",), "Asia/Thimphu": ("BTT",), "Europe/Istanbul": ("TRT",),
    "Europe/Minsk": ("MSK",), "America/Sao_Paulo": ("BRT", "BRST"),
    "America/Argentina/Buenos_Aires": ("ART",),
}  # fmt: skip
DAY_ALONE = "the day alone was taken"
# Said in summer and winter alike.
ALL_YEAR = {"ET": "EST EDT", "CT": "CST CDT", "MT": "MST MDT", "PT": "PST PDT"}
# Capitals that follow a time and name who wrote, not where the clock stood.
AGENCIES = frozenset(
    {"PTI", "ANI", "IANS", "UNI", "AFP", "AP", "TASS", "DPA", "BBC", "CNN", "WION"}
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed day, time or both, on line `line`; `label` is "published", "updated" or ""."""

    line: int
    label: str = ""
    day: date | None = None
    clock: time | None = None
    zone: str | None = None
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """The moment of publication, how sure it is, and what a reviewer should know; `by` is who says
    it where the capture doesn't."""

    moment: Moment
    sure: str
    lines: tuple[int, ...]
    notes: tuple[str, ...] = ()
    by: str = ""


def find_day(text: str, at: int) -> tuple[date | None, int] | None:
    """The day printed at `at` and where it ends; None for a day that can be read two ways."""
    for pattern in DAYS:
        match = pattern.match(text, at)
        if match is not None:
            try:
                return day_of(match.groupdict()), match.end()
            except ValueError:
                return None
    match = ISO_DAY.match(text, at)
    if match is None:
        return None
    try:
        return date.fromisoformat(match[1]), match.end()
    except ValueError:
        return None


def day_of(parts: dict[str, str | None]) -> date | None:
    year, day = int(parts["year"] or 0), int(parts.get("day") or 0)
    if parts.get("month"):
        return date(year, MONTH_NAMES[str(parts["month"]).lower()], day)
    if parts.get("number"):
        return date(year, int(str(parts["number"])), day)
    first, second = int(str(parts["first"])), int(str(parts["second"]))
    if first == second or second > 12:
        return date(year, first, second)
    # 06/04/2021: in April in Delhi, in June in New York.
    return date(year, second, first) if first > 12 else None


def find_time(text: str, at: int) -> tuple[time, str | None, int] | None:
    """The time printed at `at`, its zone as printed, and where it ends."""
    match = TIME.match(text, at)
    if match is None or not (match["minute"] or match["half"]):
        return None
    zone, end = match["zone"], match.end()
    if zone and MOSCOW.search(zone):
        zone = "MSK"
    if zone in AGENCIES:
        zone, end = None, match.start("open") if match["open"] else match.start("zone")
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    try:
        return time(hour, int(match["minute"] or 0), int(match["second"] or 0)), zone, end
    except ValueError:
        return None


def moment(stamps: tuple[Stamp, ...], zone_name: str | None) -> Dated | None:
    """When the article was published, by what is printed; None if no day is."""
    rank = {"published": 0, "": 1, "updated": 2}
    days = sorted((stamp for stamp in stamps if stamp.day), key=lambda s: (rank[s.label], s.line))
    if not days:
        return None
    best = days[0]
    assert best.day is not None
    notes = tuple(doubts(days))
    sure = "likely" if notes else "sure"
    clocked = best if best.clock else same_day(best, days) or lone_time(stamps)
    if clocked is None or clocked.clock is None:
        return Dated(Moment(best.day), sure, (best.line,), (*notes, *no_time(stamps)))
    lines = tuple(sorted({best.line, clocked.line}))
    zone = read_zone(clocked.zone, datetime.combine(best.day, clocked.clock), zone_name)
    if isinstance(zone, str):
        return Dated(Moment(best.day), sure, lines, (*notes, zone))
    return Dated(
        Moment(best.day, datetime.combine(best.day, clocked.clock, zone)), sure, lines, notes
    )


def doubts(days: list[Stamp]) -> Iterator[str]:
    """What speaks against the first of these stamps."""
    best = days[0]
    if best.label == "updated":
        yield f"the day in line {best.line} is printed as that of an update"
    others = sorted({str(s.day) for s in days if s.label == best.label and s.day != best.day})
    if others:
        yield f"other days are printed too: {', '.join(others)}; the first was taken"


def same_day(best: Stamp, days: list[Stamp]) -> Stamp | None:
    """A print of the same day that has a time, if the first has none."""
    same = [s for s in days if s.day == best.day and s.clock and s.label != "updated"]
    return same[0] if same else None


def lone_time(stamps: tuple[Stamp, ...]) -> Stamp | None:
    """The one time that is printed without a day, if there is just one."""
    found = [s for s in stamps if s.clock and s.day is None and s.label != "updated"]
    return found[0] if len({(s.clock, s.zone) for s in found}) == 1 else None


def no_time(stamps: tuple[Stamp, ...]) -> Iterator[str]:
    if any(stamp.clock and stamp.day is None for stamp in stamps):
        yield f"several times are printed and none belongs to the day; {DAY_ALONE}"


def read_zone(printed: str | None, local: datetime, zone_name: str | None) -> tzinfo | str:
    """The offset that a printed zone means at a local time; a sentence if it can't be told."""
    if printed is None:
        return f"the time {local:%H:%M} is printed without a zone; {DAY_ALONE}"
    if printed in ("Z", "UTC", "GMT"):
        return UTC
    if printed == LOCAL:
        return in_zone(local, zone_name)
    match = OFFSET.match(printed)
    if match is not None:
        return of_numbers(match) or f"{printed} is no offset; {DAY_ALONE}"
    if zone_name is None:
        return f"the source's record has no timezone to read {printed} by; {DAY_ALONE}"
    return by_abbreviation(printed, local, zone_name)


def of_numbers(match: re.Match[str]) -> tzinfo | None:
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > 14 or minutes >= 60:
        return None
    ahead = timedelta(hours=hours, minutes=minutes)
    return timezone(ahead if match[1] == "+" else -ahead)


def by_abbreviation(printed: str, local: datetime, zone_name: str) -> tzinfo | str:
    zone = load_zone(zone_name)
    if zone is None:
        return f"{zone_name} is no time zone that is known; {DAY_ALONE}"
    names = (printed, *ALL_YEAR.get(printed, "").split())
    called = printed in CALLED.get(zone_name, ())
    found = {offset for name, offset in offsets(local, zone) if name in names or called}
    if len(found) == 1:
        return timezone(found.pop())
    if found:
        return f"{local:%H:%M} {printed} came twice on {local:%Y-%m-%d}; {DAY_ALONE}"
    return f"{printed} is not what {zone_name} used on {local:%Y-%m-%d}; {DAY_ALONE}"


def in_zone(local: datetime, zone_name: str | None) -> tzinfo | str:
    """The one offset that the source's zone had at a local time."""
    zone = load_zone(zone_name) if zone_name is not None else None
    if zone is None:
        return f"the source's record has no timezone to read {local:%H:%M} by; {DAY_ALONE}"
    found = {offset for _, offset in offsets(local, zone)}
    if len(found) == 1:
        return timezone(found.pop())
    times = "came twice" if found else "did not exist"
    return f"{local:%H:%M} {times} in {zone_name} on {local:%Y-%m-%d}; {DAY_ALONE}"


def offsets(local: datetime, zone: ZoneInfo) -> Iterator[tuple[str, timedelta]]:
    """What a zone calls its time and how far ahead it is, at a local time.

    Two where clocks go back, when both EDT and EST have a 01:30; none in the hour that is
    passed over where they go forward.
    """
    for fold in (0, 1):
        there = local.replace(tzinfo=zone, fold=fold)
        offset = there.utcoffset()
        if offset is not None and there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == (
            local
        ):
            yield there.tzname() or "", offset


def load_zone(name: str) -> ZoneInfo | None:
    """A zone of the locked tzdata package, so that every machine reads the same."""
    file = resources.files("tzdata").joinpath("zoneinfo", *name.split("/"))
    try:
        with file.open("rb") as stream:
            return ZoneInfo.from_file(stream, key=name)
    except (OSError, ValueError):
        return None
