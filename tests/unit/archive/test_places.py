"""The nearest articles of a record, looked up or found among places that were read."""

import pytest

from plugins.archive.content import read_content
from plugins.archive.library import Library
from plugins.archive.places import FEW, OFTEN, REACH, Places
from tests.archives import write_article, write_record

MANY = FEW + 20


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("places")
    write_record(folder, "sources", "mint", heading="Mint", timezone="Asia/Kolkata")
    for tag in ("common", "rare"):
        write_record(folder, "tags", tag, heading=tag.capitalize())
    for number in range(MANY):
        tags = ["common", "rare"] if number % 40 == 0 else ["common"]
        day = f"2021-{number % 12 + 1:02}-{number % 9 + 1:02}"
        write_article(
            folder,
            f"2021/a-{number}",
            "Text.",
            title=f"{number}",
            date=day,
            source="mint",
            tags=tags,
        )
    return Library.of(read_content(folder))


@pytest.mark.parametrize("tag", ["common", "rare"])
@pytest.mark.parametrize("has_room", [True, False])
def test_however_often_it_is_asked_the_answer_is_what_the_store_says(library, tag, has_room):
    places = Places(library.db, has_room=has_room)
    articles = list(library.articles())
    assert len(articles) == MANY > OFTEN
    for before, id_, after in zip([None, *articles], articles, [*articles[1:], None], strict=False):
        place = places.of(id_)
        assert place == library.place(id_)
        assert places.beside(place, later=False) == before
        assert places.beside(place, later=True) == after
        near = places.near("tags", tag, place)
        assert sorted(near) == sorted(places.looked_up("tags", tag, place))
        assert id_ not in dict(near)
    assert bool(places.order) == has_room


def test_the_nearest_are_on_both_sides(library):
    articles = list(library.articles())
    near = library.near("tags", "common", library.place(articles[100]))
    expected = articles[100 - REACH : 100] + articles[101 : 101 + REACH]
    assert sorted(id_ for id_, _ in near) == sorted(expected)


def test_a_place_that_is_not_in_the_list_has_neighbours_too(library):
    near = library.near("tags", "common", ("2021-06-15", 0, "nowhere"))
    assert len(near) == 2 * REACH


def test_where_an_article_stood_before_is_another_place(library):
    places = Places(library.db, has_room=True)
    articles = list(library.articles())
    for id_ in articles[:OFTEN]:
        places.of(id_)
    assert places.order
    before = ("2021-06-15", 0, articles[3])
    assert places.beside(before, later=True) == library.places.beside(before, later=True)
    near = places.near("tags", "common", before)
    assert sorted(near) == sorted(places.looked_up("tags", "common", before))
    assert articles[3] not in dict(near)
