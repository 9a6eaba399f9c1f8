"""Addresses under ids that a record had before."""

import pytest

from plugins.archive import crowding
from plugins.authorities import add_pages
from plugins.authorities.former import moved_view

DAYS = ["2020-01-01", "2020-01-02", "2021-01-01", "2021-01-02"]


def pages(library):
    return {page.path: page for page in add_pages(library)}


def test_each_former_id_redirects_to_the_record(archive, site):
    library = archive(people={"asha": {"heading": "Asha Tamm", "former": ("a-tamm", "tamm")}})
    found = pages(library)
    assert {path for path in found if "tamm" in path} == {"people/a-tamm.html", "people/tamm.html"}
    page = found["people/tamm.html"]
    assert page.template == "redirect"
    assert page.make(library, site) == moved_view(
        "people", "asha", "people/asha.html", library, site
    )
    assert page.make(library, site)["target"] == "people/asha.html"
    assert page.make(library, site)["moved"] == "This person has moved"


def test_so_does_each_part_of_a_long_list(archive, site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(crowding, "MOST", 3)
    articles = [{"day": day, "tags": ("boats",)} for day in DAYS]
    library = archive(articles, tags={"boats": {"heading": "Boats", "former": ("ships",)}})
    found = pages(library)
    assert {path for path in found if "ships" in path} == {
        "tags/ships.html",
        "tags/ships/2020.html",
        "tags/ships/2021.html",
    }
    assert found["tags/ships/2020.html"].make(library, site)["target"] == "tags/boats/2020.html"


def test_no_index_lists_a_former_id(archive, site):
    library = archive(people={"asha": {"heading": "Asha Tamm", "former": ("tamm",)}})
    view = pages(library)["people/index.html"].make(library, site)
    names = [name for group in view["groups"] for name in group.names]
    assert [name.filed for name in names] == ["Asha Tamm"]


def test_the_record_that_had_an_id_is_found(archive):
    library = archive(people={"asha": {"heading": "Asha Tamm", "former": ("tamm",)}})
    assert library.heir("people", "tamm") == "asha"
    assert library.heir("people", "asha") is None
    assert library.heir("places", "tamm") is None
