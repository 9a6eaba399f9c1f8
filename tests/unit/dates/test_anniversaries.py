"""On this day: a calendar of all years, and a page where several years have a day."""

import pytest

from plugins.archive import crowding
from plugins.dates import add_pages
from plugins.dates.anniversaries import anniversary_view, days_view
from plugins.dates.day import day_view

TWICE = [{"day": "2021-04-06"}, {"day": "1971-04-06"}, {"day": "2021-05-01"}]


def days(library, site):
    months = days_view(library, site)["months"]
    return {(n, one.day): one for n, month in enumerate(months, 1) for one in month.days}


def test_the_calendar_has_all_days_that_any_year_has(archive, site):
    assert len(days(archive(TWICE), site)) == 366


def test_a_day_of_several_years_leads_to_its_page_and_one_of_a_single_year_to_that_day(
    archive, site
):
    found = days(archive(TWICE), site)
    assert (found[4, 6].address, found[4, 6].two) == ("dates/04-06.html", True)
    assert found[4, 6].label == "6 April, several years"
    assert (found[5, 1].address, found[5, 1].two) == ("dates/2021-05-01.html", False)
    assert found[5, 1].label == "1 May 2021"
    assert found[1, 1].address == ""


def test_only_a_day_of_several_years_has_a_page(archive, site):
    paths = [page.path for page in add_pages(archive(TWICE))]
    assert [path for path in paths if path.count("-") == 1 and path < "dates/1"] == [
        "dates/04-06.html"
    ]


def test_the_page_of_a_day_lists_its_years_oldest_first(archive, site):
    view = anniversary_view(4, 6, archive(TWICE), site)
    assert [(year.label, year.address) for year in view["years"]] == [
        ("1971", "dates/1971-04-06.html"),
        ("2021", "dates/2021-04-06.html"),
    ]
    assert (view["page_title"], view["count"], view["parts"]) == ("6 April", 2, ())


def test_what_is_not_known_to_be_of_the_day_is_left_out(archive, site):
    library = archive([*TWICE, {"day": "2020-04-06", "happened": "2020-04"}])
    view = anniversary_view(4, 6, library, site)
    assert [year.label for year in view["years"]] == ["1971", "2021"]
    assert view["count"] == 2


def test_a_crowded_day_leads_to_the_days_of_its_years(archive, site, monkeypatch):
    monkeypatch.setattr(crowding, "MOST", 1)
    view = anniversary_view(4, 6, archive(TWICE), site)
    assert view["years"] == ()
    assert [(part.label, part.address, part.count) for part in view["parts"]] == [
        ("1971", "dates/1971-04-06.html", 1),
        ("2021", "dates/2021-04-06.html", 1),
    ]


def test_the_29th_of_february_is_a_day_like_others(archive, site):
    library = archive([{"day": "2020-02-29"}, {"day": "2024-02-29"}])
    assert days(library, site)[2, 29].two
    assert anniversary_view(2, 29, library, site)["count"] == 2


@pytest.mark.parametrize(
    ("at", "leads"), [(0, "dates/04-06.html"), (1, "dates/04-06.html"), (2, "")]
)
def test_a_day_leads_to_the_same_day_in_other_years_if_they_have_it(archive, site, at, leads):
    library = archive(TWICE)
    day, _ = library.days()[at]
    assert day_view(day, library, site)["anniversary"] == leads


def test_nothing_has_no_calendar(archive, site):
    assert days_view(archive(), site)["months"] == ()
