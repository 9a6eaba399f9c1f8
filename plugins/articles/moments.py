"""When something was published, as a reader writes it."""

from dataclasses import dataclass

from plugins.archive.days import Moment, long_day, offset_name, weekday_day

# What a clock there is called at an offset in minutes. A table, because the time zone data of
# two machines may differ, and the full names are in none of them.
ABBREVIATIONS = {
    ("Asia/Kolkata", 330): ("IST", "India Standard Time"),
    ("Europe/Moscow", 180): ("MSK", "Moscow Time"),
    ("Europe/Moscow", 240): ("MSK", "Moscow Time"),
    ("Europe/London", 0): ("GMT", "Greenwich Mean Time"),
    ("Europe/London", 60): ("BST", "British Summer Time"),
    ("Europe/Paris", 60): ("CET", "Central European Time"),
    ("Europe/Paris", 120): ("CEST", "Central European Summer Time"),
    ("Europe/Berlin", 60): ("CET", "Central European Time"),
    ("Europe/Berlin", 120): ("CEST", "Central European Summer Time"),
    ("America/New_York", -300): ("EST", "Eastern Standard Time"),
    ("America/New_York", -240): ("EDT", "Eastern Daylight Time"),
    ("Asia/Karachi", 300): ("PKT", "Pakistan Standard Time"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A moment for a template: `zone` is "" for a day, `zone_title` where it needs none."""

    iso: str
    text: str
    weekday: str
    zone: str = ""
    zone_title: str = ""

    @property
    def dated(self) -> "Shown":
        """The same with its weekday: Tuesday 6 April 2021, 15:28"""
        return Shown(self.iso, self.weekday, self.weekday, self.zone, self.zone_title)


def shown(moment: Moment, timezone: str | None) -> Shown:
    """`timezone` is the source's; IST is only said where it is what the offset means there."""
    if moment.time is None:
        return Shown(moment.iso, long_day(moment.day), weekday_day(moment.day))
    clock = f"{moment.time:%H:%M}"
    offset = offset_name(moment.time)
    zone, title = offset, ""
    distance = moment.time.utcoffset()
    minutes = int(distance.total_seconds() // 60) if distance is not None else 0
    known = ABBREVIATIONS.get((timezone or "", minutes))
    if known:
        zone, title = known[0], f"{known[1]}, {offset}"
    text, weekday = f"{long_day(moment.day)}, {clock}", f"{weekday_day(moment.day)}, {clock}"
    return Shown(moment.iso, text, weekday, zone, title)
