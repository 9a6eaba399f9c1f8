"""When a list is cut by the calendar.

The rule depends on the content alone, never on counting off pages: an added article, a
backdated one too, then changes one part.
"""

MOST = 100
NEWEST = 30


def is_crowded(count: int) -> bool:
    """Whether a list of so many is cut; it then shows its newest and leads to its parts."""
    return count > MOST
