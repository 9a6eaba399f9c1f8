"""BibTeX, as biblatex and its biber read it and older programs understand."""

import re

from plugins.archive.csl import Csl

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# What TeX would take for a command. Braces are counted even behind a backslash, so they are
# written as words.
SPECIAL = re.compile(r"[\\{}~^&%$#_]")
WORDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
# Signs that TeX would make one of: -- a dash, '' a quote, ?` a question mark on its head.
PAIRS = ("--", "''", "``", ",,", "<<", ">>", "?`", "!`")
JOINED = re.compile(r"([-'`,<>])(?=\1)|[?!](?=`)")


def bibtex(record: Csl) -> str:
    """One entry; `theme/static/js/citations/bibtex.js` writes the same.

    Braces around a title keep its capitals, those around a name keep it whole.
    """
    year, month, day = record["issued"]["date-parts"][0]
    fields = {
        "author": " and ".join(f"{{{tex(name['literal'])}}}" for name in record.get("author", ())),
        "title": f"{{{tex(record['title'])}}}",
        "journal": tex(record["container-title"]),
        "entrysubtype": "newspaper",
        "date": f"{year:04}-{month:02}-{day:02}",
        "year": f"{year:04}",
        "month": MONTHS[month - 1],
        "url": record.get("URL", ""),
        "language": record["language"],
        "keywords": tex(record.get("keyword", "")),
        "abstract": tex(record.get("abstract", "")),
        "note": tex(record.get("note", "")),
        "library": tex(f"{record['archive']}, {record['archive_location']}"),
    }
    lines = [f"  {key} = {braced(key, value)},\n" for key, value in fields.items() if value]
    return f"@article{{{record['id'].replace('/', '-')},\n{''.join(lines)}}}\n"


def braced(key: str, value: str) -> str:
    """A month is a word that every style knows; an address is taken as it is written."""
    return value if key == "month" else f"{{{value}}}"


def tex(text: str) -> str:
    line = SPECIAL.sub(command, " ".join(text.split()))
    return JOINED.sub(r"\g<0>{}", line) if any(pair in line for pair in PAIRS) else line


def command(sign: re.Match[str]) -> str:
    return WORDS.get(sign[0]) or f"\\{sign[0]}"
