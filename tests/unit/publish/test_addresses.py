"""No two files of a site at one address."""

import pytest

from plugins.archive.content import Content, HandPage
from plugins.archive.model import PageMatter
from plugins.archive.pages import File, Page
from plugins.archive.signals import get_pages
from plugins.publish.addresses import clashes, collect
from plugins.publish.assets import Assets


@pytest.fixture
def rooms():
    """`rooms(page, ...)` is a room that offers these; no other room is there."""
    kept = dict(get_pages.receivers)
    get_pages.receivers.clear()
    offers = []

    def rooms(*paths):
        def offer(_library, **_):
            return [File(path, bytes) for path in paths]

        offers.append(offer)  # a signal holds its receivers weakly
        get_pages.connect(offer)

    yield rooms
    get_pages.receivers.clear()
    get_pages.receivers.update(kept)


def test_files_of_all_rooms_and_the_theme_come_in_the_order_of_their_addresses(rooms):
    rooms("people/a.html", "index.html")
    rooms("articles/b.html")
    theme = Assets((File("theme/style.css", bytes),), {})
    found = [page.path for page in collect(None, theme)]
    assert found == ["articles/b.html", "index.html", "people/a.html", "theme/style.css"]


def test_two_rooms_at_one_address_stop_the_build(rooms):
    rooms("index.html", "x.html")
    rooms("x.html")
    with pytest.raises(ValueError, match=r"x\.html"):
        collect(None, Assets((), {}))


def test_a_hand_written_page_at_an_address_of_ours_is_a_problem(tmp_path):
    content = Content(tmp_path / "content")
    for name in ("search", "about"):
        content.pages[name] = HandPage(name=name, front=PageMatter(title=name), body="x")
    pages = [Page("search.html", "search", dict), Page("index.html", "home", dict)]
    problem, *others = clashes(pages, content)
    assert others == []
    assert str(problem).startswith("content/pages/search.md:1: address-taken: search.html")
