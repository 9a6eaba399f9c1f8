"""Where everything stands on the site, and how one page links to another.

Every link is relative and names a file, so that a site works at a domain's root, under a
sub-path and straight from disk.
"""

from datetime import date
from functools import lru_cache
from posixpath import dirname, normpath
from urllib.parse import quote

from .model import KINDS


def article_address(id_: str) -> str:
    return f"articles/{id_}.html"


def article_data_address(id_: str) -> str:
    """The record of an article for programs, beside its page."""
    return f"articles/{id_}.json"


def authority_address(kind: str, id_: str) -> str:
    return f"{kind}/{id_}.html"


def page_address(name: str) -> str:
    return f"{name}.html"


def year_address(year: int) -> str:
    return f"dates/{year:04}.html"


def month_address(year: int, month: int) -> str:
    return f"dates/{year:04}-{month:02}.html"


def day_address(day: date) -> str:
    return f"dates/{day.isoformat()}.html"


def anniversary_address(month: int, day: int) -> str:
    """The page of a day of the calendar in all years."""
    return f"dates/{month:02}-{day:02}.html"


def content_address(path: str) -> str | None:
    """The page that a content file becomes ("articles/2021/x.md"), if it becomes one."""
    folder, _, rest = path.partition("/")
    if folder == "articles" and rest.endswith(".md"):
        return article_address(rest.removesuffix(".md"))
    if folder == "pages" and rest.endswith(".md"):
        return page_address(rest.removesuffix(".md"))
    if folder == "authorities" and rest.endswith(".yaml"):
        kind, _, id_ = rest.removesuffix(".yaml").partition("/")
        return authority_address(kind, id_) if kind in KINDS else None
    return None


def relative(here: str, there: str) -> str:
    """The link from page `here` to `there`, both paths in the output; #anchors and ?queries stay.

    It goes by the root: so what a list shows of an article can be the same on all pages that
    lie as deep.

    >>> relative("articles/2021/x.html", "people/y.html#cuttings")
    '../../people/y.html#cuttings'
    """
    return there if there.startswith(("#", "?")) else climb(here) + quoted(there)


def climb(here: str) -> str:
    """From a page up to the root: "../" for each folder it is in."""
    return "../" * here.count("/")


@lru_cache(maxsize=20_000)
def quoted(there: str) -> str:
    """An output path as links write it; an #anchor or ?query at its end is left alone."""
    cut = min((i for i in (there.find("#"), there.find("?")) if i >= 0), default=len(there))
    return quote(there[:cut]) + there[cut:]


def resolve(here: str, link: str) -> str | None:
    """The path that a relative link in file `here` names; None if it leaves the tree."""
    path = normpath(f"{dirname(here)}/{link}" if dirname(here) else link)
    return None if path == ".." or path.startswith(("../", "/")) else path
