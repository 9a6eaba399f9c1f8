"""Robust Links: attributes by which a program finds another state of what a link leads to.

https://robustlinks.mementoweb.org/spec/ names three: the original's address, that of an archived
copy, and the day of the state that was meant.
"""

import re

from plugins.archive.model import Article

Attributes = tuple[tuple[str, str], ...]
# Web archives write the time of a copy into its address: .../web/20210406100000/https://...
STAMP = re.compile(r"/([0-9]{4})(0[1-9]|1[0-2])([0-2][0-9]|3[01])[0-9]{6}[a-z_]*/")


def of_original(article: Article) -> Attributes:
    """For the link to the original: where a copy of it is, and of which day."""
    if not article.archived_url:
        return ()
    return attributes({"versionurl": article.archived_url, "versiondate": day(article)})


def of_archived_copy(article: Article) -> Attributes:
    """For the link to the copy: what it is a copy of, and of which day."""
    if not article.source_url:
        return ()
    return attributes({"originalurl": article.source_url, "versiondate": day(article)})


def day(article: Article) -> str:
    """The day of the copy as its address says it, or that of our capture; else nothing."""
    stamp = STAMP.search(article.archived_url or "")
    if stamp:
        return "-".join(stamp.groups())
    taken = article.capture.captured if article.capture else None
    return taken.isoformat() if taken else ""


def attributes(values: dict[str, str]) -> Attributes:
    return tuple((f"data-{name}", value) for name, value in values.items() if value)
