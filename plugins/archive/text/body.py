"""The text of an article or page: Markdown in, safe HTML and plain text out."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from ..permalinks import content_address, relative, resolve
from .addresses import with_addresses, without_links
from .markdown_shortcuts import Shortcuts
from .sanitise import sanitise
from .typography import keep_codes_whole
from .typogrify_shortcuts import typogrify

# By class: to find them by name, all that is installed would be gone through. In this order.
EXTENSIONS = (
    TableExtension, FootnoteExtension, DefListExtension, AbbrExtension, SaneListExtension, Shortcuts
)  # fmt: skip
HREF = re.compile(r'(<a\s[^>]*?href=")([^"]*)(")')
ID = re.compile(r' id="([^"]*)"')
SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
BREAK = re.compile(r"</(?:p|li|h\d|td|th|dt|dd|blockquote|pre)>|<br\s*/?>|<hr\s*/?>")
HEADING = re.compile(r"<(/?)h1\b")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Body:
    """A rendered text.

    `linked` is HTML for the article's own page, with a link to each paragraph; `plain` is its
    words, a paragraph a line: for search, and what its digest is taken of.
    """

    linked: str = ""
    plain: str = ""

    @property
    def html(self) -> str:
        """HTML for anybody else: feeds, exports."""
        return without_links(self.linked)


@cache
def converter() -> Markdown:
    return Markdown(extensions=[extension() for extension in EXTENSIONS], output_format="html")


def markdown(text: str) -> str:
    try:
        return converter().reset().convert(text)
    except BaseException:
        # `reset` leaves it in the middle of a list or quotation; the next text would suffer.
        converter.cache_clear()
        raise


# Looking for a text's links and rendering it begin alike, and come one soon after the other.
@lru_cache(maxsize=128)
def safe(text: str) -> str:
    """Markdown to HTML of the allowed kind, in which a link is written in one way only."""
    return sanitise(demote_headings(markdown(text)))


def links(text: str) -> list[tuple[str, str]]:
    """The relative links of a Markdown text, as (link, path without its #anchor).

    Those to the text's own footnotes are left out.
    """
    markup = safe(text)
    notes = {f"#{id_}" for id_ in ID.findall(markup)}
    found = [html.unescape(href) for _, href, _ in HREF.findall(markup)]
    return [
        (link, re.split("[#?]", link)[0])
        for link in found
        if not SCHEME.match(link) and html.escape(link) not in notes
    ]


def render(text: str, path: str, *, typographic: bool = True) -> Body:
    """Render the text of content file `path` ("articles/2021/x.md").

    `typographic` is False where Pelican applies Typogrify itself, to a hand-written page, whose
    paragraphs nobody cites.
    """
    [body] = render_all([(text, path)], typographic=typographic)
    return body


def render_all(texts: Sequence[tuple[str, str]], *, typographic: bool = True) -> list[Body]:
    """Render texts, each with the path of its file, step by step: what a step needs stays near the
    processor, which saves a tenth of the time.

    What is `safe` has one way of writing a link, so that `point_to_pages` misses none; the last
    `sanitise` is the guard, after which only markup of our own is added.
    """
    made = [point_to_pages(safe(text), path) for text, path in texts]
    for step in TYPOGRAPHIC if typographic else PLAIN:
        made = list(map(step, made))
    return [Body(markup, plain(markup)) for markup in made]


def demote_headings(markup: str) -> str:
    """The title is the page's only h1."""
    return HEADING.sub(r"<\1h2", markup)


def point_to_pages(markup: str, path: str) -> str:
    """Turn a link to another content file into a link to its page."""
    here = content_address(path) or path

    def point(match: re.Match[str]) -> str:
        link = html.unescape(match[2])
        if SCHEME.match(link) or link.startswith("#"):
            return match[0]
        file = re.split("[#?]", link)[0]
        target = resolve(path, file)
        address = content_address(target) if target else None
        if address is None:
            return match[0]
        return f"{match[1]}{html.escape(relative(here, address + link[len(file) :]))}{match[3]}"

    return HREF.sub(point, markup)


def hold_tables(markup: str) -> str:
    """A table wider than the screen scrolls in a frame of its own, by keyboard too."""
    frame = '<div class="frame" role="group" aria-label="Table" tabindex="0">'
    return markup.replace("<table>", f"{frame}<table>").replace("</table>", "</table></div>")


def plain(markup: str) -> str:
    """The words of an HTML text, a paragraph a line."""
    joined = markup.replace("\n", " ")  # a line's end within a paragraph is a blank
    text = html.unescape(TAG.sub("", BREAK.sub("\n", joined)))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


PLAIN: tuple[Callable[[str], str], ...] = (sanitise, hold_tables)
TYPOGRAPHIC = (typogrify, keep_codes_whole, *PLAIN, with_addresses)
