"""Addresses as feeds write them: absolute where the site knows its own, else from the feed."""

import re
from uuid import NAMESPACE_URL, uuid5

from plugins.archive.permalinks import climb, relative, resolve
from plugins.archive.site import Site

# Of sanitised HTML: a start tag with attributes, which are always in double quotes.
TAG = re.compile(r'<[a-z0-9]+(?: [a-z-]+="[^"]*")+>')
LINK = re.compile(r' (href|cite)="([^"]*)"')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def address(here: str, there: str, site: Site) -> str:
    """Of output path `there`, for the feed at `here`."""
    return site.absolute(there) or relative(here, there)


def urn(site: Site, path: str) -> str:
    """An identifier made from the site's name and a path: it stays when the site moves."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{site.name}/{path}')}"


def rooted(html: str, page: str, here: str, site: Site) -> str:
    """The text of `page` with its links as they lead from the feed at `here`: JSON has no base."""

    def link(match: re.Match[str]) -> str:
        value = match[2]
        if ELSEWHERE.match(value):
            return match[0]
        if value.startswith(("#", "?")):
            return f' {match[1]}="{address(here, page, site)}{value}"'
        path, mark, rest = re.fullmatch(r"([^#?]*)([#?]?)(.*)", value, re.DOTALL).groups()  # type: ignore[union-attr]  # it always fits
        there = resolve(page, path)
        if there is None:
            return match[0]
        # As in the text, which has its own quoting: `there` is not quoted again.
        return f' {match[1]}="{site.absolute(there) or climb(here) + there}{mark}{rest}"'

    return TAG.sub(lambda tag: LINK.sub(link, tag[0]), html)
