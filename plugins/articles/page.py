"""What an article's page shows."""

from plugins.archive.csl import csl
from plugins.archive.library import Library
from plugins.archive.model import Article
from plugins.archive.pages import View
from plugins.archive.permalinks import article_data_address
from plugins.archive.related import related
from plugins.archive.site import Site

from .citations import citations
from .downloads import downloads
from .embedded import embedded
from .moments import shown
from .neighbours import earlier, later
from .pictures import kept, pictures
from .provenance import address_of_original, provenance
from .structured import news_article

# How the line above the title begins.
KINDS = {
    "full": "Report",
    "excerpt": "Excerpt of a report",
    "digest": "Digest of a report",
    "metadata": "Record of a report",
}


def article_view(id_: str, library: Library, site: Site) -> View:
    article = library.article(id_)
    entry = library.entry(id_)
    source = library.record("sources", article.source)
    moment = shown(article.date, getattr(source, "timezone", None))
    hidden = article.text == "metadata"
    record = csl(article, entry, site)
    return {
        "article": article,
        "entry": entry,
        "label": label(article, site),
        "moment": moment,
        "highlights": () if hidden else article.highlights,
        "body": library.body(id_).html,
        "original": address_of_original(article),
        "pictures": pictures(article, kept(article, library)),
        "filed": filed(library, id_),
        "provenance": provenance(article, entry.source, moment, site),
        "citations": citations(record),
        "downloads": downloads(record),
        "embedded": embedded(article, record),
        "related": related(library, id_),
        "earlier": earlier(entry, library.before(id_)),
        "later": later(entry, library.after(id_)),
        "data": article_data_address(id_),
        "structured": news_article(article, library, site),
    }


def label(article: Article, site: Site) -> str:
    """Digest of a report in the News section, India pages

    A section in another language would make half a sentence in each.
    """
    kind = KINDS[article.text]
    if not article.section or article.lang != site.lang:
        return kind
    first, *rest = article.section
    pages = f", {', '.join(rest)} pages" if rest else ""
    return f"{kind} in the {first} section{pages}"


def filed(library: Library, id_: str) -> View:
    """The headings of an article, by kind; kinds without one are left out."""
    entry = library.entry(id_)
    kinds = {
        "People": entry.people,
        "Places": entry.places,
        "Organisations": entry.organisations,
        "Tags": entry.tags,
    }
    return {kind: headings for kind, headings in kinds.items() if headings}
