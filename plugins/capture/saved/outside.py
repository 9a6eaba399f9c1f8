"""The words of a page as another reader sees them, for the account.

Nothing here knows of `lines`, of lxml, or of what an import made of the page: it is Python's own
HTML parser, and a count. The two agree on what a word is: text that no tag breaks.
"""

import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

# What stands within a line of text; an element of the page's own making (`x-y`) does, too.
WITHIN = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rb", "rp", "rt", "rtc", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
# What ends a paragraph that nobody ended, by HTML 4; an end that comes later is one of nothing.
ENDS_PARAGRAPH = frozenset({
    "address", "blockquote", "caption", "center", "dd", "dir", "div", "dl", "dt", "fieldset",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "listing", "menu", "ol", "p", "pre",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
# In this order: scripts, of which nothing is a word; what holds text by the standard, whatever
# stands in it, with and without entities; comments, and what the standard takes for one.
NO_TAGS = re.compile(
    r"<(?P<code>script|style)\b[^>]*>.*?(?:</(?P=code)\s*>|\Z)"
    r"|(?P<open><(?P<text>title|textarea)\b[^>]*>)(?P<inside>.*?)(?=</(?P=text)[\s/>]|\Z)"
    r"|(?P<start><(?P<raw>iframe|noembed|noframes|xmp)\b[^>]*>)(?P<within>.*?)"
    r"(?=</(?P=raw)[\s/>]|\Z)"
    r"|<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/[^a-zA-Z])[^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
WORD = re.compile(r"\w+|[^\w\s]")
TAG = re.compile(r"<[^>]*>")
CUT_OFF = re.compile(r"<[a-zA-Z/][^<>]*\Z")


def printed(page: str) -> list[str]:
    """The texts of a page, in order; the description of a picture is one."""
    reader = Reader()
    reader.feed(CUT_OFF.sub("", NO_TAGS.sub(as_text, page)))
    reader.close()
    reader.end()
    return reader.texts


def as_text(found: re.Match[str]) -> str:
    """What holds no tags, written so that any reader takes it for text."""
    if found["code"]:
        return f"<{found['code']}></{found['code']}>"
    if found["text"]:
        return found["open"] + found["inside"].replace("<", "&lt;")
    if found["raw"]:
        return found["start"] + escape(TAG.sub("", found["within"]), quote=False)
    return ""


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.now = ""
        self.silent: list[str] = []
        self.link_ended = False
        self.open = Counter[str]()

    def end(self) -> None:
        if self.now.strip():
            self.texts.append(self.now)
        self.now = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ENDS_PARAGRAPH:
            self.open["p"] = 0
        self.open[tag] += 1
        if tag == "template":
            self.silent.append(tag)
        if tag not in WITHIN and "-" not in tag:
            self.end()
        elif tag in ("a", "label") and self.link_ended:
            self.now += " "
        if self.silent:
            return
        for name, value in attrs:
            if name == "alt" and value and value.strip():
                self.end()
                self.now = value
                self.end()
                break

    def handle_endtag(self, tag: str) -> None:
        if not self.open[tag]:
            return  # the end of nothing
        self.open[tag] -= 1
        if tag == "template" and self.silent:
            self.silent.pop()
        if tag not in WITHIN and "-" not in tag:
            self.end()
        elif tag in ("a", "label"):
            self.link_ended = True

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        self.now += data
        self.link_ended = False


def words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in WORD.findall(text)]


def compared(page: str, lines: Iterable[str]) -> tuple[list[str], list[str]]:
    """Words of the page that the lines lack, in order, and words that the page lacks."""
    given, found = words(printed(page)), Counter(words(lines))
    missing = []
    for word in given:
        if found[word]:
            found[word] -= 1
        else:
            missing.append(word)
    return missing, list(found.elements())
