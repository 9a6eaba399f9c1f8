"""What is left at an address: of a withdrawn article, and of one that has moved."""

from plugins.archive.days import long_day
from plugins.archive.library import Library
from plugins.archive.pages import View
from plugins.archive.permalinks import article_address, article_data_address
from plugins.archive.site import Site

from .moments import shown
from .provenance import provenance


def tombstone_view(id_: str, library: Library, site: Site) -> View:
    """Title, dateline, reason and slip; the text, and all that was drawn from it, are gone."""
    article = library.article(id_)
    assert article.withdrawn is not None
    source = library.heading("sources", article.source)
    record = library.record("sources", article.source)
    moment = shown(article.date, getattr(record, "timezone", None))
    gone = {"Also read", "Text", "This digest", "Happened"}
    address = article_address(id_)
    return {
        "title": article.title,
        "lang": article.lang,
        "moment": moment,
        "source": source,
        "address": site.absolute(address) or address,
        "withdrawn": long_day(article.withdrawn.date),
        "withdrawn_iso": article.withdrawn.date.isoformat(),
        "reason": article.withdrawn.reason,
        "data": article_data_address(id_),
        "provenance": [
            row
            for row in provenance(article, source, moment, site, "", library.gone_since(article))
            if row.term not in gone
        ],
    }


def redirect_view(id_: str, library: Library, _site: Site) -> View:
    """An older address: `target` is the output path that it leads to."""
    article = library.article(id_)
    return {
        "moved": "This article has moved",
        "target": article_address(id_),
        "title": article.title,
        "lang": article.lang,
    }
