"""The collection along time: every article of a small one, the months of a large one."""

from dataclasses import replace

import pytest

from plugins.dates import timeline
from plugins.dates.timeline import Gap, Year, decades, timeline_view


def steps(library, site):
    return timeline_view(library, site)["steps"]


def test_a_small_collection_shows_every_article_oldest_first(archive, site):
    library = archive([{"day": "2021-04-06"}, {"day": "2021-01-02"}, {"day": "2019-05-05"}])
    found = steps(library, site)
    assert [step.label if isinstance(step, Year) else step.years for step in found] == [
        "2019",
        "2020",
        "2021",
    ]
    assert [entry.id for entry in found[2].entries] == ["2021/a-0001", "2021/a-0000"]
    assert not found[2].columns


def test_years_without_articles_are_one_gap_longer_the_more_there_are(archive, site):
    library = archive([{"day": "1971-08-09"}, {"day": "1984-01-01"}, {"day": "1986-01-01"}])
    long, short = [step for step in steps(library, site) if isinstance(step, Gap)]
    assert (long.years, long.length, short.years, short.length) == ("1972–83", 12, "1985", 1)
    assert long.height > short.height
    assert timeline.gap(1000, 1970).height == timeline.LONGEST


def test_a_crowded_year_shows_its_months(archive, site, monkeypatch):
    monkeypatch.setattr(timeline, "MOST", 4)
    monkeypatch.setattr(timeline, "FEW", 1)
    days = ["1971-08-09", *[f"2021-04-{day:02}" for day in range(1, 4)], "2021-06-01"]
    sparse, _, crowded = steps(archive([{"day": day} for day in days]), site)
    assert (len(sparse.entries), sparse.columns) == (1, ())
    assert crowded.entries == ()
    counts = {column.name: column.count for column in crowded.columns if column.count}
    assert counts == {"April 2021": 3, "June 2021": 1}
    assert crowded.columns[3].address == "dates/2021-04.html"
    assert crowded.columns[3].height == 3 * crowded.columns[5].height == crowded.height
    assert crowded.columns[0].height == 0


def test_the_highest_column_is_never_higher_than_the_drawing(archive, site, monkeypatch):
    monkeypatch.setattr(timeline, "MOST", 0)
    monkeypatch.setattr(timeline, "FEW", 0)
    days = [f"2021-04-{1 + n % 30:02}" for n in range(1_000)] + ["2021-05-01"]
    (year,) = steps(archive([{"day": day} for day in days]), site)
    assert year.height == timeline.HIGHEST
    assert year.columns[4].height == timeline.LEAST


def test_a_curators_words_stand_at_their_year(archive, site):
    marked = replace(site, marks=((2021, "Vaccines"), (1999, "Nothing")))
    (year,) = steps(archive([{"day": "2021-04-06"}]), marked)
    assert year.captions == ("Vaccines",)


@pytest.mark.parametrize(
    ("years", "labels"),
    [
        ([], []),
        ([2021], []),
        ([2020, 2021], []),
        ([1971, 1984, 1988], [("1970s", "y1971"), ("1980s", "y1984")]),
    ],
)
def test_decades_lead_to_their_first_year(years, labels):
    assert [(decade.label, decade.anchor) for decade in decades(years)] == labels


def test_nothing_has_no_steps(archive, site):
    view = timeline_view(archive(), site)
    assert (view["steps"], view["count"], view["decades"]) == ((), 0, ())
