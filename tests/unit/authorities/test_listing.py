"""A long list is cut by the calendar, at its 101st article."""

from datetime import date, timedelta

import pytest

from plugins.authorities import add_pages
from plugins.authorities.listing import neighbours, of_month, of_record, of_year


def days(first: str, count: int, step: int = 1, **keys) -> list[dict]:
    start = date.fromisoformat(first)
    return [
        {"day": (start + timedelta(days=n * step)).isoformat(), "tags": ("news",), **keys}
        for n in range(count)
    ]


@pytest.fixture
def news(archive):
    return lambda articles: archive(articles, tags={"news": {"heading": "News"}})


def paths(library) -> list[str]:
    return [page.path for page in add_pages(library) if page.path.startswith("tags/")]


def test_a_hundred_articles_stand_on_one_page(news):
    library = news(days("2020-12-01", 100))
    listing = of_record(library, "tags", "news")
    assert [group.label for group in listing.groups] == ["2021", "2020"]
    assert sum(len(group.entries) for group in listing.groups) == listing.count == 100
    assert not listing.parts
    assert paths(library) == ["tags/index.html", "tags/news.html"]


def test_a_hundred_and_one_are_cut_into_years(news):
    library = news(days("2020-12-01", 101))
    listing = of_record(library, "tags", "news")
    assert not listing.groups
    assert [entry.day for entry in listing.newest] == [
        date(2021, 3, 11) - timedelta(days=n) for n in range(30)
    ]
    assert [(part.label, part.address, part.count) for part in listing.parts] == [
        ("2021", "tags/news/2021.html", 70),
        ("2020", "tags/news/2020.html", 31),
    ]
    assert paths(library) == [
        "tags/index.html",
        "tags/news.html",
        "tags/news/2020.html",
        "tags/news/2021.html",
    ]


def test_a_year_of_a_hundred_is_listed_by_month(news):
    library = news([*days("2020-01-01", 100), *days("2021-01-01", 1)])
    listing = of_year(library, "tags", "news", 2020)
    assert [group.label for group in listing.groups] == ["April", "March", "February", "January"]
    assert [group.anchor for group in listing.groups] == ["m4", "m3", "m2", "m1"]
    assert not listing.parts
    assert "tags/news/2020-01.html" not in paths(library)


def test_a_year_of_a_hundred_and_one_is_cut_into_months(news):
    library = news(days("2020-01-01", 101))
    listing = of_year(library, "tags", "news", 2020)
    assert len(listing.newest) == 30
    assert [(part.label, part.count) for part in listing.parts] == [
        ("April", 10),
        ("March", 31),
        ("February", 29),
        ("January", 31),
    ]
    assert paths(library)[3:] == [part.address for part in listing.parts]


def test_every_article_stands_in_exactly_one_part(news):
    library = news([*days("2019-06-01", 50, 2), *days("2020-01-01", 150, 2)])
    found = [
        entry.id
        for group in of_year(library, "tags", "news", 2019).groups
        for entry in group.entries
    ]
    for _, month, _ in library.months("tags", "news", 2020):
        (group,) = of_month(library, "tags", "news", 2020, month).groups
        found += [entry.id for entry in group.entries]
    assert sorted(found) == sorted(library.articles())


def test_a_backdated_article_changes_one_part(news):
    articles = [*days("2019-06-01", 60), *days("2020-01-01", 60)]
    before, after = news(articles), news([*articles, *days("2019-03-03", 1)])
    assert of_year(before, "tags", "news", 2020) == of_year(after, "tags", "news", 2020)
    assert of_year(before, "tags", "news", 2019) != of_year(after, "tags", "news", 2019)


def test_what_is_known_by_year_only_comes_after_the_months(news):
    library = news([*days("2020-05-01", 1), *days("2020-12-31", 1, happened="2020")])
    listing = of_year(library, "tags", "news", 2020)
    assert [group.label for group in listing.groups] == ["May", "Month not known"]


def test_neighbours_are_years_and_for_a_month_months_or_whole_years(news):
    library = news(
        [*days("2018-06-01", 2), *days("2019-06-01", 120, 1), *days("2020-01-01", 3)],
    )
    year = neighbours(library, "tags", "news", "tags/news/2019.html")
    assert year == (("2018", "tags/news/2018.html"), ("2020", "tags/news/2020.html"))
    first = neighbours(library, "tags", "news", "tags/news/2019-06.html")
    assert first == (
        ("2018", "tags/news/2018.html"),
        ("July 2019", "tags/news/2019-07.html"),
    )
    last = neighbours(library, "tags", "news", "tags/news/2019-09.html")
    assert last == (
        ("August 2019", "tags/news/2019-08.html"),
        ("2020", "tags/news/2020.html"),
    )
    assert neighbours(library, "tags", "news", "tags/news/2018.html")[0] is None
    assert neighbours(library, "tags", "news", "tags/news/2020.html")[1] is None


def test_a_hyphen_in_the_id_is_not_taken_for_a_month(archive):
    library = archive(
        [{**keys, "tags": ("s-400-x",)} for keys in days("2019-12-01", 120)],
        tags={"s-400-x": {"heading": "S-400"}},
    )
    earlier, later = neighbours(library, "tags", "s-400-x", "tags/s-400-x/2019.html")
    assert earlier is None
    assert later == ("2020", "tags/s-400-x/2020.html")
