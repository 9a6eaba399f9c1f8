"""The date pages as they are written."""

import pickle
from pathlib import Path

from jinja2 import StrictUndefined
from lxml import html

from plugins.dates import add_pages
from plugins.publish.render import Renderer
from plugins.publish.templates import Look

THEME = Path(__file__).parents[3] / "theme"


OPTIONS = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}


def documents(library, site):
    renderer = Renderer.of(Look(theme=THEME, options=OPTIONS), library, site)
    return {page.path: renderer.render(page).decode() for page in add_pages(library)}


def standfirst(page):
    return " ".join(page.xpath("string(//p[@class='standfirst'])").split())


def test_pages_can_be_made_in_another_process(archive, site):
    library = archive([{"day": "2021-04-06"}])
    for page in add_pages(library):
        sent = pickle.loads(pickle.dumps(page))  # noqa: S301  # our own bytes
        assert sent.make(library, site) == page.make(library, site)


def test_every_filled_day_of_a_year_leads_to_an_entry_of_that_day(archive, site):
    articles = [
        {"day": "2021-04-06"},
        {"day": "2021-04-06", "happened": "2021"},
        {"day": "2021-04-06", "happened": "2021-04"},
        {"day": "2021-04-30", "happened": "2021-04"},
        {"day": "2021-05-01", "happened": "2021-04-28/2021-05-02"},
    ]
    page = html.fromstring(documents(archive(articles), site)["dates/2021.html"])
    links = page.xpath("//table//a/@href")
    assert links == ["#d2021-04-06", "#d2021-05-01"]
    for link in links:
        (entry,) = page.xpath(f"//*[@id='{link[1:]}']")
        assert entry.xpath(".//time/@datetime") == [link[2:]]
    assert len(page.xpath("//article")) == len(articles)


def test_each_article_of_a_year_stands_on_its_month_page_once(archive, site):
    articles = [
        {"day": "2021-04-06"},
        {"day": "2021-12-31", "happened": "2021"},
        {"day": "2021-04-30", "happened": "2021-04"},
    ]
    made = documents(archive(articles), site)
    pages = [html.fromstring(made[f"dates/2021-{month}.html"]) for month in ("04", "12")]
    assert [len(page.xpath("//article")) for page in pages] == [2, 1]


def test_a_day_page_does_not_claim_what_is_not_known(archive, site):
    made = documents(archive([{"day": "2022-10-31", "happened": "2022-10"}]), site)
    page = html.fromstring(made["dates/2022-10-31.html"])
    assert standfirst(page) == "Monday. No cutting is known to be of this day."
    headings = [" ".join(heading.split()) for heading in page.xpath("//h2/text()")]
    assert headings == ["Day not known"]


def test_an_empty_archive_has_a_sentence_and_ways_in(archive, site):
    page = html.fromstring(documents(archive(), site)["dates/index.html"])
    assert standfirst(page) == "No year has a cutting yet."
    assert page.xpath("//main//a/@href") == [
        "../people/index.html",
        "../tags/index.html",
        "../search.html",
    ]
