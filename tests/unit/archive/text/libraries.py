"""The libraries as they are, without any shortcut of ours.

`python -m tests.unit.archive.text.libraries` prints a digest of many texts set by us, and one
of the same texts set by the libraries.
"""

from functools import cache
from hashlib import sha256

from markdown import Markdown
from typogrify import filters

from plugins.archive.text.body import markdown
from plugins.archive.text.sanitise import sanitise
from plugins.archive.text.typogrify_shortcuts import typogrify
from tests.unit.archive.text.texts import ALL_EXAMPLES, article

EXTENSIONS = ["tables", "footnotes", "def_list", "abbr", "sane_lists"]


@cache
def converter():
    return Markdown(extensions=EXTENSIONS, output_format="html")


def library_markdown(text):
    return converter().reset().convert(text)


def library_typogrify(markup):
    return filters.typogrify(markup)


def digest(to_markup, to_type):
    whole = sha256()
    for text in (*ALL_EXAMPLES, *map(article, range(200))):
        whole.update(to_type(sanitise(to_markup(text))).encode())
    return whole.hexdigest()


if __name__ == "__main__":
    print(digest(markdown, typogrify), digest(library_markdown, library_typogrify))
