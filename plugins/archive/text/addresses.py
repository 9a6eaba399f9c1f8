"""An address for each paragraph and each heading of a text, and a quiet link that shows it.

`p3` is the third paragraph: a `p`, or the words of a list's item, of a definition or of a
quotation that stand in none. `s2` is the second heading. They are counted from the top, as a
reader counts who has the text on paper. Of a footnote only what follows its first paragraph is
counted, because the note itself has an address (`fn:1`).

The link holds no words, so the text is the same with it and without: the style sheet writes its
label out (¶ 3), which is a sign so that it is of no language.
"""

import re
from collections import Counter

STARTS = "p|li|dd|blockquote|h[2-4]"
BLOCKS = f"{STARTS}|[uod]l|dt|pre|table|caption|thead|tbody|tr|t[dh]|hr|div"
# Of markup that nh3 wrote: no attribute's value holds a < or a >.
PART = re.compile(
    rf"""
      <li\ id="fn:[^"]*">\s*<p>  # a footnote
    | <(?P<name> {STARTS} ) (?P<attributes> (?:\ (?!id=)[a-z]+="[^"]*")* )>
      (?P<words> [^<]* (?: <(?!/?(?:{BLOCKS})\b) [^<]* )* )
    """,
    re.VERBOSE,
)
LINK = re.compile(r'<a class="at" href="#[ps][0-9]+" aria-label="[^"]*"></a>')
SIGNS = {"p": "¶", "s": "§"}


def with_addresses(markup: str) -> str:
    """Safe HTML with an id and a link to it for each part that has words of its own."""
    counts: Counter[str] = Counter()

    def mark(part: re.Match[str]) -> str:
        words = (part["words"] or "").rstrip()
        if not words:
            return part[0]
        name = part["name"]
        series = "s" if name[0] == "h" else "p"
        counts[series] += 1
        number = counts[series]
        id_ = f"{series}{number}"
        return (
            f'<{name} id="{id_}"{part["attributes"]}>{words}'
            f'<a class="at" href="#{id_}" aria-label="{SIGNS[series]} {number}"></a>'
            f"{part['words'][len(words) :]}"
        )

    return PART.sub(mark, markup)


def without_links(markup: str) -> str:
    """The same for those who show it elsewhere: the ids stay, the links to them go."""
    return LINK.sub("", markup)
