"""Markdown to safe, well set HTML.

In: the text under an article's front matter, and plain strings such as titles. Out: HTML
that a page may show as it is. The order of the steps is the list in `body.render`:
python-markdown, links, Typogrify, codes that must not break, nh3, addresses of paragraphs.
The `shortcuts` modules cut the time of the two libraries to a quarter and change no byte of
what they give.
"""

from .body import Body, render, render_all
from .typography import inline, plain, typeset

__all__ = ["Body", "inline", "plain", "render", "render_all", "typeset"]
