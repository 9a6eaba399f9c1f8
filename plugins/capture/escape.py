r"""Plain text as Markdown that renders as the same text.

Signs that can open something anywhere are escaped everywhere; those that matter only at the
beginning of a line, only there, so that the file stays readable. A backslash becomes an
entity: Typogrify would take `\"` apart after Markdown has made it of `\\"`.
"""

import re

ANYWHERE = {
    "\\": "&#92;",
    "`": "\\`",
    "*": "\\*",
    "_": "\\_",
    "[": "\\[",
    "|": "\\|",
    "<": "&lt;",
}
SIGNS = str.maketrans(ANYWHERE)
ENTITY = re.compile(r"&(?=#?\w+;)")
# Headings, quotations, lists, rules; `:` a definition, `=` a heading's underline.
OPENING = re.compile(r"^(?:[#>+-]|\d+(?=\.))")
OPENING_ENTITY = {":": "&#58;", "=": "&#61;", "~": "&#126;"}


def escape(text: str) -> str:
    """One line of plain text as one line of Markdown; white space at its ends goes."""
    line = ENTITY.sub("&amp;", text.strip()).translate(SIGNS)
    if line[:1] in OPENING_ENTITY:
        return OPENING_ENTITY[line[0]] + line[1:]
    opening = OPENING.match(line)
    if opening is None:
        return line
    sign = opening[0]
    return f"\\{line}" if not sign[0].isdigit() else f"{sign}\\{line[len(sign) :]}"
