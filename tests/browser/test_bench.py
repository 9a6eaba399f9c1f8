"""What the bench of the search counts is what the page asks for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.search.browser import opened
from bench.search.downloads import Visitor
from bench.search.host import hosted
from bench.search.warm import WIDE, asked_again


@pytest.fixture
def visitor(chromium: Browser, site: Path) -> Iterator[Visitor]:
    with hosted(site) as host:
        yield Visitor(chromium, host)


def test_a_query_takes_words_and_cards_and_a_facet_its_column_besides(visitor: Visitor) -> None:
    seen = visitor.sees("?q=Lavrov")
    assert {"manifest", "meta", "words", "cards"} <= seen.kinds.keys()
    assert "people" not in seen.kinds
    people, *others = visitor.counts("?q=Lavrov")
    assert len(others) == 4
    assert "people" in people.kinds
    assert not {file.path for file in seen.files} & {file.path for file in people.files}


def test_every_visit_begins_with_nothing(visitor: Visitor) -> None:
    assert visitor.sees("?q=oil").bytes == visitor.sees("?q=oil").bytes > 0


def test_a_mistyped_word_takes_files_beyond_its_look_up(visitor: Visitor) -> None:
    assert not {"manifest", "meta"} & visitor.corrects("Lavorv").kinds.keys()


def test_the_page_itself_is_counted_apart(visitor: Visitor) -> None:
    paths = [file.path for file in visitor.page().files]
    assert "search.html" in paths
    assert any(path.endswith(".css") for path in paths)


def test_a_warm_query_takes_time_and_no_file(visitor: Visitor) -> None:
    with opened(visitor.browser, visitor.host, "", WIDE) as page:
        asked_again(page, ["Lavrov", "oil"])
        visitor.visit("")
        assert all(time > 0 for time in asked_again(page, ["oil", "Lavrov"]))
        assert visitor.visit("").files == ()
