"""Typogrify, and codes such as S-400 that must stay in one piece."""

import html
import re
from functools import lru_cache

from typogrify import filters

# Letters with a capital among them, a hyphen, digits: S-400, Su-30MKI, Ka-226T, COVID-19.
# Typogrify may have put one half into a span of its own.
CODE = re.compile(
    r"""
    (?P<half> (?:\b[A-Z]\w{0,2}-)? <span\ class="caps">[^<]{1,8}</span> -\d\w* )
  | (?P<other> \b[A-Z]\w{0,5}- <span\ class="caps">\d[^<]*</span> )
  | (?P<tag> <[^>]*> )
  | (?P<code> \b(?=\w*[A-Z])\w{1,6}-\d\w* )
    """,
    re.VERBOSE,
)


def typogrify(markup: str) -> str:
    """All of Typogrify, as Pelican's own setting TYPOGRIFY applies it."""
    return str(filters.typogrify(markup))


def keep_codes_whole(markup: str) -> str:
    """Wrap codes in text, never in tags, so that no line breaks at their hyphen."""
    return CODE.sub(wrap, markup) if "-" in markup else markup


def wrap(match: re.Match[str]) -> str:
    return match[0] if match["tag"] else f'<span class="code">{match[0]}</span>'


@lru_cache(maxsize=65_536)
def inline(text: str) -> str:
    """A plain string (a title, a caption) as typographic HTML; everything in it is escaped."""
    return keep_codes_whole(typogrify(html.escape(text, quote=False)))
