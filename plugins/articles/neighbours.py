"""The articles filed before and after."""

from dataclasses import dataclass

from plugins.archive.days import long_day, long_span
from plugins.archive.entries import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Earlier, 23 March 2021: Four candidates finish training."""

    note: str
    html: str
    address: str
    lang: str


def earlier(here: Entry, there: Entry | None) -> Neighbour | None:
    return neighbour("Earlier", here, there)


def later(here: Entry, there: Entry | None) -> Neighbour | None:
    return neighbour("Later", here, there)


def neighbour(word: str, here: Entry, there: Entry | None) -> Neighbour | None:
    if there is None:
        return None
    return Neighbour(
        note=f"{word}, {when(here, there)}",
        html=there.title_html,
        address=there.address,
        lang=there.lang,
    )


def when(here: Entry, there: Entry) -> str:
    if there.span is not None and not there.precise:
        return long_span(there.span)
    if here.precise and here.day == there.day:
        return "the same day"
    return long_day(there.day)
