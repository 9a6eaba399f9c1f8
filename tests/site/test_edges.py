"""Archives with nothing in them, with one article, with a thousand, and with too much of all."""

import re

import pytest
from lxml import html

from tests.archives import write_article, write_record
from tests.building import build_site, pages, run_build
from tests.crawl import links, links_of, parsed, text_of


def words_of(site, page):
    return text_of(parsed(site, page).xpath("//main")[0])


def test_an_empty_archive_has_a_front_page_that_says_so(empty_site):
    assert "Nothing is filed yet" in words_of(empty_site, "index.html")
    assert parsed(empty_site, "index.html").xpath("//main//ol | //main//figure | //main//svg") == []


def test_an_empty_archive_has_every_page_that_the_navigation_names(empty_site):
    built = set(pages(empty_site))
    assert {"index.html", "search.html", "404.html", "dates/index.html", "tags/index.html"} <= built
    dead = [x for x in links(empty_site) if x.is_internal and not (empty_site / x.path).is_file()]
    assert dead == []


def test_a_folder_that_is_empty_altogether_builds(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    assert "index.html" in pages(build_site(content, tmp_path))


def test_a_content_folder_that_is_not_there_is_named(tmp_path):
    built = run_build(tmp_path / "nowhere", tmp_path)
    assert built.returncode == 1
    assert (
        built.stderr == f"cuttings: {tmp_path}/nowhere: no such folder; name one with --content\n"
    )
    assert not (tmp_path / "out").exists()


def test_one_article_is_written_about_in_the_singular(single_site):
    shown = {page: words_of(single_site, page) for page in pages(single_site)}
    assert [page for page, words in shown.items() if re.search(r"\b1 cuttings\b", words)] == []
    assert [page for page, words in shown.items() if re.search(r"\bOne cuttings\b", words)] == []
    assert "The only one" in shown["index.html"]
    article = parsed(single_site, "articles/2021/only.html")
    assert article.xpath("//nav[contains(@class, 'seq')]") == []
    assert article.xpath("//*[@id='related']") == []


def test_records_without_articles_have_pages_that_lead_on(unnamed_site):
    for kind in ("people", "places", "organisations", "sources", "tags"):
        page = f"{kind}/{kind}-00.html"
        assert "No cutting is filed here yet" in words_of(unnamed_site, page)
        assert parsed(unnamed_site, page).xpath("//main//a[contains(@href, 'index.html')]"), page
        assert parsed(unnamed_site, page).xpath("//svg[contains(@class, 'tally')]") == []


def test_lists_of_more_than_a_hundred_are_cut_by_the_calendar(large_site):
    built = set(pages(large_site))
    crowded = "tags/tags-00"
    assert {f"{crowded}/2020.html", f"{crowded}/2020-03.html", f"{crowded}/1999.html"} <= built
    for page in built - {f"{crowded}/2020-03.html", "dates/2020-03.html"}:
        entries = parsed(large_site, page).xpath("//ol[contains(@class, 'entries')]/li")
        assert len(entries) <= 100, page


def test_a_cut_list_loses_no_article(large_site):
    """From the tag's own page and those below it, each article can be reached."""
    every = {page for page in pages(large_site) if page.startswith("articles/")}
    assert len(every) == 1_000
    below = {p for p in pages(large_site) if p.startswith(("tags/tags-00/", "tags/tags-00.html"))}
    for these in (below, {p for p in pages(large_site) if p.startswith("dates/")}):
        reached = {link.path for page in these for link in links_of_page(large_site, page)}
        assert every - reached == set()


def links_of_page(site, page):
    return (link for link in links_of(page, parsed(site, page)) if link.is_internal)


def test_a_front_page_of_a_thousand_is_as_short_as_one_of_seventy(site, large_site):
    def size(folder):
        return len((folder / "index.html").read_bytes())

    assert size(large_site) < 2 * size(site)


@pytest.mark.parametrize("lang", ["hi", "ru", "ar"])
def test_a_title_in_another_script_is_marked_as_such(extreme_site, lang):
    found = [
        parsed(extreme_site, page).xpath("//h1/@lang")
        for page in pages(extreme_site)
        if page.startswith("articles/")
    ]
    assert [lang] in found


def test_names_in_other_scripts_come_through_whole(tmp_path):
    content = tmp_path / "content"
    names = {"hi": ["सर्गेई लावरोव"], "ru": ["Сергей Лавров"], "ar": ["سيرغي لافروف"]}
    write_record(content, "sources", "paper", heading="Коммерсантъ")
    write_record(content, "people", "lavrov", heading="Sergey Lavrov", scripts=names)
    title = "विदेश मंत्री लावरोव की यात्रा: “мы друзья” — 日本"
    write_article(content, "2021/visit", "यह लेख है।", title=title, people=["lavrov"], lang="hi")
    site = build_site(content, tmp_path)
    person = (site / "people" / "lavrov.html").read_text("utf-8")
    for lang, (name,) in names.items():
        assert re.search(rf'lang="{lang}"[^>]*>{name}<', person), lang
    shown = html.document_fromstring((site / "articles/2021/visit.html").read_bytes())
    assert text_of(shown.xpath("//h1")[0]) == title
    assert shown.xpath("//h1/@lang") == ["hi"]
