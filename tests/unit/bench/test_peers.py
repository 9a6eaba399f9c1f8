"""The peers build the pages that they are compared by. They are never installed for a test:
`inv bench` does that, and without it these tests are skipped aloud."""

from pathlib import Path

import pytest

from bench.drafts import Draft
from bench.make_archive import make
from bench.measure import measure
from bench.peers import PEERS
from bench.peers.install import REQUIREMENTS, version
from bench.systems import System
from tests.building import ROOT

SIZE = 50
INSTALLED = ROOT / ".cache" / "bench" / "peers"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What each peer made of the same fifty articles."""
    stamp = INSTALLED / "requirements.txt"
    if not stamp.is_file() or stamp.read_bytes() != REQUIREMENTS.read_bytes():
        pytest.skip("the peers are not installed; `inv bench --sizes 50` installs them")
    folder = tmp_path_factory.mktemp("peers")
    systems: list[System] = [peer(folder / peer.name, INSTALLED) for peer in PEERS.values()]
    for system in systems:
        system.prepare()
    for made in make(SIZE):
        for system in systems:
            system.put(made) if isinstance(made, Draft) else system.introduce(made)
    for system in systems:
        measure(system.command(), folder / "report.json", system.folder, system.env)
    return {system.name: system.output for system in systems}


def articles() -> list[Draft]:
    return [made for made in make(SIZE) if isinstance(made, Draft)]


@pytest.mark.parametrize("peer", ["hugo", "pelican"])
def test_every_article_has_a_page_with_its_text(sites: dict[str, Path], peer: str) -> None:
    for article in articles():
        page = (sites[peer] / "articles" / f"{article.id}.html").read_text("utf-8")
        assert article.tags[0].heading in page
        assert article.source.heading in page
        assert page.count("<p>") >= article.body.count("\n\n> ") + 1


def test_hugo_makes_a_page_for_each_heading_and_day(sites: dict[str, Path]) -> None:
    hugo = sites["hugo"]
    for article in articles():
        for record in article.records:
            page = (hugo / record.kind / f"{record.id}.html").read_text("utf-8")
            assert f"/articles/{article.id}.html" in page
        day = article.day.isoformat()
        for name in (f"years/{day[:4]}", f"months/{day[:7]}", f"days/{day}"):
            assert f"/articles/{article.id}.html" in (hugo / f"{name}.html").read_text("utf-8")


def test_hugo_makes_a_feed_of_everything_and_of_each_tag_alone(sites: dict[str, Path]) -> None:
    feeds = {path.relative_to(sites["hugo"]).as_posix() for path in sites["hugo"].rglob("*.xml")}
    used = {record for record in make(0) if not isinstance(record, Draft) and record.kind == "tags"}
    assert feeds == {"index.xml", *(f"tags/{tag.id}/index.xml" for tag in used)}


def test_hugo_makes_no_files_that_nobody_asked_for(sites: dict[str, Path]) -> None:
    """Such as a redirect beside every list, which would be half of all files."""
    assert not list(sites["hugo"].rglob("page/1.html"))


def test_links_between_articles_lead_somewhere(sites: dict[str, Path]) -> None:
    linked = [article for article in articles() if "](../" in article.body]
    assert linked
    for article in linked:
        target = article.body.split("](../")[1].split(".md)")[0]
        for peer in ("hugo", "pelican"):
            page = sites[peer] / "articles" / f"{article.id}.html"
            assert f"{target}.html" in page.read_text("utf-8")
            assert (sites[peer] / "articles" / f"{target}.html").is_file()


def test_pagefind_indexes_every_article_and_the_filters(sites: dict[str, Path]) -> None:
    fragments = list((sites["pagefind"] / "fragment").iterdir())
    assert len(fragments) == SIZE
    assert len(list((sites["pagefind"] / "filter").iterdir())) == 5


def test_pelican_makes_pages_of_tags_people_sources_and_days(sites: dict[str, Path]) -> None:
    made = {
        path.relative_to(sites["pelican"]).parts[0] for path in sites["pelican"].rglob("*.html")
    }
    assert {"articles", "tags", "people", "sources", "dates"} <= made
    for article in articles():
        assert (sites["pelican"] / "dates" / f"{article.day}.html").is_file()


def test_versions_are_pinned() -> None:
    assert version("pagefind") == "1.5.2"
    assert all("==" in line for line in REQUIREMENTS.read_text().splitlines() if line[0] != "#")
