"""What an article's page shows."""

from plugins.archive.csl import csl
from plugins.archive.days import long_day
from plugins.archive.library import Library
from plugins.archive.model import Article
from plugins.archive.pages import View
from plugins.archive.permalinks import article_data_address
from plugins.archive.related import related, reports
from plugins.archive.site import Site

from .citations import citations
from .downloads import downloads
from .embedded import embedded
from .fixity import text_digest
from .kinds import KINDS
from .moments import shown
from .neighbours import earlier, later
from .pictures import kept, pictures
from .provenance import address_of_original, archived_copy, provenance
from .reading_time import reading_time
from .structured import news_article


def article_view(id_: str, library: Library, site: Site) -> View:
    article = library.article(id_)
    entry = library.entry(id_)
    source = library.record("sources", article.source)
    moment = shown(article.date, getattr(source, "timezone", None))
    hidden = article.text == "metadata"
    record = csl(article, entry, site)
    body = library.body(id_)
    gone = library.gone_since(article)
    return {
        "article": article,
        "entry": entry,
        "label": label(article, site),
        "moment": moment,
        "stamp": KINDS[article.text].stamp,
        "reading_time": reading_time(body.plain, article.lang),
        "highlights": () if hidden else article.highlights,
        "body": body.linked,
        "original": address_of_original(article),
        "lost": long_day(gone) if gone else None,
        "copy": archived_copy(article),
        "pictures": pictures(article, kept(article, library)),
        "filed": filed(library, id_),
        "provenance": provenance(
            article, entry.source, moment, site, text_digest(body.plain), gone
        ),
        "citations": citations(record),
        "downloads": downloads(record),
        "embedded": embedded(article, record),
        "reports": reports(library, id_),
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
    kind = KINDS[article.text].label
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
