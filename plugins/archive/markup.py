"""XML that says the same in the same bytes each time."""

from collections.abc import Iterable
from xml.etree import ElementTree

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
# A parser turns white space in an attribute into plain spaces, unless it is told by number.
IN_ATTRIBUTE = IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\t": "&#09;"})


class Element:
    """An element, written as it is put together. All are in the namespace of the root."""

    def __init__(self, node: ElementTree.Element) -> None:
        self.node = node

    @classmethod
    def root(cls, tag: str, namespace: str | None = None, **attributes: str) -> "Element":
        names = {"xmlns": namespace} if namespace else {}
        return cls(ElementTree.Element(tag, {**names, **attributes}))

    def add(self, tag: str, text: str | None = None, **attributes: str | None) -> "Element":
        """A child; attributes that are None are left out."""
        child = Element(ElementTree.SubElement(self.node, tag))
        child.node.text = text
        for name, value in attributes.items():
            child.set(name, value)
        return child

    def set(self, name: str, value: str | None) -> "Element":
        if value is not None:
            self.node.set(name, value)
        return self

    def bytes(self, pieces: Iterable[str] = ()) -> bytes:
        """A root with all its elements, of which the last are `pieces`."""
        ElementTree.indent(self.node)
        text = ElementTree.tostring(self.node, encoding="unicode")
        start, end, name = text.rpartition("</")
        whole = (start, *pieces, end, name)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{"".join(whole)}\n'.encode()


def piece(tag: str, lines: Iterable[str], **attributes: str | None) -> str:
    """An element as it stands just below a root, around what `line` gave: for `bytes`. Objects for
    each would take six times as long, and a feed has hundreds."""
    return f"  <{tag}{said(attributes)}>\n{''.join(lines)}  </{tag}>\n"


def line(tag: str, text: str | None = None, **attributes: str | None) -> str:
    """An element with text or none, on a line of a piece; attributes that are None are left out."""
    if text is None:
        return f"    <{tag}{said(attributes)} />\n"
    return f"    <{tag}{said(attributes)}>{text.translate(IN_TEXT)}</{tag}>\n"


def said(attributes: dict[str, str | None]) -> str:
    """Attributes as a start tag has them; `xml_` begins a name of XML's own."""
    return "".join(
        f' {name.replace("xml_", "xml:")}="{value.translate(IN_ATTRIBUTE)}"'
        for name, value in attributes.items()
        if value is not None
    )
