"""The HTML of a page as a tree."""

import re

from lxml import etree, html

from .lines import Element
from .pages import ContainerError

# Only what the parser itself would take for a sign that isn't one; the words stay.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
DEPTH = "ERR_RESOURCE_LIMIT"


def parse(text: str) -> Element:
    """The tree of a page whose text is `clean`; ContainerError if it can't be read whole."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError as error:
        raise ContainerError("empty", "there is no text in the page; save it again") from error
    if any(entry.type_name == DEPTH for entry in parser.error_log):
        message = "its tags nest over 2,000 deep; paste the text into a .txt file"
        raise ContainerError("too-deep", message)
    return tree


def clean(text: str) -> tuple[str, list[str]]:
    """A page without control characters, and those that were removed; they are no words."""
    return CONTROLS.sub("", text), CONTROLS.findall(text)
