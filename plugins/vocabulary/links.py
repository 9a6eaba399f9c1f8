"""Relative links in a Markdown text, pointed to where files are now."""

import re
from collections.abc import Mapping
from posixpath import dirname, relpath

from ..archive.permalinks import resolve
from ..archive.text.body import HREF, links, safe

# Where a link's address begins: in Markdown, in a reference below, in HTML.
DESTINATION = re.compile(r"""(\]\(\s*<?|\]:\s*<?|\bhref\s*=\s*["']?)([^\s)>#?"'<]+)""")


class TangledLinkError(Exception):
    """A link that isn't written in a way that can be changed by itself."""

    def __init__(self, link: str) -> None:
        super().__init__(link)
        self.link = link


def repoint(body: str, here: str, now: str, moved: Mapping[str, str]) -> str:
    """The text of content file `here`, which stands at `now`, with links that lead where they
    led: to `moved[file]` where a file has moved. All but the addresses stays as it is."""
    found = [(link, file) for link, file in links(body.replace("\r\n", "\n")) if file]
    new = {}
    for link, file in found:
        target = resolve(here, file)
        goal = moved.get(target, target) if target else None
        if goal is not None and resolve(now, file) != goal:
            new[file] = (link, way(now, goal, file))
    if not new:
        return body

    def point(match: re.Match[str]) -> str:
        return match[1] + (new[match[2]][1] if match[2] in new else match[2])

    written = DESTINATION.sub(point, body)
    expected = [(new[file][1] if file in new else file) for _, file in found]
    after = [file for _, file in links(written.replace("\r\n", "\n")) if file]
    if after != expected or bare(written) != bare(body):
        raise TangledLinkError(next(iter(new.values()))[0])
    return written


def way(here: str, there: str, like: str) -> str:
    """The link from one content file to another; by way of the folder above if `like` goes so."""
    folder = dirname(here)
    if like.startswith("../") and folder:
        return f"../{relpath(there, dirname(folder) or '.')}"
    return relpath(there, folder or ".")


def bare(body: str) -> str:
    """What a text shows, without where its links lead."""
    return HREF.sub(r"\1\3", safe(body.replace("\r\n", "\n")))
