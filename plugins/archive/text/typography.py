"""Typogrify, and codes such as S-400 that must stay in one piece."""

import html
import re
from functools import lru_cache

from .typogrify_shortcuts import is_bare, join_last_words, typogrify

# Letters with a capital among them, a hyphen, digits: S-400, Su-30MKI, Ka-226T, COVID-19.
# Typogrify may have put one half into a span of its own.
CODE = re.compile(
    r"""
    (?= < | \b\w )  # nothing begins within a word; so much is quickly seen
    (?:
      (?P<half> (?:\b[A-Z]\w{0,2}-)? <span\ class="caps">[^<]{1,8}</span> -\d\w* )
    | (?P<other> \b[A-Z]\w{0,5}- <span\ class="caps">\d[^<]*</span> )
    | (?P<tag> <[^>]*> )
    | (?P<code> \b(?=\w*[A-Z])\w{1,6}-\d\w* )
    )
    """,
    re.VERBOSE,
)
CODED = re.compile(r'-(?:<span class="caps">)?\d')  # all that CODE finds holds one
PARAGRAPH = "\n<p>"
TAG = re.compile(r"<[^>]*>")


def keep_codes_whole(markup: str) -> str:
    """Safe HTML with codes in its text, never in tags, wrapped: no line breaks at their hyphen."""
    paragraphs = markup.split(PARAGRAPH)  # nothing that CODE finds goes across
    return PARAGRAPH.join(
        CODE.sub(wrap, part) if CODED.search(part) else part for part in paragraphs
    )


def wrap(match: re.Match[str]) -> str:
    return match[0] if match["tag"] else f'<span class="code">{match[0]}</span>'


@lru_cache(maxsize=4_096)
def inline(text: str) -> str:
    """A plain string (a title, a caption) as typographic HTML; everything in it is escaped."""
    if is_bare(text):
        return join_last_words(text)
    return keep_codes_whole(typogrify(html.escape(text, quote=False)))


# Headings come again and again: 20,000 of them take 4 MB.
@lru_cache(maxsize=20_000)
def typeset(text: str) -> str:
    """A plain string with typographic quotes and dashes, still plain."""
    return plain(inline(text)) if text else ""


def plain(markup: str) -> str:
    """What `inline` made, as plain text with ordinary spaces."""
    text = markup.replace("&nbsp;", " ")  # most have this and nothing else
    if "<" in text:
        text = TAG.sub("", text)
    if "&" in text:
        text = html.unescape(text)
    return text.replace("\xa0", " ")
