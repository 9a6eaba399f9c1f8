"""The pages as a whole: sendable to a worker, the same each time, hostile text as text."""

import pickle
from pathlib import Path

from jinja2 import StrictUndefined
from lxml import html

from plugins.authorities import add_pages
from plugins.publish.render import Renderer
from plugins.publish.templates import Look

THEME = Path(__file__).parents[3] / "theme"
HOSTILE = "<script>alert(1)</script> \"x\" 'y' & <b onclick=alert(2)>z</b>"


OPTIONS = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}


def documents(library, site):
    renderer = Renderer.of(Look(theme=THEME, options=OPTIONS), library, site)
    return {page.path: renderer.render(page).decode() for page in add_pages(library)}


def text_of(document, path):
    return " ".join(" ".join(html.fromstring(document).xpath(path)).split())


def test_pages_can_be_made_in_another_process(archive, site):
    library = archive([{"day": "2021-04-06"}])
    for page in add_pages(library):
        sent = pickle.loads(pickle.dumps(page))  # noqa: S301  # our own bytes
        assert sent.make(library, site) == page.make(library, site)


def test_the_same_records_give_the_same_bytes(archive, site):
    def made():
        articles = [{"day": f"20{n:02}-01-01", "people": ("p",)} for n in range(5)]
        return documents(archive(articles, people={"p": {"heading": "P"}}), site)

    assert made() == made()


def test_hostile_names_are_shown_as_text(archive, site):
    records = {
        "people": {"p": {"heading": HOSTILE, "role": HOSTILE, "country": HOSTILE}},
        "organisations": {"o": {"heading": HOSTILE, "note": HOSTILE, "variants": (HOSTILE,)}},
        "places": {"l": {"heading": HOSTILE, "scripts": {"ru": (HOSTILE,)}}},
        "tags": {
            "t": {"heading": HOSTILE, "scope": HOSTILE},
            "u": {"heading": "U", "broader": "t"},
        },
    }
    named = {"people": ("p",), "places": ("l",), "organisations": ("o",), "tags": ("t", "u")}
    articles = [{"day": "2021-04-06", "summary": HOSTILE, **named} for _ in range(2)]
    for path, document in documents(archive(articles, **records), site).items():
        page = html.fromstring(document)
        assert "alert(" not in "".join(page.xpath("//script//text()")), path
        assert not page.xpath("//*[@onclick]"), path
        assert not page.xpath("//main//b"), path


def test_a_record_without_articles_has_a_sentence_and_ways_in(archive, site):
    library = archive(people={"p": {"heading": "P"}})
    document = documents(library, site)["people/p.html"]
    assert text_of(document, "//main/div//p//text()") == (
        "No cutting is filed here yet. There are all people , the years , and the search ."
    )
    assert not html.fromstring(document).xpath("//main//table|//aside|//main//dl")


def test_a_crowded_record_links_every_year_in_text(archive, site):
    articles = [{"day": f"{2018 + n % 3}-01-01", "people": ("p",)} for n in range(101)]
    library = archive(articles, people={"p": {"heading": "P"}})
    document = documents(library, site)["people/p.html"]
    assert html.fromstring(document).xpath("//table//th/a/@href") == [
        "../people/p/2020.html",
        "../people/p/2019.html",
        "../people/p/2018.html",
    ]
    assert len(html.fromstring(document).xpath("//article")) == 30


def test_names_in_other_scripts_say_their_language(archive, site):
    people = {
        "p": {
            "heading": "Sergey Lavrov",
            "sort": "Lavrov, Sergey",
            "scripts": {"ru": ("Сергей Лавров",)},
        }
    }
    made = documents(archive(people=people), site)
    for path in ("people/p.html", "people/index.html"):
        page = html.fromstring(made[path])
        found = page.xpath("//*[contains(text(), 'Сергей')]")
        assert found, path
        assert all(element.xpath("ancestor-or-self::*[@lang='ru']") for element in found), path
