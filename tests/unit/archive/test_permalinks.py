from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.archive import permalinks
from plugins.archive.permalinks import content_address, relative, resolve

PARTS = st.text("abc123-_.é नК ", min_size=1, max_size=5).filter(lambda part: part.strip(". "))
PATHS = st.lists(PARTS, min_size=1, max_size=4).map("/".join)


@given(PATHS, PATHS)
@example("x", "..y")
def test_a_relative_link_leads_back_to_what_it_was_made_for(here, there):
    link = relative(here, there)
    assert not link.startswith(("/", "http"))
    assert resolve(here, unquote(link)) == there


@given(PATHS, PATHS, st.sampled_from(["#part", "?q=x", "?q=x#part"]))
def test_an_anchor_or_a_query_stays_on_the_link(here, there, tail):
    assert relative(here, there + tail) == relative(here, there) + tail


@pytest.mark.parametrize(
    ("here", "there", "link"),
    [
        ("index.html", "people/x.html", "people/x.html"),
        ("people/x.html", "index.html", "../index.html"),
        ("articles/2021/x.html", "people/y.html#cuttings", "../../people/y.html#cuttings"),
        ("people/x.html", "people/y.html", "../people/y.html"),
        ("people/x.html", "#top", "#top"),
    ],
)
def test_links_between_pages(here, there, link):
    assert relative(here, there) == link


@pytest.mark.parametrize(
    ("here", "link", "path"),
    [
        ("articles/2021/x.md", "../2020/y.md", "articles/2020/y.md"),
        ("articles/2021/x.md", "y.md", "articles/2021/y.md"),
        ("articles/2021/x.md", "./y.md", "articles/2021/y.md"),
        ("articles/2021/x.md", "../../../../etc/passwd", None),
        ("about.md", "../x", None),
        ("about.md", "..", None),
        ("about.md", "/x", None),
    ],
)
def test_a_link_out_of_the_tree_leads_nowhere(here, link, path):
    assert resolve(here, link) == path


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("articles/2021/x.md", "articles/2021/x.html"),
        ("pages/about.md", "about.html"),
        ("authorities/people/x.yaml", "people/x.html"),
        ("authorities/nonsense/x.yaml", None),
        ("captures/x.html", None),
        ("images/x.png", None),
        ("articles/2021/x.txt", None),
        ("elsewhere.md", None),
    ],
)
def test_a_content_file_becomes_a_page_or_none(path, address):
    assert content_address(path) == address


def test_days_months_and_years_have_addresses_that_sort():
    assert permalinks.day_address(date(999, 4, 6)) == "dates/0999-04-06.html"
    assert permalinks.month_address(2021, 4) == "dates/2021-04.html"
    assert permalinks.year_address(2021) == "dates/2021.html"
