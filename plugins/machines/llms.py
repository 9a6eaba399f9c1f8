"""llms.txt (https://llmstxt.org): a way in for programs that read, and what they may do.

It holds no word of an article. Where programs are asked to stay away, there is none.
"""

from plugins.archive.library import Library
from plugins.archive.permalinks import page_address
from plugins.archive.site import Site

USE = {
    "welcome": "Programs may read and index this archive, and use it as the rights of each text "
    "allow.",
    "no-training": "Programs may read and index this archive, and quote it with credit to readers "
    "who ask. Its texts may not be used to train models.",
}
TEXTS = """\
Each article's page says of its text what it is, and under "Provenance and rights" whose it is:

- digest: an account in the archive's own words; it may be reused with credit under {licence} \
({licence_url}). Cite it as a digest, never as the report itself.
- excerpt, full: wording of those who published the report. It may be read here; to reuse it is \
theirs to allow.
- record: what is known of a report whose text is not shown. It is nowhere on this site.

A withdrawn article keeps its address, with the date and the reason; its text is gone."""
# Name, output path, what is there.
LISTS = (
    ("People", "people/index.html", "everyone a report names, A to Z, in every spelling"),
    ("Places", "places/index.html", "where it happened"),
    ("Organisations", "organisations/index.html", "ministries, companies and other bodies"),
    ("Sources", "sources/index.html", "the newspapers, agencies and sites"),
    ("Tags", "tags/index.html", "what the reports are about"),
    ("Years", "dates/index.html", "by the day of the event"),
    ("Timeline", "timeline.html", "the whole collection along time"),
    ("Collection", "collection.html", "how much there is, of whom and of what"),
)
DATA = (
    ("Tables", "data/index.html", "articles and records as CSV and JSON Lines; the codebook"),
    ("Data package", "data/datapackage.json", "the same for programs; a .json is by each page"),
)
FEEDS = (
    ("Everything, JSON Feed", "feed.json", "the newest articles, with the text that may be shown"),
    ("Everything, Atom", "feed.xml", "the same"),
    ("Corrections, JSON Feed", "corrections.json", "what was corrected, when and where"),
    ("All feeds, OPML", "feeds.opml", "also those of single sources, tags, people and places"),
)
HAND_PAGES = (("about", "About"), ("how-to-cite", "How to cite"), ("colophon", "Colophon"))


def llms(library: Library, site: Site) -> bytes:
    if site.machine_readers == "none":
        return b""
    about = [f"> {site.description}"] if site.description else []
    texts = TEXTS.format(licence=site.licence_name, licence_url=site.licence_url)
    pages = tuple(
        (words, page_address(name), "") for name, words in HAND_PAGES if name in library.pages
    )
    maps = (("Sitemap", "sitemap.xml", "every page, by year"),) if site.url else ()
    parts = [
        f"# {site.name}",
        *about,
        USE[site.machine_readers],
        texts,
        section("Lists", LISTS, site),
        section("Data", DATA, site),
        section("Feeds", FEEDS, site),
        section("About", (*pages, *maps), site),
    ]
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def section(heading: str, links: tuple[tuple[str, str, str], ...], site: Site) -> str:
    lines = [
        f"- [{name}]({site.absolute(path) or path}){f': {note}' if note else ''}"
        for name, path, note in links
    ]
    return "\n".join([f"## {heading}", "", *lines]) if lines else ""
