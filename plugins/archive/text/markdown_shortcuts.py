"""Python-Markdown without the work that can't change anything: most text is plain paragraphs.

An extension, by that library's own means, loaded after all others. It adds no rule: it sees
that none of the library's could apply, by signs without which none of them matches, and then
leaves them unasked. So the output stays the same, byte for byte. It was written for one
version and one set of rules; where it finds others it does nothing at all.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element

import markdown
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString, Registry

VERSION = "3.11.3"
# The library's rules, in its order.
SOURCES = ("normalize_whitespace", "html_block")
BLOCKS = (
    "empty", "indent", "defindent", "code", "table", "hashheader", "setextheader", "hr",
    "olist", "ulist", "deflist", "quote", "footnote", "abbr", "reference", "paragraph",
)  # fmt: skip
TREES = ("footnote", "inline", "footnote-duplicate", "prettify", "abbr", "unescape")
# With each pattern within a line, what a text must hold for it to match: one of these signs.
# No pattern makes a sign, so one that is in no text when they begin won't be in any later.
PATTERNS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("[",),
    "image_reference": ("[",),
    "short_reference": ("[",),
    "short_image_ref": ("[",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
SIGNS = tuple(sorted({sign for signs in PATTERNS.values() for sign in signs}))
ENTITY = re.compile("&[^ ]")
# Where no line begins with one of these, only "paragraph" can apply.
STARTS = frozenset(" \t\n#=-_*+:>[|")


class Shortcuts(Extension):
    """`Markdown(extensions=[..., Shortcuts()])`"""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        if not knows(md):
            return
        md.preprocessors.register(HtmlBlocks(md), "html_block", 20)
        md.parser.blockprocessors.register(Paragraphs(md), "shortcut", 110)
        md.treeprocessors.register(Inlines(md), "inline", 20)


def knows(md: Markdown) -> bool:
    """Whether version and rules are those that this was written for."""
    rules: tuple[tuple[Registry[Any], tuple[str, ...]], ...] = (
        (md.preprocessors, SOURCES),
        (md.parser.blockprocessors, BLOCKS),
        (md.inlinePatterns, tuple(PATTERNS)),
        (md.treeprocessors, TREES),
    )
    return markdown.__version__ == VERSION and all(
        len(registry) == len(names)
        and [name for name in names if name in registry] == list(names)
        and [registry.get_index_for_name(name) for name in names] == list(range(len(names)))
        for registry, names in rules
    )


class HtmlBlocks(HtmlBlockPreprocessor):
    """Looks for HTML only where a tag or an entity could begin."""

    def run(self, lines: list[str]) -> list[str]:
        if any("<" in line or ("&" in line and ENTITY.search(line)) for line in lines):
            return super().run(lines)
        return lines


class Paragraphs(BlockProcessor):
    """Hands a block that can only be a paragraph to that rule, past fifteen others."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.paragraph = md.parser.blockprocessors["paragraph"]

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        return all(map(is_prose, block.split("\n")))

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self.paragraph.run(parent, blocks)


def is_prose(line: str) -> bool:
    """Nothing at its start that opens a list, a heading, a quotation, a definition ..."""
    start = line[:1]
    return start != "" and start not in STARTS and not start.isdecimal()


class Inlines(InlineProcessor):
    """Passes over texts without any sign, and patterns whose signs are in no text."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.known = md.inlinePatterns
        self.chosen: dict[frozenset[str], Registry[Any]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        signs: set[str] = set()
        bare: list[tuple[Element, str]] = []
        for node in tree.iter():
            if node.tail:
                signs |= signs_in(node.tail)
            if (text := node.text) and not isinstance(text, AtomicString):
                if found := signs_in(text):
                    signs |= found
                else:
                    bare.append((node, text))
        return self.run_on_others(tree, ancestors, signs, bare) if signs else tree

    def run_on_others(
        self,
        tree: Element,
        ancestors: list[str] | None,
        signs: set[str],
        bare: list[tuple[Element, str]],
    ) -> Element:
        """The library's work, with the bare texts marked as it marks what it must not touch."""
        self.inlinePatterns = self.patterns_for(frozenset(signs))
        for node, text in bare:
            node.text = AtomicString(text)
        tree = super().run(tree, ancestors)
        for node, text in bare:
            node.text = text
        return tree

    def patterns_for(self, signs: frozenset[str]) -> "Registry[Any]":
        """The patterns that one of the signs can concern, in their order."""
        if signs not in self.chosen:
            registry: Registry[Any] = Registry()
            for place, (name, needed) in enumerate(PATTERNS.items()):
                if not signs.isdisjoint(needed):
                    registry.register(self.known[name], name, -place)
            self.chosen[signs] = registry
        return self.chosen[signs]


def signs_in(text: str) -> set[str]:
    return {sign for sign in SIGNS if sign in text}
