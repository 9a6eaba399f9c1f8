"""Checks: what is wrong in content, all of it at once, before anything is written.

In: articles and records as `archive.content` read them. Out: problems, each with path, line,
code and remedy: errors, for which a build stops, and warnings, for which nothing does. The checks
are the lists in `desk.py`; each is a function of content. A build checks what changed and what
that can have made wrong elsewhere.

    desk         all checks: `articles`, `references`, `texts`
    doubts       what looks doubtful in one article
    lookalikes   records that look like one
    collection   what is doubtful about all articles together
    strays       pictures that no article names
    judging      all of it, anew only where a change can have changed the verdict
    staged       what is staged for the next commit, as a folder
    formats      a verdict in words, as JSON, as annotations
    command      `inv check`
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pelican import Pelican


def hand_on(pelican: "Pelican") -> None:
    """Tell the build what to judge by."""
    # Here, not above: a check needs nothing of the intake, and waits for all that it imports.
    from ..archive.intake import Checks
    from .desk import check_articles, check_records

    pelican.settings["CHECKS"] = Checks(check_articles, check_records)


def register() -> None:
    # Here, not above: `inv check` uses this room without waiting for Pelican.
    from pelican import signals

    signals.initialized.connect(hand_on)
