"""What reference managers read in a page's head, Zotero above all.

`z:itemType` tells it that this is a newspaper's article. `citation_journal_title` is never
written: it would make it one of a journal.
"""

from plugins.archive.csl import Csl
from plugins.archive.model import Article

Tag = tuple[str, str]


def embedded(article: Article, record: Csl) -> list[Tag]:
    """Names and contents of <meta>, in the order of the page."""
    names = [name["literal"] for name in record.get("author", ())]
    paper, language = record["container-title"], record["language"]
    tags = [
        ("z:itemType", "newspaperArticle"),
        ("prism.publicationName", paper),
        ("citation_title", record["title"]),
        *(("citation_author", name) for name in names),
        ("citation_date", article.date.day.isoformat()),
        ("citation_language", language),
        ("citation_keywords", record.get("keyword", "")),
        ("citation_public_url", record.get("URL", "")),
        ("DCTERMS.title", record["title"]),
        *(("DCTERMS.creator", name) for name in names),
        ("DCTERMS.issued", article.date.iso),
        ("DCTERMS.publisher", paper),
        ("DCTERMS.language", language),
    ]
    return [(name, content) for name, content in tags if content]
