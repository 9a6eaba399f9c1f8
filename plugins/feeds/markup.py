"""XML that says the same in the same bytes each time."""

from collections.abc import Iterable
from xml.etree import ElementTree

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Element:
    """An element, written as it is put together. All are in the namespace of the root."""

    def __init__(self, node: ElementTree.Element) -> None:
        self.node = node

    @classmethod
    def root(cls, tag: str, namespace: str | None = None) -> "Element":
        """The outermost one; without a namespace, of a piece."""
        return cls(ElementTree.Element(tag, {"xmlns": namespace} if namespace else {}))

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

    def piece(self) -> str:
        """An element as it stands just below a root: for `bytes`."""
        ElementTree.indent(self.node, level=1)
        return f"  {ElementTree.tostring(self.node, encoding='unicode')}\n"

    def bytes(self, pieces: Iterable[str] = ()) -> bytes:
        """A root with all its elements, of which the last are `pieces`."""
        ElementTree.indent(self.node)
        text = ElementTree.tostring(self.node, encoding="unicode")
        start, end, name = text.rpartition("</")
        whole = (start, *pieces, end, name)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{"".join(whole)}\n'.encode()
