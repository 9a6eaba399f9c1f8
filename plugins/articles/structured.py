"""An article as schema.org's NewsArticle, for machines that read JSON-LD."""

from plugins.archive.entries import Heading
from plugins.archive.library import Library
from plugins.archive.model import Article, Correction
from plugins.archive.permalinks import article_address
from plugins.archive.site import Site

from .rights import statement

TYPES = {
    "people": "Person",
    "places": "Place",
    "organisations": "Organization",
    "sources": "NewsMediaOrganization",
}


def news_article(article: Article, library: Library, site: Site) -> dict[str, object]:
    """Keys without a value are left out; nothing is guessed. The paper published what is
    described, the archive the description. Bylines of a report are not those of a digest."""
    entry = library.entry(article.id)
    authors = () if article.text == "digest" else article.authors
    values: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": ["NewsArticle", "ArchiveComponent"],
        "headline": article.title,
        "description": article.summary,
        "datePublished": article.date.iso,
        "dateModified": max((c.date.isoformat() for c in article.corrections), default=None),
        "inLanguage": article.lang,
        "url": site.absolute(article_address(article.id)),
        "author": [{"@type": "Person", "name": name} for name in authors],
        "publisher": thing(entry.source, library, site),
        "articleSection": list(article.section),
        "isBasedOn": article.source_url,
        "archivedAt": article.archived_url,
        "about": [thing(heading, library, site) for heading in entry.people],
        "mentions": [
            thing(heading, library, site) for heading in (*entry.organisations, *entry.places)
        ],
        "keywords": [tag.heading for tag in entry.tags],
        "correction": [correction(one) for one in article.corrections],
        "isPartOf": archive("Collection", site),
        "sdPublisher": archive("Organization", site),
        "license": licence(article, site),
    }
    return {key: value for key, value in values.items() if value}


def thing(heading: Heading, library: Library, site: Site) -> dict[str, object]:
    """A heading, and its Wikidata identifier where it is known."""
    record = library.record(heading.kind, heading.id)
    values: dict[str, object] = {
        "@type": TYPES[heading.kind],
        "name": heading.heading,
        "url": getattr(record, "homepage", None) or site.absolute(heading.address),
    }
    if record.wikidata:
        values["sameAs"] = f"https://www.wikidata.org/entity/{record.wikidata}"
    return {key: value for key, value in values.items() if value}


def archive(type_: str, site: Site) -> dict[str, object]:
    values: dict[str, object] = {"@type": type_, "name": site.name, "url": site.absolute("")}
    return {key: value for key, value in values.items() if value}


def correction(made: Correction) -> dict[str, object]:
    return {
        "@type": "CorrectionComment",
        "text": made.note,
        "datePublished": made.date.isoformat(),
    }


def licence(article: Article, site: Site) -> str | None:
    """Of what is shown: a digest is ours, the rest is under the original's rights."""
    if article.text == "digest":
        return site.licence_url
    return statement(article.rights).uri if article.rights else None
