"""The allowlist: what the text of an article may hold.

Scripts, styles, forms, frames, images from elsewhere and every attribute that isn't
listed are dropped by nh3. Links go to http, https, mailto or a file of the site.
"""

import re

import nh3

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "dl",
    "dt", "em", "h2", "h3", "h4", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "small",
    "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "dir"},  # on any tag; left out, nh3 would allow `lang` and `title`
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "li": {"id"},
    "ol": {"start"},
    "q": {"cite"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
CLASSES = {"span": {"amp", "caps", "code", "dquo", "ord", "quo"}}
FOOTNOTE = re.compile(r"fn(ref[0-9]*)?:\S+")
SCHEMES = {"http", "https", "mailto"}


def only_footnotes(_tag: str, attribute: str, value: str) -> str | None:
    """Of the ids, those of footnotes: another could pass for a part of the page."""
    return value if attribute != "id" or FOOTNOTE.fullmatch(value) else None


CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    attribute_filter=only_footnotes,
    allowed_classes=CLASSES,
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
)


def sanitise(markup: str) -> str:
    return str(CLEANER.clean(markup))
