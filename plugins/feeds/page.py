"""The page about feeds: which there are, and how to take them in.

It lists no record's feeds: each record's page does that, and this page never changes with them.
"""

from collections.abc import Callable

from plugins.archive.following import LEAST, feeds_at
from plugins.archive.library import Library
from plugins.archive.model import SINGULAR
from plugins.archive.pages import View
from plugins.archive.site import Site

from .opml import PATH


def feeds_view(_library: Library, site: Site) -> View:
    return {
        "whole": (
            (feeds_at("feed", "Everything"), "The newest articles, with their text"),
            (feeds_at("corrections", "Corrections"), "What was corrected, when, and where"),
        ),
        "at_once": kinds(lambda least: least == 1),
        "later": kinds(lambda least: least > 1),
        "least": max(LEAST.values()),
        "outline": PATH,
        "policy": site.machine_readers,
    }


def kinds(fits: Callable[[int], bool]) -> tuple[tuple[str, str], ...]:
    """Kinds of records by how many articles they need, as (word for one, address of all)."""
    return tuple(
        (SINGULAR[kind], f"{kind}/index.html") for kind, least in LEAST.items() if fits(least)
    )
