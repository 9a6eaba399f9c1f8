"""What a citation of the original needs and its card does not say.

A record is `[published, authors, address of the original, of an archived copy, text]`: published
is the day or time on the original, not the day it is filed under; authors are as printed; text
says what is kept here ("full", "excerpt", "digest", "metadata"). Title, source, language, summary
and headings are in the card with the same number.
"""

from .documents import Document

Cite = list[object]


def cite(document: Document) -> Cite:
    return [
        document.published,
        list(document.authors),
        document.source_url,
        document.archived_url,
        document.text,
    ]
