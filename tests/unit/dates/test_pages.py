"""Which date pages there are, and what each shows."""

from datetime import date, timedelta

import pytest

from plugins.dates import add_pages
from plugins.dates.day import day_view
from plugins.dates.index import index_view
from plugins.dates.month import month_view
from plugins.dates.year import year_view


def days(first: str, count: int) -> list[dict]:
    start = date.fromisoformat(first)
    return [{"day": (start + timedelta(days=n)).isoformat()} for n in range(count)]


def steps(view):
    return [view[key] and (view[key].text, view[key].address) for key in ("earlier", "later")]


ALWAYS = ["dates/days.html", "dates/index.html", "timeline.html"]


def test_every_day_month_and_year_with_articles_has_a_page(archive):
    library = archive([{"day": "2021-04-06"}, {"day": "2021-04-06"}, {"day": "1971-08-09"}])
    assert sorted(page.path for page in add_pages(library)) == [
        "dates/1971-08-09.html",
        "dates/1971-08.html",
        "dates/1971.html",
        "dates/2021-04-06.html",
        "dates/2021-04.html",
        "dates/2021.html",
        *ALWAYS,
    ]


def test_an_empty_archive_still_has_what_leads_to_times(archive, site):
    library = archive()
    pages = {page.path: page.make(library, site) for page in add_pages(library)}
    assert sorted(pages) == ALWAYS
    assert pages["dates/index.html"]["decades"] == ()


def test_years_are_listed_by_decade_newest_first(archive, site):
    library = archive([{"day": f"{year}-01-01"} for year in (1999, 2000, 2009, 2010, 2010)])
    found = index_view(library, site)["decades"]
    assert [(d.label, [(y.label, y.count) for y in d.years]) for d in found] == [
        ("2010s", [("2010", 2)]),
        ("2000s", [("2009", 1), ("2000", 1)]),
        ("1990s", [("1999", 1)]),
    ]


def test_a_year_lists_its_months_in_the_order_of_the_days(archive, site):
    library = archive([{"day": "2021-04-06"}, {"day": "2021-02-17"}, {"day": "2021-04-05"}])
    months = year_view(2021, library, site)["listing"].months
    assert [(m.label, m.anchor, m.address) for m in months] == [
        ("February", "m2", "dates/2021-02.html"),
        ("April", "m4", "dates/2021-04.html"),
    ]
    assert [entry.day.day for entry in months[1].entries] == [5, 6]


def test_a_month_of_which_no_day_is_known_is_listed_all_the_same(archive, site):
    library = archive([{"day": "2022-11-05", "happened": "2022-10"}])
    (month,) = year_view(2022, library, site)["listing"].months
    assert (month.label, month.entries, len(month.vague)) == ("October", (), 1)


def test_what_is_known_by_year_only_stands_apart(archive, site):
    library = archive([{"day": "2022-03-05", "happened": "2021"}])
    listing = year_view(2021, library, site)["listing"]
    assert listing.months == ()
    assert len(listing.vague) == 1
    assert len(month_view(2021, 12, library, site)["listing"].vague) == 1


@pytest.mark.parametrize(("count", "cut"), [(100, False), (101, True)])
def test_a_year_is_cut_at_its_101st_article(archive, site, count, cut):
    listing = year_view(2021, archive(days("2021-01-01", count)), site)["listing"]
    assert listing.count == count
    assert bool(listing.parts) is cut
    assert bool(listing.months) is not cut
    assert len(listing.newest) == (30 if cut else 0)
    if cut:
        assert [(part.label, part.address, part.count) for part in listing.parts] == [
            ("January", "dates/2021-01.html", 31),
            ("February", "dates/2021-02.html", 28),
            ("March", "dates/2021-03.html", 31),
            ("April", "dates/2021-04.html", 11),
        ]


@pytest.mark.parametrize(("count", "cut"), [(100, False), (101, True)])
def test_a_month_is_cut_at_its_101st_article(archive, site, count, cut):
    library = archive([{"day": f"2021-04-{n % 2 + 1:02}"} for n in range(count)])
    listing = month_view(2021, 4, library, site)["listing"]
    assert bool(listing.parts) is cut
    if cut:
        assert [(part.label, part.address, part.count) for part in listing.parts] == [
            ("1 Apr", "dates/2021-04-01.html", 51),
            ("2 Apr", "dates/2021-04-02.html", 50),
        ]


def test_days_lead_to_entries_below_or_in_a_crowded_year_to_their_pages(archive, site):
    def first_link(count):
        view = year_view(2021, archive(days("2021-01-01", count)), site)
        january = view["months"][0]
        return next(c.href for week in january.weeks for c in week if c)

    assert first_link(100) == "#d2021-01-01"
    assert first_link(101) == "dates/2021-01-01.html"


def test_days_of_a_month_lead_to_their_pages(archive, site):
    (table,) = month_view(2021, 4, archive(days("2021-04-06", 1)), site)["months"]
    assert [c.href for week in table.weeks for c in week if c and c.href] == [
        "dates/2021-04-06.html"
    ]


def test_a_day_has_its_weekday_and_says_which_articles_are_not_surely_of_it(archive, site):
    library = archive([{"day": "2021-04-06"}, {"day": "2021-04-06", "happened": "2021"}])
    view = day_view(date(2021, 4, 6), library, site)
    assert (view["page_title"], view["weekday"]) == ("6 April 2021", "Tuesday")
    assert (len(view["entries"]), len(view["vague"])) == (1, 1)


def test_earlier_and_later_pass_over_empty_time(archive, site):
    library = archive([{"day": day} for day in ("1971-08-09", "2000-10-03", "2021-04-06")])
    assert steps(year_view(2000, library, site)) == [
        ("1971", "dates/1971.html"),
        ("2021", "dates/2021.html"),
    ]
    assert steps(month_view(2000, 10, library, site)) == [
        ("August 1971", "dates/1971-08.html"),
        ("April 2021", "dates/2021-04.html"),
    ]
    assert steps(day_view(date(2000, 10, 3), library, site)) == [
        ("9 August 1971", "dates/1971-08-09.html"),
        ("6 April 2021", "dates/2021-04-06.html"),
    ]


def test_the_first_and_the_last_have_one_neighbour(archive, site):
    library = archive([{"day": "1971-08-09"}, {"day": "2000-10-03"}])
    assert steps(year_view(1971, library, site)) == [None, ("2000", "dates/2000.html")]
    assert steps(day_view(date(2000, 10, 3), library, site)) == [
        ("9 August 1971", "dates/1971-08-09.html"),
        None,
    ]


def test_withdrawn_articles_make_no_page(archive):
    from plugins.archive.model import Withdrawal

    gone = Withdrawal(date=date(2022, 1, 1), reason="Asked.")
    library = archive([{"day": "2021-04-06", "withdrawn": gone}])
    assert sorted(page.path for page in add_pages(library)) == ALWAYS
