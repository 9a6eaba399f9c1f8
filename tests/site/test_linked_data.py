"""What programs read on every article: JSON-LD, Dublin Core and Open Graph, by extruct, and what
Zotero looks for."""

import re
from datetime import date, datetime
from urllib.parse import urlsplit

import extruct
import pytest
import yaml

from tests.building import SAMPLE, pages
from tests.crawl import meta, parsed, text_of
from tests.hostile import ATTACKS

ALL_SITES = ("site", "addressed_site", "good_site", "large_site", "extreme_site", "hostile_site")


@pytest.fixture(params=ALL_SITES)
def any_site(request):
    return request.getfixturevalue(request.param)


def articles_of(site):
    return [p for p in pages(site) if parsed(site, p).xpath("//body[@class='article']")]


def linked_data(site, page):
    """What extruct reads on a page: it raises where JSON-LD is not JSON."""
    text = (site / page).read_text("utf-8")
    return extruct.extract(text, syntaxes=["json-ld", "opengraph"], uniform=False)


def news_article(site, page):
    found = linked_data(site, page)["json-ld"]
    assert len(found) == 1, page
    return found[0]


def is_date(text):
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text).tzinfo


def test_every_article_is_a_news_article_with_all_that_is_required(any_site):
    articles = articles_of(any_site)
    assert articles
    for page in articles:
        data = news_article(any_site, page)
        assert data["@context"] == "https://schema.org"
        assert data["@type"] == ["NewsArticle", "ArchiveComponent"]
        assert data["headline"], page
        assert is_date(data["datePublished"]), page
        assert data["inLanguage"], page
        assert data["publisher"]["@type"] == "NewsMediaOrganization"
        assert data["publisher"]["name"], page
        assert data["isPartOf"]["name"], page
        assert data["sdPublisher"]["name"] == data["isPartOf"]["name"], page


def test_no_value_is_empty(any_site):
    def empty(value):
        if isinstance(value, dict):
            return not value or any(map(empty, value.values()))
        return not value or (isinstance(value, list) and any(map(empty, value)))

    for page in articles_of(any_site):
        assert not empty(news_article(any_site, page)), page


def test_it_says_what_the_front_matter_says(site):
    for page in articles_of(site):
        path = SAMPLE / page.replace(".html", ".md")
        front = front_matter(path)
        data = news_article(site, page)
        assert data["headline"] == front["title"]
        assert data["datePublished"] == front["date"]
        assert data.get("isBasedOn") == front.get("source_url")
        assert data.get("archivedAt") == front.get("archived_url")
        assert data.get("description") == front.get("summary")
        assert len(data.get("about", [])) == len(front.get("people", []))
        assert len(data.get("keywords", [])) == len(front.get("tags", []))
        digest = front.get("text") == "digest"
        names = [] if digest else front.get("authors", [])
        assert [person["name"] for person in data.get("author", [])] == names
        assert ("creativecommons.org/licenses/by/4.0" in data.get("license", "")) == digest, page


# What schema.org allows, of what is used here: for each type its properties, its own and
# those of the types above it, and for each property the types that its values may have.
THING = {"name", "url", "sameAs", "description"}
PROPERTIES = {
    "NewsArticle": {
        *THING, "headline", "datePublished", "dateModified", "inLanguage", "author", "publisher",
        "articleSection", "isBasedOn", "archivedAt", "about", "mentions", "keywords",
        "correction", "isPartOf", "sdPublisher", "license",
    },
    "CorrectionComment": {*THING, "text", "datePublished"},
    "Person": THING,
    "Place": THING,
    "Organization": THING,
    "NewsMediaOrganization": THING,
    "Collection": THING,
}  # fmt: skip
TEXT, DATE, URL = "text", "date", "address"
VALUES = {
    "name": {TEXT}, "url": {URL}, "sameAs": {URL}, "description": {TEXT}, "headline": {TEXT},
    "datePublished": {DATE}, "dateModified": {DATE}, "inLanguage": {TEXT}, "text": {TEXT},
    "author": {"Person"}, "publisher": {"NewsMediaOrganization"}, "articleSection": {TEXT},
    "isBasedOn": {URL}, "archivedAt": {URL}, "about": {"Person"},
    "mentions": {"Organization", "Place"}, "keywords": {TEXT}, "correction": {"CorrectionComment"},
    "isPartOf": {"Collection"}, "sdPublisher": {"Organization"}, "license": {URL},
}  # fmt: skip


def strays(thing):
    """Where a thing says what its type has no word for, or says it of the wrong kind."""
    types = [thing["@type"]] if isinstance(thing["@type"], str) else thing["@type"]
    if types == ["NewsArticle", "ArchiveComponent"]:
        types = types[:1]
    (type_,) = types
    for key, found in thing.items():
        if key in ("@type", "@context"):
            continue
        if key not in PROPERTIES[type_]:
            yield f"{type_} has no {key}"
        for value in found if isinstance(found, list) else [found]:
            if isinstance(value, dict):
                if value["@type"] not in VALUES[key]:
                    yield f"{key} is no {value['@type']}"
                yield from strays(value)
            elif not VALUES[key] & kinds(value):
                yield f"{key}: {value!r}"


