"""The text of an article or page: Markdown in, safe HTML and plain text out."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from markdown import Markdown

from ..permalinks import content_address, relative, resolve
from .sanitise import sanitise
from .typography import keep_codes_whole, typogrify

EXTENSIONS = ("tables", "footnotes", "def_list", "abbr", "sane_lists")
HREF = re.compile(r'(<a\s[^>]*?href=")([^"]*)(")')
SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:|^//|^#")
BREAK = re.compile(r"</(?:p|li|h\d|td|th|dt|dd|blockquote|pre)>|<br\s*/?>|<hr\s*/?>")
HEADING = re.compile(r"<(/?)h1\b")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered text: HTML for pages, plain text (one paragraph a line) for search."""

    html: str = ""
    plain: str = ""


@cache
def converter() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), output_format="html")


def markdown(text: str) -> str:
    return converter().reset().convert(text)


def links(text: str) -> list[tuple[str, str]]:
    """The relative links of a Markdown text, as (link, path without its #anchor)."""
    found = [html.unescape(href) for _, href, _ in HREF.findall(markdown(text))]
    return [(link, re.split("[#?]", link)[0]) for link in found if not SCHEME.match(link)]


def render(text: str, path: str, *, typographic: bool = True) -> Body:
    """Render the text of content file `path` ("articles/2021/x.md").

    `typographic` is False where Pelican applies Typogrify itself.
    """
    steps: tuple[Callable[[str], str], ...] = (
        markdown,
        demote_headings,
        lambda markup: point_to_pages(markup, path),
        *((typogrify, keep_codes_whole) if typographic else ()),
        sanitise,
    )
    markup = text
    for step in steps:
        markup = step(markup)
    return Body(markup, plain(markup))


def demote_headings(markup: str) -> str:
    """The title is the page's only h1."""
    return HEADING.sub(r"<\1h2", markup)


def point_to_pages(markup: str, path: str) -> str:
    """Turn a link to another content file into a link to its page."""
    here = content_address(path) or path

    def point(match: re.Match[str]) -> str:
        link = html.unescape(match[2])
        if SCHEME.match(link):
            return match[0]
        file, mark, anchor = link.partition("#")
        target = resolve(path, file)
        address = content_address(target) if target else None
        if address is None:
            return match[0]
        return f"{match[1]}{html.escape(relative(here, address + mark + anchor))}{match[3]}"

    return HREF.sub(point, markup)


def plain(markup: str) -> str:
    """The words of an HTML text, a paragraph a line."""
    text = html.unescape(TAG.sub("", BREAK.sub("\n", markup)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
