"""When an article was published: as its capture says, and where it doesn't, as the curator says."""

from collections.abc import Callable
from dataclasses import replace

from ..archive.days import Moment
from ..archive.problems import Problem
from .clock import Dated, moment
from .reading import Reading

# The moment that a curator means by --date, given a source's time zone; ValueError with what to
# write where it can't be told.
Given = Callable[[str | None], Moment]
BY = "named with --date"


def dated_by(reading: Reading, zone: str | None, given: Given | None) -> Dated | Problem | None:
    """The moment of publication; None where nobody says it.

    What the capture says is kept: many may be imported with one --date, and it is for those that
    say nothing. Where the two differ, that is a doubt. A time may be added to the capture's day.
    """
    own = moment(tuple(reading.stamps), zone)
    if given is None:
        return own
    try:
        named = given(zone)
    except ValueError as error:
        return Problem("--date", 1, "bad-date", str(error))
    if own is None:
        return Dated(named, "sure", (), notes=(f"{BY}; the capture says no day",), by=BY)
    if own.moment.day == named.day and own.moment.time is None and named.time is not None:
        return replace(own, moment=named, notes=(*own.notes, f"the time was {BY}"))
    if own.moment.day != named.day or named.time not in (None, own.moment.time):
        doubt = f"--date says {named.iso}; what the capture says was taken"
        return replace(own, sure="doubtful", notes=(*own.notes, doubt))
    return own
