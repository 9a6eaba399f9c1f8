"""Typogrify tries every filter on all of a text; this leaves out what can't change anything.

The filters stay the library's. They are shown the words, or the parts of a text, in which they
could find something, so the output stays the same, byte for byte. Only widont is done anew,
from the ends of blocks. This was written for one version of the libraries and one list of
filters; with others, or with markup unlike what nh3 writes, the library gets the text whole.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache

import smartypants
import typogrify as library
from typogrify import filters

VERSIONS = ("2.1.0", "2.0.2")  # of Typogrify and smartypants
FILTERS = ("amp", "smartypants", "caps", "initial_quotes", "widont")
PASSED_OVER = ["pre", "samp", "code", "tt", "kbd", "script", "style", "math"]
PROBE = r"""<p>"A" &amp; 'b' -- BC, D.E. \' `` ... 4th 5/6 the end</p>"""

IGNORED = re.compile("<(?:pre|code)", re.IGNORECASE)
TAG = re.compile("(<[^>]*>)")
PLAIN_TAG = re.compile(r'</?\w+(?: \w+="[^"\n]*")*>')
# A comment, a `<` within a tag or without a `>`, an element that some filters pass over.
UNUSUAL = re.compile(rf"<(?:!--|[^<>]*+(?:<|\Z)|/?(?:{'|'.join(PASSED_OVER)}))", re.IGNORECASE)
BLOCK_END = re.compile("(</(?:p|h[1-6]|li|dt|dd)>)")
INLINE_TAG = re.compile("</?(?:a|em|span|strong|i|b)[^>]*>")
INLINE_ENDS = ("</a>", "</em>", "</span>", "</strong>", "</i>", "</b>")
# What a filter needs, and finds in few places.
AMPERSAND = re.compile(r"&(?:amp;|#38;)?(?:\s|&nbsp;)")
CURLED = re.compile(r"[\\'\"`]|--|\.\.\.")
CAPITALS = re.compile(r"[A-Z]\d*[A-Z]")
TOUCHED = re.compile(rf"{CURLED.pattern}|{CAPITALS.pattern}")
DOTTED = re.compile(r"[A-Z]\.\s?[A-Z]+\.")
INITIAL = re.compile(r">\s*&(?:ldquo|lsquo|#8220|#8216);")


def typogrify(markup: str) -> str:
    """What `filters.typogrify` returns."""
    if not knows_library():
        return str(filters.typogrify(markup))
    if not IGNORED.search(markup):
        return set_section(markup)
    sections = filters.process_ignores(markup)
    return "".join(set_section(text) if wanted else text for text, wanted in sections)


def is_bare(text: str) -> bool:
    """Whether no filter but widont can find anything in a text: letters and blanks, no capitals
    side by side, as in most names."""
    return (
        text.isascii()
        and text.replace(" ", "").isalpha()
        and not CAPITALS.search(text)
        and knows_library()
    )


def knows_library() -> bool:
    """Whether versions, options and filters are those that this was written for."""
    return (
        (library.__version__, smartypants.__version__) == VERSIONS
        and smartypants.Attr.default == smartypants.Attr.set1
        and smartypants.tags_to_skip == PASSED_OVER
        and knows_filters()
    )


@cache
def knows_filters() -> bool:
    """Whether a text stays as it is once each known filter is switched off by its name."""
    try:
        return bool(filters.applyfilters(PROBE, **dict.fromkeys(FILTERS, False)) == PROBE)
    except TypeError:
        return False


def set_section(text: str) -> str:
    """A text through all filters, in the order of FILTERS."""
    if AMPERSAND.search(text):
        text = mark_ampersands(text)
    if UNUSUAL.search(text):
        return str(filters.applyfilters(text, amp=False))
    parts = TAG.split(text)  # text, tag, text, tag ... text
    sign = ""
    for place in range(0, len(parts), 2):
        if part := parts[place]:
            parts[place] = set_part(part, sign)
            sign = part[-1]
    blocks = BLOCK_END.split("".join(parts))  # block, its end, block, its end ... block
    for place in range(0, len(blocks), 2):
        blocks[place] = join_last_words(mark_initial_quote(blocks[place], first=not place))
    return "".join(blocks)


def mark_ampersands(text: str) -> str:
    """What `filters.amp` returns. It knows fewer tags than there are, and reads on in others."""
    parts = TAG.split(text)
    if not all(map(PLAIN_TAG.fullmatch, parts[1::2])):
        return str(filters.amp(text))
    for place in range(0, len(parts), 2):
        if AMPERSAND.search(parts[place]):
            parts[place] = filters.amp(parts[place])
    return "".join(parts)


def set_part(text: str, sign: str) -> str:
    """A text between tags through smartypants and caps. `sign`: the last one before it."""
    if text in {"'", '"'}:
        return str(smartypants.smartypants(f"{sign}<b>{text}")).rpartition("<b>")[2]
    if ". . ." in text:
        return str(filters.caps(smartypants.smartypants(text)))
    if DOTTED.search(text):  # it takes a blank after it along
        return str(filters.caps(by_word(text, curl, curl_inner)))
    return by_word(text, set_word, set_inner)


def by_word(text: str, edge: Callable[[str, str, str], str], inner: Callable[[str], str]) -> str:
    """The words in which something may be found, each set by itself: with blanks on both sides, or
    at an `edge` of the text."""
    pieces: list[str] = []
    done = 0
    while match := TOUCHED.search(text, done):
        start, end = text.rfind(" ", done, match.start()) + 1, text.find(" ", match.end())
        pieces.append(text[done:start])
        if start and end >= 0:
            pieces.append(inner(text[start:end]))
        else:
            end = len(text) if end < 0 else end
            blanks = " " if start else "", " " if end < len(text) else ""
            pieces.append(edge(text[start:end], *blanks))
        done = end
    return "".join((*pieces, text[done:]))


@lru_cache(maxsize=32_768)
def set_inner(word: str) -> str:
    return set_word(word, " ", " ")


def set_word(word: str, before: str, after: str) -> str:
    word = curl(word, before, after)
    return str(filters.caps(word)) if CAPITALS.search(word) else word


def curl_inner(word: str) -> str:
    return curl(word, " ", " ")


def curl(word: str, before: str, after: str) -> str:
    return curled(word, before, after) if CURLED.search(word) else word


@lru_cache(maxsize=16_384)
def curled(word: str, before: str, after: str) -> str:
    """Smartypants for a word: it looks at no more than that and the blanks beside it."""
    text = str(smartypants.smartypants(before + word + after))
    return text[len(before) : len(text) - len(after)]


def mark_initial_quote(block: str, *, first: bool) -> str:
    """`first`: the start of the block is the start of the text, which counts as well."""
    if first:
        return str(filters.initial_quotes(block)) if INITIAL.search(f">{block}") else block
    return str(filters.initial_quotes(f".{block}"))[1:] if INITIAL.search(block) else block


def join_last_words(block: str) -> str:
    """What widont does, which tries at every blank of a text: `&nbsp;` before the last word."""
    rest = block.rstrip()
    while rest.endswith(INLINE_ENDS):
        rest = rest[: rest.rindex("<")].rstrip()
    words = rest.rsplit(None, 1)
    if len(words) < 2 or "<" in words[1] or ">" in words[1]:
        return block
    head, word = words
    if head.endswith(">") and not INLINE_TAG.fullmatch(head, max(0, head.rfind("<"))):
        return block
    return f"{head}&nbsp;{word}{block[len(rest) :]}"
