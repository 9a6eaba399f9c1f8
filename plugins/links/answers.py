"""What an address answered, and what that means."""

from dataclasses import dataclass

THERE = "there"
MOVED = "moved"  # there, under an address that is to stay
MISSING = "missing"  # 404, 410 or no such host: gone, if it is so on another day too
REFUSED = "refused"  # there is something, but not for us
UNSURE = "unsure"  # may pass
KINDS = (THERE, MOVED, MISSING, REFUSED, UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`why` in words ("404 Not Found"); `to`: where it leads, if elsewhere. `answered`: some host
    did. `by_name`: there is no such host, which is also what a machine without a network finds."""

    found: str
    why: str
    to: str = ""
    answered: bool = True
    by_name: bool = False