def kinds(value):
    """What a string may be."""
    yes = {TEXT}
    if urlsplit(value).scheme in {"http", "https"}:
        yes.add(URL)
    if re.match(r"\d{4}-\d\d-\d\d", value) and is_date(value) is not None:
        yes.add(DATE)
    return yes


def test_it_says_nothing_that_schema_org_has_no_word_for(any_site):
    for page in articles_of(any_site):
        assert list(strays(news_article(any_site, page))) == [], page


def test_a_stray_would_be_found():
    paper = {"@type": "NewsMediaOrganization", "headline": "A paper", "url": "paper.example"}
    thing = {"@type": "NewsArticle", "publisher": paper, "author": {"@type": "Place"}}
    assert list(strays(thing)) == [
        "NewsMediaOrganization has no headline",
        "url: 'paper.example'",
        "author is no Place",
    ]


def front_matter(path):
    """Keys of an article with all scalars as text, by PyYAML alone."""
    head = path.read_text("utf-8").split("\n---\n")[0]
    return yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506  # it makes text, nothing else


def test_only_articles_that_can_be_read_have_linked_data(any_site):
    articles = set(articles_of(any_site))
    for page in set(pages(any_site)) - articles:
        assert linked_data(any_site, page)["json-ld"] == [], page


def test_every_address_in_it_is_absolute(any_site):
    def addresses(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key in {"url", "sameAs", "isBasedOn", "archivedAt", "license"}:
                    yield inner
                yield from addresses(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from addresses(inner)

    for page in articles_of(any_site):
        for address in addresses(news_article(any_site, page)):
            assert urlsplit(address).scheme in {"http", "https"}, (page, address)


def test_every_article_has_open_graph(any_site):
    for page in articles_of(any_site):
        found = linked_data(any_site, page)["opengraph"]
        properties = dict(found[0]["properties"])
        assert properties["og:type"] == "article", page
        assert properties["og:title"] == news_article(any_site, page)["headline"], page
        assert properties["og:site_name"], page
        published = meta(parsed(any_site, page), "article:published_time")
        assert published == news_article(any_site, page)["datePublished"], page


def contents(site, page, name):
    return list(map(str, parsed(site, page).xpath(f"//head/meta[@name='{name}']/@content")))


def test_zotero_takes_each_article_for_one_of_its_newspaper(any_site):
    for page in articles_of(any_site):
        data = news_article(any_site, page)
        assert contents(any_site, page, "z:itemType") == ["newspaperArticle"], page
        (paper,) = contents(any_site, page, "prism.publicationName")
        assert plain(paper) == plain(data["publisher"]["name"]), page
        (title,) = contents(any_site, page, "citation_title")
        assert plain(title) == plain(data["headline"]), page
        assert contents(any_site, page, "citation_date") == [data["datePublished"][:10]], page
        assert contents(any_site, page, "citation_language") == [data["inLanguage"]], page
        names = [person["name"] for person in data.get("author", [])]
        assert contents(any_site, page, "citation_author") == names, page
        known = data.get("isBasedOn") or data.get("archivedAt")
        assert contents(any_site, page, "citation_public_url") == ([known] if known else []), page


def test_nothing_is_taken_for_an_article_of_a_journal_or_for_one_that_is_gone(any_site):
    articles = set(articles_of(any_site))
    for page in pages(any_site):
        assert contents(any_site, page, "citation_journal_title") == []
        assert bool(contents(any_site, page, "z:itemType")) == (page in articles), page


def test_dublin_core_is_read_with_its_schema(site):
    for page in articles_of(site):
        text = (site / page).read_text("utf-8")
        (found,) = extruct.extract(text, syntaxes=["dublincore"], uniform=False)["dublincore"]
        assert found["namespaces"] == {"DCTERMS": "http://purl.org/dc/terms/"}, page
        told = {each["name"]: each["content"] for each in found["elements"] + found["terms"]}
        data = news_article(site, page)
        assert told["DCTERMS.issued"] == data["datePublished"], page
        assert plain(told["DCTERMS.title"]) == plain(data["headline"]), page
        assert told["DCTERMS.language"] == data["inLanguage"], page


def test_hostile_words_come_through_whole(hostile_site):
    for name, attack in ATTACKS.items():
        data = news_article(hostile_site, f"articles/2021/{name}.html")
        assert data["headline"] == f"{attack} {name}"
        assert data["description"] == attack
        assert data["author"] == [{"@type": "Person", "name": attack}]
        assert data["about"][0]["name"] == f"{attack} people {name}"


def test_the_page_shows_what_the_data_say(site):
    """Search engines want that; quotes and hard spaces are a matter of type."""
    for page in articles_of(site):
        shown = text_of(parsed(site, page).xpath("//h1")[0])
        headline = news_article(site, page)["headline"]
        assert plain(shown) == plain(headline), page


def plain(text):
    return re.sub(r"\W+", " ", text)
