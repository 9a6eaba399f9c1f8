"""The allowlist: what the text of an article may hold.

Scripts, styles, forms, frames, images from elsewhere and every attribute that isn't
listed are dropped by nh3. Links go to http, https, mailto or a file of the site.
"""

import nh3

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "dl",
    "dt", "em", "h2", "h3", "h4", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "small",
    "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title", "hreflang"},
    "abbr": {"title"},
    "blockquote": {"cite", "lang", "dir"},
    "ol": {"start"},
    "p": {"lang", "dir"},
    "q": {"cite", "lang"},
    "span": {"lang", "dir"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
CLASSES = {"span": {"amp", "caps", "code", "dquo", "ord", "quo"}}
SCHEMES = {"http", "https", "mailto"}
CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=SCHEMES,
    link_rel=None,
    strip_comments=True,
)


def sanitise(markup: str) -> str:
    return str(CLEANER.clean(markup))
